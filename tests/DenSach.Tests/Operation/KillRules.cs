using System.Collections.Concurrent;
using System.Globalization;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Operation;

/// <summary>
/// The application is killed in the middle of a burst of commands, again and again. After each start every command that was acknowledged is there exactly once,
/// none is half done: command log, audit, facts and sums tell the same. What was sent and not acknowledged is sent again with the same id and is then there once.
/// </summary>
public abstract class KillRules(Engine engine, IBurst burst) : IAsyncLifetime
{
    private const int Senders = 4;
    private const int ShotsPerRound = 60;

    /// <summary>How often; more for a long look than the normal run takes.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("DENSACH_KILL_ROUNDS") ?? "20", CultureInfo.InvariantCulture);

    private readonly Random random = new(20261121);
    private readonly Uri address = ServerProcess.FreeAddress();
    private Place place = null!;
    private readonly Dictionary<string, Session> sessions = [];
    private ServerProcess server = null!;
    private int starts;

    public async Task InitializeAsync()
    {
        place = await Place.NewAsync(engine);
        server = await StartAsync();
        foreach (var card in burst.Cards)
        {
            sessions[card] = new Session(address);
            var page = await sessions[card].GetAsync("/dang-nhap");
            var button = page.FindAll("button[name=card]").Single(b => b.GetAttribute("value") == card);
            (await page.Form(button.TextContent).SubmitAsync()).Path.ShouldBe("/viec");
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var session in sessions.Values)
        {
            session.Dispose();
        }
        await server.DisposeAsync();
        await place.DisposeAsync();
    }

    [Fact]
    public async Task No_acknowledged_command_is_lost_and_none_is_half_done()
    {
        var (acknowledged, cut) = (0, 0);
        for (var round = 1; round <= Rounds; round++)
        {
            var shots = await place.QueryAsync(db => burst.LoadAsync(db, ShotsPerRound));
            shots.Count.ShouldBeGreaterThan(Senders, $"round {round} has too few commands left to be killed among");
            var (sent, answered) = await FireAndKillAsync(shots);
            server = await StartAsync();
            acknowledged += answered.Count;
            cut += sent.Count - answered.Count;
            await CheckAsync(round, sent, answered);
        }
        // A run in which nothing was ever cut off proves nothing.
        acknowledged.ShouldBeGreaterThan(Rounds);
        cut.ShouldBeGreaterThan(Rounds / 4);
        await VerifyAsync(Rounds);
        var (code, output) = await place.CommandLineAsync("audit", "verify", "--anchors", Path.Combine(place.Folder, "anchors.jsonl"));
        code.ShouldBe(0, output);
    }

    /// <summary>Each a while after the one before, so that steps stand in the order in which they were made.</summary>
    private Task<ServerProcess> StartAsync() =>
        ServerProcess.StartAsync([.. place.Arguments, "--DENSACH_DEMO=1", $"--DENSACH_NOW={TestApp.Start.AddMinutes(5 * starts++):O}"], address);

    private async Task<(IReadOnlyList<Shot> Sent, IReadOnlyList<Shot> Answered)> FireAndKillAsync(IReadOnlyList<Shot> shots)
    {
        // Nobody else has the database open when the process dies.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var mixed = shots.ToArray();
        random.Shuffle(mixed);
        var waiting = new ConcurrentQueue<Shot>(mixed);
        var (sent, answered) = (new ConcurrentBag<Shot>(), new ConcurrentBag<Shot>());
        var enough = random.Next(1, ShotsPerRound * 2 / 3);
        var reached = new TaskCompletionSource();
        var senders = Enumerable.Range(0, Senders).Select(_ => Task.Run(SendAsync)).ToList();
        await Task.WhenAny(reached.Task, Task.WhenAll(senders));
        await Task.Delay(random.Next(0, 15));
        await server.KillAsync();
        await Task.WhenAll(senders);
        return ([.. sent], [.. answered]);

        async Task SendAsync()
        {
            while (waiting.TryDequeue(out var shot))
            {
                sent.Add(shot);
                try
                {
                    var response = await sessions[shot.Card].PostJsonAsync(shot.Url, shot.Body);
                    response.IsSuccessStatusCode.ShouldBeTrue($"{shot.Url}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
                }
                catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
                {
                    return;
                }
                answered.Add(shot);
                if (answered.Count >= enough)
                {
                    reached.TrySetResult();
                }
            }
        }
    }

    private async Task CheckAsync(int round, IReadOnlyList<Shot> sent, IReadOnlyList<Shot> answered)
    {
        var kept = await KeptAsync(sent);
        kept.Values.ShouldAllBe(times => times == 1, $"round {round}: a command is recorded more than once");
        answered.Where(s => !kept.ContainsKey(s.CommandId)).ShouldBeEmpty($"round {round}: an acknowledged command is lost");
        (await place.QueryAsync(db => burst.DoneAsync(db, sent))).ShouldBe(kept.Keys, ignoreOrder: true, $"round {round}: facts and command log tell different things");
        var told = await ToldAsync(sent);
        told.ShouldBe(kept.Keys, ignoreOrder: true, $"round {round}: audit and command log tell different things");
        await VerifyAsync(round);

        // The phone that heard nothing asks again with the same id; the one that heard asks again out of doubt.
        foreach (var shot in sent)
        {
            var response = await sessions[shot.Card].PostJsonAsync(shot.Url, shot.Body);
            response.IsSuccessStatusCode.ShouldBeTrue($"round {round}, sent again: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }
        kept = await KeptAsync(sent);
        kept.Count.ShouldBe(sent.Count);
        kept.Values.ShouldAllBe(times => times == 1, $"round {round}: sent again it was done again");
        (await place.QueryAsync(db => burst.DoneAsync(db, sent))).Count.ShouldBe(sent.Count);
    }

    private async Task<Dictionary<Guid, int>> KeptAsync(IReadOnlyList<Shot> shots)
    {
        var ids = shots.Select(s => s.CommandId).ToList();
        return await place.QueryAsync(db => db.Set<CommandRecord>().Where(r => ids.Contains(r.Id)).GroupBy(r => r.Id).ToDictionaryAsync(g => g.Key, g => g.Count()));
    }

    private async Task<List<Guid>> ToldAsync(IReadOnlyList<Shot> shots)
    {
        var ids = shots.Select(s => (Guid?)s.CommandId).ToList();
        return await place.QueryAsync(db => db.Set<AuditRow>().Where(r => ids.Contains(r.CommandId)).Select(r => r.CommandId!.Value).Distinct().ToListAsync());
    }

    private async Task VerifyAsync(int round)
    {
        foreach (var what in new[] { "audit", "tallies" })
        {
            var (code, output) = await place.CommandLineAsync(what, "verify");
            code.ShouldBe(0, $"round {round}: {output}");
        }
    }
}

public sealed class KillRulesOnSqlite() : KillRules(Engine.Sqlite, new Bursts(new ErasureBurst(), new PathBurst()));

public sealed class KillRulesOnPostgres() : KillRules(Engine.Postgres, new Bursts(new ErasureBurst(), new PathBurst()));

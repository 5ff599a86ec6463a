using System.Data.Common;
using System.Net.Http.Json;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Appraise;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Tests.Deciding;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Commands;

/// <summary>
/// A phone whose answer is late posts again while the first is still on its way. Both hear that it was done: the first to begin is kept waiting at one place
/// while the other goes through, so that it meets what its twin has written.
/// </summary>
public abstract class RepetitionInFlight(Engine engine) : IAsyncLifetime
{
    private readonly Waiting waiting = new();
    private TestApp app = null!;

    public Task InitializeAsync()
    {
        app = new App(engine, waiting);
        return app.InitializeAsync();
    }

    public Task DisposeAsync() => app.DisposeAsync();

    /// <summary>Where the first one waits: it has asked for the record and found none, or it is about to write.</summary>
    public enum At
    {
        AfterTheRecord,
        BeforeTheFacts,
    }

    [Theory]
    [InlineData(At.AfterTheRecord)]
    [InlineData(At.BeforeTheFacts)]
    public async Task A_sheet_handed_in_twice_at_the_same_moment_is_handed_in_and_both_are_told_so(At at)
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.RegisterAsync(await drive.FamilyAsync());
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var body = new
        {
            commandId = Guid.CreateVersion7(),
            basedOn = 1,
            answers = RoundDrive.GoodAnswers,
            facts = RoundDrive.Facts,
            handIn = true,
        };
        await BothHearTheSameAsync(at, head, $"/api/assessments/{id}/self", body, body.commandId);
        (await app.QueryAsync(db => db.Set<AssessmentStep>().CountAsync(s => s.AssessmentId == id && s.Action == "submit_self"))).ShouldBe(1);
    }

    [Theory]
    [InlineData(At.AfterTheRecord)]
    [InlineData(At.BeforeTheFacts)]
    public async Task A_list_posted_twice_at_the_same_moment_hangs_once_and_both_are_told_so(At at)
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [id])).Must();
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var body = new
        {
            commandId = Guid.CreateVersion7(),
            lastDay = new DateOnly(2026, 11, 30),
            postedAt = "Nhà văn hóa bản",
        };
        await BothHearTheSameAsync(at, officer, $"/api/rounds/{drive.RoundId}/postings", body, body.commandId);
        (await app.QueryAsync(db => db.Set<Posting>().CountAsync(p => p.RoundId == drive.RoundId))).ShouldBe(1);
    }

    [Fact]
    public async Task Another_command_on_the_same_sheet_is_told_that_it_came_late()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.RegisterAsync(await drive.FamilyAsync());
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var answers = await TwoAtOnceAsync(At.BeforeTheFacts, () => head.PostJsonAsync($"/api/assessments/{id}/self", Body()));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        (await answers.Single(a => !a.IsSuccessStatusCode).Content.ReadAsStringAsync()).ShouldContain("stale");

        static object Body() =>
            new
            {
                commandId = Guid.CreateVersion7(),
                basedOn = 1,
                answers = RoundDrive.GoodAnswers,
                facts = RoundDrive.Facts,
                handIn = true,
            };
    }

    private async Task BothHearTheSameAsync(At at, Session session, string url, object body, Guid commandId)
    {
        var answers = await TwoAtOnceAsync(at, () => session.PostJsonAsync(url, body));
        var said = new List<string>();
        foreach (var answer in answers)
        {
            said.Add(await answer.Content.ReadAsStringAsync());
            answer.IsSuccessStatusCode.ShouldBeTrue($"{(int)answer.StatusCode} {said[^1]}");
        }
        said[1].ShouldBe(said[0]);
        (await app.QueryAsync(db => db.Set<CommandRecord>().CountAsync(r => r.Id == commandId))).ShouldBe(1);
        var (code, output) = await app.CommandLineAsync("audit", "verify");
        code.ShouldBe(0, output);
    }

    /// <summary>The second comes and goes while the first waits. On SQLite, where one transaction shuts the others out, it waits for the first instead.</summary>
    private async Task<HttpResponseMessage[]> TwoAtOnceAsync(At at, Func<Task<HttpResponseMessage>> post)
    {
        waiting.For(at);
        var first = Task.Run(post);
        await waiting.Begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var second = Task.Run(post);
        await Task.WhenAny(second, Task.Delay(TimeSpan.FromSeconds(engine == Engine.Postgres ? 30 : 1)));
        waiting.Until!.SetResult();
        return [await first, await second];
    }

    private sealed class Waiting
    {
        private At at;
        private int came;

        public TaskCompletionSource? Until { get; private set; }

        public TaskCompletionSource Begun { get; private set; } = new();

        public void For(At place) => (at, came, Begun, Until) = (place, 0, new TaskCompletionSource(), new TaskCompletionSource());

        public async Task AtAsync(At place)
        {
            if (Until is { } until && place == at && Interlocked.Increment(ref came) == 1)
            {
                Begun.SetResult();
                await until.Task;
            }
        }
    }

    private sealed class BeforeFacts(Waiting waiting) : SaveChangesInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData data,
            InterceptionResult<int> result,
            CancellationToken cancellation = default
        )
        {
            await waiting.AtAsync(At.BeforeTheFacts);
            return result;
        }
    }

    private sealed class AfterRecord(Waiting waiting) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData data, InterceptionResult result)
        {
            if (command.CommandText.Contains("command_record", StringComparison.Ordinal))
            {
                await waiting.AtAsync(At.AfterTheRecord);
            }
            return result;
        }
    }

    private sealed class App(Engine engine, Waiting waiting)
        : TestApp(
            engine,
            services =>
                services
                    .ConfigureDbContext<SqliteAppDb>(options => options.AddInterceptors(new BeforeFacts(waiting), new AfterRecord(waiting)))
                    .ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(new BeforeFacts(waiting), new AfterRecord(waiting)))
        );
}

public sealed class RepetitionInFlightOnSqlite() : RepetitionInFlight(Engine.Sqlite);

public sealed class RepetitionInFlightOnPostgres() : RepetitionInFlight(Engine.Postgres);

using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using DenSach.Modules.Assessments;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Benchmarks;

/// <summary>
/// Self columns handed in through the JSON interface of the served application, each family once, on PostgreSQL; the load shares the machine. Beside it in
/// turn: the bare statements behind a bare endpoint, the bare statements without HTTP, and an endpoint that does nothing.
/// </summary>
public static class HttpSubmitBench
{
    private const int Rate = 250;
    private const int Clients = 12;
    private const int Rounds = 5;
    private const int WarmUp = 800;
    private const int PerRound = 1000;
    private const int AtRate = Rate * 8;

    public static async Task RunAsync(Store store)
    {
        var crowd = await Crowd.SettleAsync(store, 3 * WarmUp + 3 * Rounds * PerRound + AtRate);
        await using var app = await ServerProcess.StartAsync("densach.dll", url => [.. store.Arguments, $"--urls={url}"]);
        await using var bare = await ServerProcess.StartAsync(Path.GetFileName(typeof(BareServer).Assembly.Location), url => [BareServer.Word, url, store.Postgres!]);
        await using var source = DataSetup.PostgresSource(store.Postgres!);
        var statements = new BareSubmit(source);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 256 });

        var ours = new Way("submits through HTTP", each => PostAsync(client, new Uri(app.Address, $"/api/assessments/{each.AssessmentId}/self"), each), app);
        var endpoint = new Way("bare endpoint, bare statements", each => PostAsync(client, new Uri(bare.Address, $"/self/{each.AssessmentId}"), each), bare);
        var sql = new Way("bare statements, no HTTP", each => statements.SubmitAsync(each.AssessmentId, Encoding.UTF8.GetString(each.Body)), null);
        var nothing = new Way("bare endpoint that does nothing", each => PostAsync(client, new Uri(bare.Address, $"/nothing/{each.AssessmentId}"), each), bare);

        foreach (var way in new[] { ours, endpoint, sql })
        {
            await Load.SaturateAsync(crowd.Take(WarmUp), Clients, way.Ask);
        }
        var rate = await Load.AtRateAsync(crowd.Take(AtRate), Rate, ours.Ask);
        Console.WriteLine($"{store.Name}: {Rate} submits/s through HTTP for {AtRate / Rate} s: {rate.Quantiles}");
        for (var i = 0; i < Rounds; i++)
        {
            var work = crowd.Take(PerRound);
            await sql.MeasureAsync(store, crowd.Take(PerRound));
            await endpoint.MeasureAsync(store, crowd.Take(PerRound));
            await ours.MeasureAsync(store, work);
            await nothing.MeasureAsync(store, work);
        }
        foreach (var way in new[] { ours, endpoint, sql, nothing })
        {
            Console.WriteLine($"{store.Name}: {way.Told(ours)}");
        }
        await CheckAsync(store, crowd.Year, WarmUp * 3 + AtRate + PerRound * Rounds * 3);
    }

    /// <summary>One of the ways to the same end, and what was seen of it.</summary>
    private sealed class Way(string name, Func<HandIn, Task> ask, ServerProcess? server)
    {
        private readonly List<Loaded> loads = [];
        private (TimeSpan Web, TimeSpan Database) used;

        public Func<HandIn, Task> Ask => ask;

        public async Task MeasureAsync(Store store, IReadOnlyList<HandIn> work)
        {
            var sessions = await SessionsAsync(store);
            var before = (Web: server?.Cpu ?? default, Database: Used(sessions));
            loads.Add(await Load.SaturateAsync(work, Clients, ask));
            used = (used.Web + (server?.Cpu ?? default) - before.Web, used.Database + Used(sessions) - before.Database);
        }

        public string Told(Way ours)
        {
            var inOrder = loads.OrderBy(l => l.PerSecond).ToList();
            var ratios = loads.Zip(ours.loads, (mine, other) => mine.PerSecond / other.PerSecond).Order().ToList();
            var all = loads.Sum(l => l.Milliseconds.Length);
            return $"{name, -32} {inOrder[loads.Count / 2].PerSecond, 6:0}/s ({inOrder[0].PerSecond:0}–{inOrder[^1].PerSecond:0}) with {Clients} clients, {inOrder[loads.Count / 2].Quantiles}; "
                + $"processor {used.Web.TotalMilliseconds / all:0.00} + PostgreSQL {used.Database.TotalMilliseconds / all:0.00} ms; ratio {ratios[loads.Count / 2]:0.00} ({ratios[0]:0.00}–{ratios[^1]:0.00})";
        }
    }

    private static async Task PostAsync(HttpClient client, Uri address, HandIn each)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(each.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Cookie", each.Cookie);
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>The server's processes, one for each connection.</summary>
    private static Task<List<int>> SessionsAsync(Store store) =>
        store.InsideAsync(services =>
            services.GetRequiredService<AppDb>().Database.SqlQueryRaw<int>("""SELECT pid AS "Value" FROM pg_stat_activity WHERE datname = current_database()""").ToListAsync()
        );

    private static TimeSpan Used(List<int> sessions) =>
        sessions.Aggregate(
            TimeSpan.Zero,
            (sum, id) =>
            {
                try
                {
                    using var session = Process.GetProcessById(id);
                    return sum + session.TotalProcessorTime;
                }
                catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
                {
                    return sum;
                }
            }
        );

    /// <summary>Every one that was answered is there.</summary>
    private static async Task CheckAsync(Store store, int year, int answered)
    {
        var kept = await store.InsideAsync(services =>
            services.GetRequiredService<AppDb>().Set<Assessment>().CountAsync(a => a.Year == year && a.Status == AssessmentStatus.SelfAssessed)
        );
        if (kept != answered)
        {
            throw new InvalidOperationException($"{answered} submits were answered, {kept} are kept.");
        }
    }
}

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
        await using var ours = await ServerProcess.StartAsync("densach.dll", url => [.. store.Arguments, $"--urls={url}"]);
        await using var bare = await ServerProcess.StartAsync(Path.GetFileName(typeof(BareServer).Assembly.Location), url => [BareServer.Word, url, store.Postgres!]);
        await using var source = DataSetup.PostgresSource(store.Postgres!);
        var statements = new BareSubmit(source);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 256 });

        Task Ours(HandIn each) => PostAsync(client, new Uri(ours.Address, $"/api/assessments/{each.AssessmentId}/self"), each);
        Task Bare(HandIn each) => PostAsync(client, new Uri(bare.Address, $"/self/{each.AssessmentId}"), each);
        Task Nothing(HandIn each) => PostAsync(client, new Uri(bare.Address, $"/nothing/{each.AssessmentId}"), each);
        Task Statements(HandIn each) => statements.SubmitAsync(each.AssessmentId, Encoding.UTF8.GetString(each.Body));

        foreach (var way in new[] { Ours, Bare, Statements })
        {
            await Load.SaturateAsync(crowd.Take(WarmUp), Clients, way);
        }
        var rate = await Load.AtRateAsync(crowd.Take(AtRate), Rate, Ours);
        Console.WriteLine($"{store.Name}: {Rate} submits/s through HTTP for {AtRate / Rate} s: {rate.Quantiles}");

        var (our, plain, sql, none) = (new List<Loaded>(), new List<Loaded>(), new List<Loaded>(), new List<Loaded>());
        var (web, database) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var i = 0; i < Rounds; i++)
        {
            sql.Add(await Load.SaturateAsync(crowd.Take(PerRound), Clients, Statements));
            plain.Add(await Load.SaturateAsync(crowd.Take(PerRound), Clients, Bare));
            var sessions = await SessionsAsync(store);
            var before = (ours.Cpu, Used(sessions));
            var work = crowd.Take(PerRound);
            our.Add(await Load.SaturateAsync(work, Clients, Ours));
            (web, database) = (web + ours.Cpu - before.Cpu, database + Used(sessions) - before.Item2);
            none.Add(await Load.SaturateAsync(work, Clients, Nothing));
        }
        Tell("submits through HTTP", our);
        Tell("bare endpoint, bare statements", plain);
        Tell("bare statements, no HTTP", sql);
        Tell("bare endpoint that does nothing", none);
        Console.WriteLine($"  of the processor, per submit: application {web.TotalMilliseconds / (Rounds * PerRound):0.00} ms, PostgreSQL {database.TotalMilliseconds / (Rounds * PerRound):0.00} ms");
        await CheckAsync(store, WarmUp * 3 + AtRate + PerRound * Rounds * 3);

        void Tell(string name, List<Loaded> each)
        {
            var rates = each.Select(l => l.PerSecond).Order().ToList();
            var ratios = each.Zip(our, (other, mine) => other.PerSecond / mine.PerSecond).Order().ToList();
            Console.WriteLine(
                $"{store.Name}: {name, -32} {Clients} clients {rates[Rounds / 2], 7:0}/s ({rates[0]:0}–{rates[^1]:0})   "
                    + $"{each.OrderBy(l => l.PerSecond).ElementAt(Rounds / 2).Quantiles}   ratio {ratios[Rounds / 2]:0.00} ({ratios[0]:0.00}–{ratios[^1]:0.00})"
            );
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
    private static async Task CheckAsync(Store store, int answered)
    {
        var kept = await store.InsideAsync(services =>
            services.GetRequiredService<AppDb>().Set<Assessment>().CountAsync(a => a.Year == 2091 && a.Status == AssessmentStatus.SelfAssessed)
        );
        if (kept != answered)
        {
            throw new InvalidOperationException($"{answered} submits were answered, {kept} are kept.");
        }
    }
}

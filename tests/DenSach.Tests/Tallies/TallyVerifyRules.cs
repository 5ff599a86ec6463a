using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Tallies;
using DenSach.Tests.Audit;
using DenSach.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Tallies;

/// <summary>Recounting finds every sum that is not what its facts give, and names it.</summary>
public abstract class TallyVerifyRules(TestApp app) : IAsyncLifetime
{
    private const string Lamps = "test.lamps";
    private const int Register = 7001;
    private static readonly DateOnly Day = new(2026, 3, 1);

    /// <summary>The facts: lamps lit in an area from a day to a day.</summary>
    private readonly List<(int Area, DateOnly From, DateOnly? To)> facts = [(1, Day, null), (1, Day.AddDays(10), Day.AddDays(40)), (2, Day, Day.AddDays(40))];

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.InsideAsync(services =>
            services
                .GetRequiredService<CommandRunner>()
                .Run<string>(
                    new Speak { CommandId = Guid.CreateVersion7(), Words = "đếm" },
                    Register,
                    work =>
                    {
                        foreach (var (area, from, to) in facts)
                        {
                            work.Tallies.AddStock(Register, area, Lamps, from, to);
                        }
                        work.Tell(Register, "test.count", "ok");
                        return Task.FromResult<Result<string>>("ok");
                    },
                    CancellationToken.None
                )
        );
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Sums_and_facts_agree()
    {
        var report = await VerifyAsync();
        report.Differences.ShouldBeEmpty();
        report.Uncounted.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fact_without_its_sum_is_named_in_both_grains()
    {
        facts.Add((3, Day.AddDays(5), null));
        (await VerifyAsync()).Differences.ShouldBe([
            new TallyDifference(Register, 3, Lamps, Day.AddDays(5), 0, 1),
            new TallyDifference(Register, null, Lamps, Day.AddDays(5), 0, 1),
        ]);
    }

    [Fact]
    public async Task A_sum_without_its_fact_is_named()
    {
        facts.RemoveAt(2);
        var report = await VerifyAsync();
        report.Differences.ShouldContain(new TallyDifference(Register, 2, Lamps, Day, 1, 0));
        report.Differences.ShouldContain(new TallyDifference(Register, null, Lamps, Day.AddDays(40), -2, -1));
        report.Differences.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_sum_changed_in_one_grain_only_is_named_there()
    {
        await app.TamperAsync($"UPDATE register_tally SET value = 7 WHERE register_id = {Register} AND date = '{Day:yyyy-MM-dd}'");
        (await VerifyAsync()).Differences.ShouldBe([new TallyDifference(Register, null, Lamps, Day, 7, 2)]);
    }

    [Fact]
    public async Task A_sum_that_came_to_nothing_is_as_good_as_none()
    {
        await app.TamperAsync($"INSERT INTO tally (register_id, area_id, measure, date, value) VALUES ({Register}, 9, '{Lamps}', '2026-01-01', 0)");
        (await VerifyAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_measure_that_nobody_counts_is_named_on_the_command_line()
    {
        var (code, output) = await app.CommandLineAsync("tallies", "verify");
        code.ShouldBe(1);
        output.ShouldContain($"{Lamps}: sums are stored, and no module counts this measure.");
        await app.TamperAsync($"DELETE FROM tally WHERE measure = '{Lamps}'");
        await app.TamperAsync($"DELETE FROM register_tally WHERE measure = '{Lamps}'");
        (code, output) = await app.CommandLineAsync("tallies", "verify");
        code.ShouldBe(0, output);
        output.ShouldContain("they agree");
    }

    [Fact]
    public void The_command_line_names_measure_area_day_and_both_numbers()
    {
        new TallyDifference(104, 55, Lamps, Day, 3, 4).ToString().ShouldBe("test.lamps, area 55 (register 104), 2026-03-01: stored 3, counted 4");
    }

    private Task<TallyReport> VerifyAsync() =>
        app.InsideAsync(services =>
            new TallyVerifier(services.GetRequiredService<AppDb>(), [.. services.GetServices<ICountFacts>(), new CountLamps(facts)]).VerifyAsync(CancellationToken.None)
        );

    private sealed class CountLamps(IEnumerable<(int Area, DateOnly From, DateOnly? To)> facts) : ICountFacts
    {
        public IReadOnlyCollection<string> Measures => [Lamps];

        public Task CountAsync(AppDb db, TallyChanges into, CancellationToken cancellation)
        {
            foreach (var (area, from, to) in facts)
            {
                into.AddStock(Register, area, Lamps, from, to);
            }
            return Task.CompletedTask;
        }
    }
}

public sealed class TallyVerifyRulesOnSqlite() : TallyVerifyRules(new SqliteApp());

public sealed class TallyVerifyRulesOnPostgres() : TallyVerifyRules(new PostgresApp());

using DenSach.Modules.Areas;
using DenSach.Modules.Decisions;
using DenSach.Modules.Indicators.Sums;
using DenSach.Modules.Registry;
using DenSach.Tests.Audit;
using DenSach.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Indicators;

/// <summary>Whatever grain is read, an area on a day comes to the same.</summary>
public abstract class SumRules(TestApp app) : IAsyncLifetime
{
    private static readonly string[] Measures = [RegistryMeasures.Households, RegistryMeasures.Adults, RecognitionMeasures.FamiliesHolding, RecognitionMeasures.FamiliesRecognised];

    private static readonly int[] Areas =
    [
        KnownAreas.Country,
        KnownAreas.LaiChau,
        KnownAreas.ThanhHoa,
        KnownAreas.TamDuongDistrict,
        KnownAreas.TamDuongTown,
        KnownAreas.BinhLuBefore,
        KnownAreas.BinhLu,
        KnownAreas.NongCong,
        .. KnownAreas.BinhLuHamlets,
    ];

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.PlantTitlesAsync(KnownAreas.BinhLuHamlets[0], 7);
        await app.PlantTitlesAsync(KnownAreas.BinhLuHamlets[5], 4);
    }

    public Task DisposeAsync() => app.DisposeAsync();

    private Task<T> WithSumsAsync<T>(Func<AreaSums, Task<T>> ask) => app.InsideAsync(services => ask(services.GetRequiredService<AreaSums>()));

    [Fact]
    public async Task The_sums_of_registers_and_of_hamlets_agree_in_every_area_on_every_day()
    {
        var random = new Random(5);
        var seen = new HashSet<long>();
        await WithSumsAsync(async sums =>
        {
            for (var i = 0; i < 60; i++)
            {
                var (area, measure) = (Areas[random.Next(Areas.Length)], Measures[random.Next(Measures.Length)]);
                var day = new DateOnly(2024, 1, 1).AddDays(random.Next(0, 9000));
                var value = await sums.StockAsync(measure, area, day, default);
                value.ShouldBe(await sums.FineOnlyAsync(measure, area, day, default), $"{measure} in {area} on {day:O}");
                seen.Add(value);
            }
            return 0;
        });
        seen.Count.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task The_areas_below_add_up_to_the_area()
    {
        foreach (
            var (area, day) in new[]
            {
                (KnownAreas.BinhLu, new DateOnly(2026, 12, 31)),
                (KnownAreas.LaiChau, new DateOnly(2026, 12, 31)),
                (KnownAreas.Country, new DateOnly(2025, 1, 1)),
            }
        )
        {
            foreach (var measure in Measures)
            {
                var (whole, below) = await WithSumsAsync(async sums => (await sums.StockAsync(measure, area, day, default), await sums.BelowAsync(area, [measure], day, default)));
                below.Values.Sum().ShouldBe(whole, $"{measure} in {area}");
                foreach (var ((child, _), value) in below)
                {
                    value.ShouldBe(await WithSumsAsync(sums => sums.FineOnlyAsync(measure, child, day, default)), $"{measure} in {child}");
                }
            }
        }
        (await WithSumsAsync(sums => sums.BelowAsync(KnownAreas.BinhLu, [RegistryMeasures.Households], new DateOnly(2026, 12, 31), default))).Count.ShouldBe(12);
    }

    [Fact]
    public async Task A_commune_is_read_by_register_and_a_hamlet_by_itself()
    {
        var day = new DateOnly(2026, 11, 21);
        var (commune, hamlet) = await WithSumsAsync(sums =>
            Task.FromResult((sums.Grains(RegistryMeasures.Households, KnownAreas.BinhLu, day), sums.Grains(RegistryMeasures.Households, KnownAreas.BinhLuHamlets[0], day)))
        );
        commune.Whole.Order().ShouldBe([1001, 1002, 1003]);
        commune.Partial.ShouldBeEmpty();
        (hamlet.Whole.Count, hamlet.Partial.Single()).ShouldBe((0, 1001));
        var before = await WithSumsAsync(sums => sums.StockAsync(RegistryMeasures.Households, KnownAreas.BinhLu, day, default));
        await app.TamperAsync(
            "UPDATE register_tally SET value = value + 1000 WHERE register_id = 1001 AND measure = 'registry.households' AND date = (SELECT MIN(date) FROM register_tally WHERE register_id = 1001 AND measure = 'registry.households')"
        );
        (await WithSumsAsync(sums => sums.StockAsync(RegistryMeasures.Households, KnownAreas.BinhLu, day, default))).ShouldBe(
            before + 1000,
            "the coarse grain is read, so a wrong one shows"
        );
        await app.TamperAsync(
            "UPDATE register_tally SET value = value - 1000 WHERE register_id = 1001 AND measure = 'registry.households' AND date = (SELECT MIN(date) FROM register_tally WHERE register_id = 1001 AND measure = 'registry.households')"
        );
    }

    [Fact]
    public async Task A_flow_counts_what_happened_after_a_day_up_to_another()
    {
        var flow = (DateOnly after, DateOnly until) => WithSumsAsync(sums => sums.FlowAsync(RecognitionMeasures.FamiliesRecognised, KnownAreas.BinhLu, after, until, default));
        (await flow(new DateOnly(2025, 12, 31), new DateOnly(2026, 12, 31))).ShouldBe(11);
        (await flow(new DateOnly(2025, 12, 31), PlantedTitles.From.AddDays(-1))).ShouldBe(0);
        (await flow(PlantedTitles.From, new DateOnly(2026, 12, 31))).ShouldBe(0);
        (await flow(PlantedTitles.From.AddDays(-1), PlantedTitles.From)).ShouldBe(11);
    }
}

public sealed class SumsOnSqlite() : SumRules(new SqliteApp());

public sealed class SumsOnPostgres() : SumRules(new PostgresApp());

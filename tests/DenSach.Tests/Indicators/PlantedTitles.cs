using DenSach.Modules.Areas;
using DenSach.Modules.Decisions;
using DenSach.Modules.Registry;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Tests.Audit;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Indicators;

/// <summary>Titles in force without the long way of a round: facts and sums as a decision writes them.</summary>
internal static class PlantedTitles
{
    public static readonly DateOnly From = new(2026, 12, 2);
    public static readonly DateOnly Until = new(2028, 1, 1);

    /// <summary>The first families of a hamlet that nobody misses hold the title; answers how many were planted.</summary>
    public static Task<int> PlantTitlesAsync(this TestApp app, int hamlet, int families) =>
        app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var home = services.GetRequiredService<AreaTree>()[hamlet].HomeRegisterId!.Value;
            var result = await services
                .GetRequiredService<CommandRunner>()
                .Run<int>(
                    new Speak { CommandId = Guid.CreateVersion7(), Words = $"trồng {families} danh hiệu" },
                    home,
                    async work =>
                    {
                        var households = await db.Set<Household>()
                            .Where(h => h.AreaId == hamlet && h.ResidentTo == null && !db.Set<Absence>().Any(a => a.RegisterId == h.RegisterId && a.HouseholdId == h.Id))
                            .OrderBy(h => h.Number)
                            .Take(families)
                            .ToListAsync();
                        foreach (var household in households)
                        {
                            work.Db.Add(Title(household));
                            foreach (var period in RecognitionMeasures.Holding(household, [], [new Period(From, Until)]))
                            {
                                work.Tallies.AddStock(household.RegisterId, household.AreaId, RecognitionMeasures.FamiliesHolding, period.From, period.To);
                            }
                            work.Tallies.Add(household.RegisterId, household.AreaId, RecognitionMeasures.FamiliesRecognised, From, 1);
                        }
                        work.Tell(home, "test.plant", "ok", households.Select(h => h.Id));
                        return (Result<int>)households.Count;
                    },
                    CancellationToken.None
                );
            return result.Value;
        });

    private static Recognition Title(Household household) =>
        new()
        {
            RegisterId = household.RegisterId,
            Id = RowId.New(household.RegisterId),
            AreaId = household.AreaId,
            HouseholdId = household.Id,
            AssessmentId = RowId.New(household.RegisterId),
            Title = "Gia đình học tập",
            Year = 2026,
            DecisionRegisterId = 2001,
            DecisionId = RowId.New(2001),
            RestsOnSample = true,
            From = From,
            To = Until,
        };
}

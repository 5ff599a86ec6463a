using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using DenSach.Platform.Tallies;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions;

/// <summary>The sums of recognised families, and their recount from the facts.</summary>
public sealed class RecognitionMeasures : ICountFacts
{
    /// <summary>Stock: families that hold the title and count as resident. A family with two recognitions counts once.</summary>
    public const string FamiliesHolding = "family_title.holding";

    /// <summary>Flow: recognitions by the day of their decision.</summary>
    public const string FamiliesRecognised = "family_title.recognised";

    public IReadOnlyCollection<string> Measures { get; } = [FamiliesHolding, FamiliesRecognised];

    /// <summary>When a family counts as holding: the union of its recognitions, while it counts as resident.</summary>
    public static IReadOnlyList<Period> Holding(Household household, IEnumerable<Absence> absences, IEnumerable<Period> validities)
    {
        var resident = RegistryMeasures.Counted(household, absences);
        return [.. Union(validities).SelectMany(valid => resident.Select(valid.Overlap)).Where(p => !p.IsEmpty)];
    }

    public static IReadOnlyList<Period> Union(IEnumerable<Period> periods)
    {
        var union = new List<Period>();
        foreach (var period in periods.Where(p => !p.IsEmpty).OrderBy(p => p.From))
        {
            if (union is [.., var last] && (last.To is null || period.From <= last.To))
            {
                union[^1] = last with
                {
                    To =
                        last.To is null || period.To is null ? null
                        : last.To > period.To ? last.To
                        : period.To,
                };
            }
            else
            {
                union.Add(period);
            }
        }
        return union;
    }

    public async Task CountAsync(AppDb db, TallyChanges into, CancellationToken cancellation)
    {
        var recognitions = await db.Set<Recognition>().AsNoTracking().ToListAsync(cancellation);
        var absences = (await db.Set<Absence>().AsNoTracking().Where(a => a.PersonId == null).ToListAsync(cancellation)).ToLookup(a => a.HouseholdId);
        var households = (await db.Set<Household>().AsNoTracking().ToListAsync(cancellation)).ToDictionary(h => h.Id);
        foreach (var family in recognitions.GroupBy(r => r.HouseholdId))
        {
            var household = households[family.Key];
            foreach (var period in Holding(household, absences[household.Id], family.Select(r => r.Validity)))
            {
                into.AddStock(household.RegisterId, household.AreaId, FamiliesHolding, period.From, period.To);
            }
            foreach (var recognition in family)
            {
                into.Add(recognition.RegisterId, recognition.AreaId, FamiliesRecognised, recognition.From, 1);
            }
        }
    }
}

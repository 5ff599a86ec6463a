using DenSach.Modules.Areas;
using DenSach.Modules.Criteria;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions;

/// <summary>
/// From when to when the titles of a decision hold, and what that does to those of the year before. A yearly title of year N holds from its decision to
/// 31/12/(N+1) at the latest, and ends on the day the commune's first decision of year N+1 comes into force: a family is never counted for two years at once.
/// What the calendar brings is written ahead, so whoever changes a period takes out the sums that were written and writes the new ones.
/// </summary>
public sealed class TitlePeriods(AppDb db, CriteriaShelf shelf)
{
    /// <summary>The first day the titles of the decision no longer hold, if it comes into force on a day.</summary>
    public async Task<DateOnly> EndAsync(Decision decision, Round round, DateOnly issuedOn, CancellationToken cancellation)
    {
        var validity = shelf.Get(round.SetId, round.SetHash).Set.Validity;
        var end = Recognition.EndOf(validity, decision.Year, issuedOn);
        return validity.Months is null && await FirstAsync(decision, decision.Year + 1, cancellation) is { } next && next < end ? next : end;
    }

    /// <summary>The titles of the year before that a decision of this day ends, or that now end on another day; each already moved.</summary>
    public async Task<IReadOnlyList<Recognition>> MovePreviousAsync(Decision decision, Round round, DateOnly issuedOn, CancellationToken cancellation)
    {
        if (shelf.Get(round.SetId, round.SetHash).Set.Validity.Months is not null)
        {
            return [];
        }
        var natural = Recognition.EndOfYearly(decision.Year - 1);
        var first = await FirstAsync(decision, decision.Year, cancellation) is { } other && other < issuedOn ? other : issuedOn;
        var end = first < natural ? first : natural;
        // By the tree of the day: what a commune that is part of this one now decided last year ends as well.
        var moved = await db.Set<Recognition>()
            .Within(db, decision.AreaId, issuedOn)
            .Where(r => r.Title == decision.Title && r.Year == decision.Year - 1 && r.To <= natural && r.To != end && (r.From <= end || r.To != r.From))
            .ToListAsync(cancellation);
        foreach (var recognition in moved)
        {
            recognition.EndOn(end);
        }
        return moved;
    }

    /// <summary>Two decisions of neighbouring years at once would each miss what the other writes: whoever decides raises the versions of both rounds, the other is told.</summary>
    public async Task HoldRoundsAsync(Decision decision, CancellationToken cancellation)
    {
        var rounds = await db.Set<Round>()
            .Where(r => r.RegisterId == decision.RegisterId && r.AreaId == decision.AreaId && r.Title == decision.Title && (r.Year == decision.Year || r.Year == decision.Year - 1))
            .ToListAsync(cancellation);
        foreach (var round in rounds)
        {
            db.Entry(round).State = EntityState.Modified;
        }
    }

    /// <summary>Takes out what the families counted for as it is stored, and writes what they count for with these titles as they are now.</summary>
    public async Task TallyAsync(Work work, IReadOnlyCollection<Recognition> changed, CancellationToken cancellation)
    {
        foreach (var register in changed.GroupBy(r => r.RegisterId))
        {
            var ids = register.Select(r => r.HouseholdId).Distinct().ToList();
            var households = await db.Set<Household>().AsNoTracking().Where(h => h.RegisterId == register.Key && ids.Contains(h.Id)).ToListAsync(cancellation);
            var stored = (await db.Set<Recognition>().AsNoTracking().Where(r => r.RegisterId == register.Key && ids.Contains(r.HouseholdId)).ToListAsync(cancellation)).ToLookup(
                r => r.HouseholdId
            );
            var absences = (await db.Set<Absence>().AsNoTracking().Where(a => a.RegisterId == register.Key && ids.Contains(a.HouseholdId)).ToListAsync(cancellation)).ToLookup(a =>
                a.HouseholdId
            );
            var now = register.ToLookup(r => r.HouseholdId);
            foreach (var household in households)
            {
                var (before, after) = (stored[household.Id].ToList(), now[household.Id].ToList());
                var kept = before.Where(r => after.All(n => n.Id != r.Id));
                Hold(work, household, RecognitionMeasures.Holding(household, absences[household.Id], before.Select(r => r.Validity)), -1);
                Hold(work, household, RecognitionMeasures.Holding(household, absences[household.Id], kept.Concat(after).Select(r => r.Validity)), 1);
                foreach (var old in before.Where(r => after.Any(n => n.Id == r.Id)))
                {
                    work.Tallies.Add(household.RegisterId, household.AreaId, RecognitionMeasures.FamiliesRecognised, old.From, -1);
                }
                foreach (var recognition in after)
                {
                    work.Tallies.Add(household.RegisterId, household.AreaId, RecognitionMeasures.FamiliesRecognised, recognition.From, 1);
                }
            }
        }
    }

    /// <summary>A title that is over before it begins is not given: the paper would say what is not so.</summary>
    public static Problem Over(Decision decision, DateOnly end) =>
        Problem.Refused(
            "title_over",
            $"Danh hiệu năm {decision.Year} đã hết giá trị từ ngày {end:dd/MM/yyyy} (hết năm {decision.Year + 1}, hoặc xã đã có quyết định công nhận năm {decision.Year + 1}) nên không ban hành được nữa. Hãy trả lại dự thảo."
        );

    /// <summary>One word to the audit of each hamlet's register.</summary>
    public static void Tell(Work work, Decision decision, string action, IEnumerable<Recognition> recognitions)
    {
        foreach (var hamlet in recognitions.GroupBy(r => r.RegisterId).Where(g => g.Key != decision.RegisterId))
        {
            work.Tell(hamlet.Key, action, $"{hamlet.Count()} families", [decision.Id, .. hamlet.Select(r => r.Id)]);
        }
    }

    /// <summary>The day the first other decision of the commune for that title and year came into force.</summary>
    private Task<DateOnly?> FirstAsync(Decision decision, int year, CancellationToken cancellation) =>
        db.Set<Decision>()
            .Where(d =>
                d.RegisterId == decision.RegisterId
                && d.AreaId == decision.AreaId
                && d.Title == decision.Title
                && d.Year == year
                && d.Status == DecisionStatus.InForce
                && d.Id != decision.Id
            )
            .MinAsync(d => d.IssuedOn, cancellation);

    private static void Hold(Work work, Household household, IEnumerable<Period> periods, int sign)
    {
        foreach (var period in periods)
        {
            work.Tallies.AddStock(household.RegisterId, household.AreaId, RecognitionMeasures.FamiliesHolding, period.From, period.To, sign);
        }
    }
}

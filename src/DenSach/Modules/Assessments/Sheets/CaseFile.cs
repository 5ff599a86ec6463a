using DenSach.Modules.Assessments.Evidence;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Sheets;

/// <summary>All that a move needs to know of one assessment, loaded together: the case, and what the registry knows of the family.</summary>
public sealed record CaseFile(
    Assessment Assessment,
    Round Round,
    Household Household,
    IReadOnlyList<AssessmentStep> Steps,
    IReadOnlyList<EvidenceFile> Evidence,
    IReadOnlyList<Person> Members,
    IReadOnlyList<Absence> Absences
)
{
    /// <summary>Loads many cases, in one round trip per register; ids of nothing are left out.</summary>
    public static async Task<IReadOnlyList<CaseFile>> LoadAsync(AppDb db, IEnumerable<Guid> assessmentIds, CancellationToken cancellation)
    {
        var files = new List<CaseFile>();
        foreach (var group in assessmentIds.Distinct().GroupBy(RowId.RegisterOf).Where(g => g.Key is not null).OrderBy(g => g.Key))
        {
            files.AddRange(await LoadAsync(db, group.Key!.Value, [.. group], cancellation));
        }
        return files;
    }

    public static async Task<CaseFile?> LoadAsync(AppDb db, Guid assessmentId, CancellationToken cancellation) =>
        (await LoadAsync(db, [assessmentId], cancellation)).SingleOrDefault();

    private static async Task<IEnumerable<CaseFile>> LoadAsync(AppDb db, int register, Guid[] ids, CancellationToken cancellation)
    {
        // One case is asked for by its key: a list, even of one, is planned anew each time.
        var all = db.Set<Assessment>().Where(a => a.RegisterId == register);
        var those = ids is [var one] ? all.Where(a => a.Id == one) : all.Where(a => ids.Contains(a.Id));
        var together = new ReadTogether(db);
        var cases = together.Add(
            from a in those
            join h in db.Set<Household>() on new { a.RegisterId, Id = a.HouseholdId } equals new { h.RegisterId, h.Id }
            select new { Assessment = a, Household = h }
        );
        var rounds = together.Add(db.Set<Round>().AsNoTracking().Where(r => those.Any(a => a.RoundRegisterId == r.RegisterId && a.RoundId == r.Id)));
        var untracked = those.AsNoTracking();
        var steps = together.Add(
            from a in untracked
            join s in db.Set<AssessmentStep>() on new { a.RegisterId, a.Id } equals new { s.RegisterId, Id = s.AssessmentId }
            orderby s.At
            select s
        );
        var evidence = together.Add(from a in untracked join e in db.Set<EvidenceFile>() on new { a.RegisterId, a.Id } equals new { e.RegisterId, Id = e.AssessmentId } select e);
        var members = together.Add(from a in untracked join p in db.Set<Person>() on new { a.RegisterId, a.HouseholdId } equals new { p.RegisterId, p.HouseholdId } select p);
        var absences = together.Add(from a in untracked join x in db.Set<Absence>() on new { a.RegisterId, a.HouseholdId } equals new { x.RegisterId, x.HouseholdId } select x);
        await together.RunAsync(cancellation);

        var roundOf = rounds.ToDictionary(r => r.Id);
        var stepsOf = steps.ToLookup(s => s.AssessmentId);
        var evidenceOf = evidence.ToLookup(e => e.AssessmentId);
        var membersOf = members.ToLookup(p => p.HouseholdId);
        var absencesOf = absences.ToLookup(a => a.HouseholdId);
        return from each in cases
            let id = each.Assessment.Id
            let family = each.Household.Id
            where roundOf.ContainsKey(each.Assessment.RoundId)
            select new CaseFile(
                each.Assessment,
                roundOf[each.Assessment.RoundId],
                each.Household,
                [.. stepsOf[id]],
                [.. evidenceOf[id]],
                [.. membersOf[family]],
                [.. absencesOf[family]]
            );
    }
}

using DenSach.Modules.Assessments.Evidence;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Sheets;

/// <summary>All that a move needs to know of one assessment, loaded together.</summary>
public sealed record CaseFile(Assessment Assessment, Round Round, Household Household, IReadOnlyList<AssessmentStep> Steps, IReadOnlyList<EvidenceFile> Evidence)
{
    /// <summary>Loads many cases with a few queries per register; ids of nothing are left out.</summary>
    public static async Task<IReadOnlyList<CaseFile>> LoadAsync(AppDb db, IEnumerable<Guid> assessmentIds, CancellationToken cancellation)
    {
        var files = new List<CaseFile>();
        var rounds = new Dictionary<Guid, Round?>();
        foreach (var group in assessmentIds.Distinct().GroupBy(RowId.RegisterOf).Where(g => g.Key is not null).OrderBy(g => g.Key))
        {
            var register = group.Key!.Value;
            var ids = group.ToList();
            var assessments = await db.Set<Assessment>().Where(a => a.RegisterId == register && ids.Contains(a.Id)).ToListAsync(cancellation);
            var households = assessments.Select(a => a.HouseholdId).ToList();
            var families = await db.Set<Household>().Where(h => h.RegisterId == register && households.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancellation);
            var steps = (await db.Set<AssessmentStep>().AsNoTracking().Where(s => s.RegisterId == register && ids.Contains(s.AssessmentId)).ToListAsync(cancellation)).ToLookup(s =>
                s.AssessmentId
            );
            var evidence = (await db.Set<EvidenceFile>().AsNoTracking().Where(e => e.RegisterId == register && ids.Contains(e.AssessmentId)).ToListAsync(cancellation)).ToLookup(
                e => e.AssessmentId
            );
            foreach (var assessment in assessments)
            {
                if (!rounds.TryGetValue(assessment.RoundId, out var round))
                {
                    round = rounds[assessment.RoundId] = await db.Set<Round>()
                        .SingleOrDefaultAsync(r => r.RegisterId == assessment.RoundRegisterId && r.Id == assessment.RoundId, cancellation);
                }
                if (round is not null)
                {
                    files.Add(new CaseFile(assessment, round, families[assessment.HouseholdId], [.. steps[assessment.Id].OrderBy(s => s.At)], [.. evidence[assessment.Id]]));
                }
            }
        }
        return files;
    }

    public static async Task<CaseFile?> LoadAsync(AppDb db, Guid assessmentId, CancellationToken cancellation) =>
        (await LoadAsync(db, [assessmentId], cancellation)).SingleOrDefault();
}

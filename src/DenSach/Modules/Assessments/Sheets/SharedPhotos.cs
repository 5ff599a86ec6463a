using DenSach.Modules.Assessments.Evidence;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Sheets;

/// <summary>A picture and one of the families it stands with.</summary>
public sealed record SharedPhoto(string Sha256, Guid AssessmentId, string Number, string HeadName, int AreaId);

/// <summary>Finds the same picture with several families.</summary>
public sealed class SharedPhotos(AppDb db)
{
    /// <summary>Pictures that stand with more than one family of the round, by their hash.</summary>
    public async Task<ILookup<string, SharedPhoto>> OfAsync(Round round, CancellationToken cancellation)
    {
        var shown =
            from file in db.Set<EvidenceFile>()
            join assessment in db.Set<Assessment>() on new { file.RegisterId, Id = file.AssessmentId } equals new { assessment.RegisterId, assessment.Id }
            where assessment.RoundId == round.Id
            select new
            {
                file.Sha256,
                file.AssessmentId,
                assessment.RegisterId,
                assessment.HouseholdId,
            };
        var twice = shown.GroupBy(s => s.Sha256).Where(g => g.Select(s => s.AssessmentId).Distinct().Count() > 1).Select(g => g.Key);
        var rows =
            from photo in shown
            join household in db.Set<Household>() on new { photo.RegisterId, Id = photo.HouseholdId } equals new { household.RegisterId, household.Id }
            where twice.Contains(photo.Sha256)
            select new SharedPhoto(photo.Sha256, photo.AssessmentId, household.Number, household.HeadName, household.AreaId);
        return (await rows.ToListAsync(cancellation)).ToLookup(p => p.Sha256);
    }
}

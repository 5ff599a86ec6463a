using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Data;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.List;

/// <param name="Draft">Something is written that was not handed in yet.</param>
/// <param name="Points">Hundredths of a point in the column that says last.</param>
public sealed record FamilyRow(
    Guid AssessmentId,
    int Version,
    int AreaId,
    Guid HouseholdId,
    string Number,
    string HeadName,
    AssessmentStatus Status,
    bool Draft,
    EnteredBy? EnteredBy,
    int? Points,
    Outcome? Outcome
)
{
    public bool WaitsForSelf => Status is AssessmentStatus.Registered or AssessmentStatus.Returned;

    public string? PointsText => Points is { } points ? Scoring.Points.FromHundredths(points).ToString() : null;
}

/// <summary>The families of a round in some hamlets, by hamlet and number. Who may see them is asked before.</summary>
public sealed class FamilyList(AppDb db)
{
    public async Task<IReadOnlyList<FamilyRow>> InAsync(Round round, IReadOnlyCollection<int> hamlets, CancellationToken cancellation)
    {
        var rows = await (
            from a in db.Set<Assessment>().AsNoTracking()
            join h in db.Set<Household>().AsNoTracking() on new { a.RegisterId, Id = a.HouseholdId } equals new { h.RegisterId, h.Id }
            where a.RoundId == round.Id && hamlets.Contains(a.AreaId)
            // The shorter number first, so that 9 stands before 10.
            orderby a.AreaId, h.Number.Length, h.Number, h.Id
            select new
            {
                Assessment = a,
                h.Number,
                h.HeadName,
            }
        ).ToListAsync(cancellation);
        return [.. rows.Select(r => Row(r.Assessment, r.Number, r.HeadName))];
    }

    private static FamilyRow Row(Assessment assessment, string number, string headName) =>
        new(
            assessment.Id,
            assessment.Version,
            assessment.AreaId,
            assessment.HouseholdId,
            number,
            headName,
            assessment.Status,
            assessment.Status == AssessmentStatus.Registered && !assessment.Self.IsEmpty,
            assessment.SelfEnteredBy,
            assessment.Latest.Points,
            assessment.Latest.Outcome
        );
}

using DenSach.Modules.Assessments.Evidence;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Sheets;

/// <summary>One family's sheet, opened for somebody who may see it.</summary>
public sealed record SheetView(CaseFile File, FamilySheet Form)
{
    public Assessment Assessment => File.Assessment;

    public CriteriaSet Set => Form.Set;

    /// <summary>A column read again with the facts and evidence of now; null while nothing is written in it.</summary>
    public ScoreSheet? Read(Column column) => column.IsEmpty ? null : Form.Read(column);

    /// <summary>The sheet that explains where the family stands: by the column that says last, or with no answer yet.</summary>
    public ScoreSheet Latest => Form.Read(Assessment.Latest);

    public ILookup<string, EvidenceFile> Evidence => File.Evidence.OrderBy(e => e.AddedAt).ToLookup(e => e.LineId);
}

/// <summary>Opens sheets: what one may not see answers like what is not there, and that somebody looked is told to the audit.</summary>
public sealed class OpenSheet(AppDb db, FamilySheets sheets, Gate gate, ReadLog log)
{
    public async Task<Result<SheetView>> OpenAsync(Guid assessmentId, CancellationToken cancellation)
    {
        var found = await FindAsync(assessmentId, cancellation);
        if (found.Ok)
        {
            var file = found.Value.File;
            var role = gate.GrantFor(AssessmentPermissions.Read, CaseDesk.PlaceOf(file))?.Role;
            await log.Opened("assessment.open", file.Assessment.RegisterId, role, cancellation, assessmentId, file.Household.Id);
        }
        return found;
    }

    /// <summary>The same without a word to the audit: to show a form again, or to answer a program that just opened it.</summary>
    public async Task<Result<SheetView>> FindAsync(Guid assessmentId, CancellationToken cancellation)
    {
        // What a refused command left in memory is not what stands in the database.
        db.ChangeTracker.Clear();
        var file = await CaseFile.LoadAsync(db, assessmentId, cancellation);
        if (file is null || !gate.Allows(AssessmentPermissions.Read, CaseDesk.PlaceOf(file)))
        {
            return Problem.NotFound();
        }
        return new SheetView(file, sheets.For(file));
    }
}

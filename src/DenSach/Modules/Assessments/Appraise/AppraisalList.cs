using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Appraise;

/// <summary>What waits for the appraisal in a round: the families to look at one by one, and the many clean ones.</summary>
public sealed class AppraisalList(AppDb db, FamilySheets sheets, SharedPhotos photos, CaseDesk desk, Gate gate, Clock clock, AreaTree tree)
{
    /// <summary>The round, for who appraises in its commune.</summary>
    public async Task<Round?> RoundAsync(Guid id, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(id);
        var round = await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.RegisterId == register && r.Id == id, cancellation);
        return round is not null && gate.Allows(AssessmentPermissions.Appraise, round.AreaId) ? round : null;
    }

    /// <summary>All proposed families, by hamlet and number.</summary>
    public async Task<IReadOnlyList<AppraisalCase>> WaitingAsync(Round round, CancellationToken cancellation)
    {
        var ids = await db.Set<Assessment>().Where(a => a.RoundId == round.Id && a.Status == AssessmentStatus.Proposed).Select(a => a.Id).ToListAsync(cancellation);
        var files = await CaseFile.LoadAsync(db, ids, cancellation);
        var shared = await photos.OfAsync(round, cancellation);
        return [.. InOrder(files).Select(file => Of(file, shared))];
    }

    /// <summary>The same for one family, whatever its status.</summary>
    public async Task<IReadOnlyList<OddityNote>> OdditiesOfAsync(CaseFile file, ScoreSheet sheet, CancellationToken cancellation) =>
        [.. Oddities(file, sheet, await photos.OfAsync(file.Round, cancellation))];

    private AppraisalCase Of(CaseFile file, ILookup<string, SharedPhoto> shared)
    {
        var sheet = sheets.For(file).Read(file.Assessment.Hamlet);
        var barred = desk.May(file, Moves.Pass, clock.Today, default, Condition.SheetComplete, Condition.ScoreMet).Problem;
        return new AppraisalCase(file, sheet, [.. Oddities(file, sheet, shared)], barred);
    }

    /// <summary>
    /// The next family with something unusual after this one in the order of the list, from the top again where none follows. Only as many cases are opened
    /// as it takes to find it.
    /// </summary>
    public async Task<Guid?> NextOddAsync(CaseFile after, int? hamlet, CancellationToken cancellation)
    {
        var waiting = await (
            from assessment in db.Set<Assessment>()
            where assessment.RoundId == after.Round.Id && assessment.Status == AssessmentStatus.Proposed && (hamlet == null || assessment.AreaId == hamlet)
            join household in db.Set<Household>() on new { assessment.RegisterId, Id = assessment.HouseholdId } equals new { household.RegisterId, household.Id }
            select new Standing(assessment.Id, household.AreaId, household.Number)
        ).ToListAsync(cancellation);
        var here = new Standing(after.Assessment.Id, after.Household.AreaId, after.Household.Number);
        var ordered = InOrder(waiting.Where(w => w.Id != here.Id).Append(here), w => (w.AreaId, w.Number)).Select(w => w.Id).ToList();
        var at = ordered.IndexOf(here.Id);
        var shared = await photos.OfAsync(after.Round, cancellation);
        foreach (var few in ordered[(at + 1)..].Chunk(AtATime).Concat(ordered[..at].Chunk(AtATime)))
        {
            var files = await CaseFile.LoadAsync(db, few, cancellation);
            if (InOrder(files).FirstOrDefault(f => Oddities(f, sheets.For(f).Read(f.Assessment.Hamlet), shared).Any()) is { } odd)
            {
                return odd.Assessment.Id;
            }
        }
        return null;
    }

    private const int AtATime = 20;

    private sealed record Standing(Guid Id, int AreaId, string Number);

    private IEnumerable<CaseFile> InOrder(IEnumerable<CaseFile> files) => InOrder(files, f => (f.Household.AreaId, f.Household.Number));

    private IEnumerable<T> InOrder<T>(IEnumerable<T> all, Func<T, (int AreaId, string Number)> place) =>
        all.OrderBy(one => tree[place(one).AreaId].Name, StringComparer.CurrentCulture)
            .ThenBy(one => place(one).AreaId)
            .ThenBy(one => place(one).Number.Length)
            .ThenBy(one => place(one).Number, StringComparer.Ordinal);

    private IEnumerable<OddityNote> Oddities(CaseFile file, ScoreSheet sheet, ILookup<string, SharedPhoto> shared)
    {
        if (sheet.Outcome != Outcome.Met)
        {
            yield return new OddityNote(Oddity.NotMet, sheet.Summary);
        }
        if (sheet.Lines.Where(l => l.State == LineState.NoEvidence).ToList() is { Count: > 0 } bare)
        {
            yield return new OddityNote(Oddity.NoEvidence, string.Join("; ", bare.Select(l => $"{l.Line.Id} {l.Line.Text}")));
        }
        foreach (var fact in sheet.Lines.SelectMany(ColumnWords.Against).DistinctBy(f => f.Definition.Name))
        {
            yield return new OddityNote(Oddity.AgainstRegistry, $"{fact.Definition.Title}: {fact.Source!.Note}");
        }
        foreach (var other in file.Evidence.SelectMany(e => shared[e.Sha256]).Where(s => s.AssessmentId != file.Assessment.Id).DistinctBy(s => s.AssessmentId))
        {
            yield return new OddityNote(Oddity.SamePhoto, $"hộ số {other.Number} ({other.HeadName}), {tree[other.AreaId].FullName}");
        }
        foreach (var reason in file.Steps.Select(s => s.LateReason).OfType<string>().Distinct())
        {
            yield return new OddityNote(Oddity.Late, reason);
        }
        foreach (var reason in file.Steps.Select(s => s.ExceptionReason).OfType<string>().Distinct())
        {
            yield return new OddityNote(Oddity.Exception, reason);
        }
        foreach (var step in file.Steps.Where(s => s.Action == Moves.Return))
        {
            yield return new OddityNote(Oddity.Returned, step.Reason);
        }
        foreach (var step in file.Steps.Where(s => s.Action == Moves.Reopen))
        {
            yield return new OddityNote(Oddity.Reopened, $"{step.Before.InWords()}: {step.Reason}");
        }
    }
}

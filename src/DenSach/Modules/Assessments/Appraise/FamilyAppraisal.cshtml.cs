using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using DenSach.Scoring;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.Appraise;

/// <summary>One family, three columns side by side. The appraisal's is open to who may appraise it; everybody else who may see the sheet reads what came out.</summary>
[Needs(AssessmentPermissions.Read)]
public sealed class FamilyAppraisalPage(OpenSheet sheets, CaseDesk desk, AppraisalList list, Appraise appraise, AreaTree tree) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "ban")]
    public int? Hamlet { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    /// <summary>Nothing: only reckon the points anew.</summary>
    [BindProperty]
    public AppraisalVerdict? Verdict { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? LateReason { get; set; }

    [BindProperty]
    public string? ExceptionReason { get; set; }

    public SheetView View { get; private set; } = null!;
    public CaseFile Case => View.File;
    public ScoreSheet Self { get; private set; } = null!;
    public ScoreSheet OfHamlet { get; private set; } = null!;

    /// <summary>The appraisal's column: as it stands, or as it is being typed.</summary>
    public ScoreSheet Appraisal { get; private set; } = null!;

    public IReadOnlyList<OddityNote> Oddities { get; private set; } = [];
    public Area HamletArea => tree[Case.Household.AreaId];
    public IReadOnlyList<Crumb> Crumbs => RoundCrumbs.To(Case.Round, tree, Today);

    /// <summary>Why nothing can be done here now; null if it can.</summary>
    public Problem? Barred { get; private set; }
    public bool MayAppraise => Barred is null;
    public bool LateReasonNeeded { get; private set; }
    public bool ExceptionNeeded { get; private set; }

    /// <summary>Whether there is an appraisal column to show beside the others.</summary>
    public bool HasAppraisal => MayAppraise || !Case.Assessment.Appraisal.IsEmpty;

    private IReadOnlyDictionary<string, string?> answers = new Dictionary<string, string?>();
    private IReadOnlyDictionary<string, string?> facts = new Dictionary<string, string?>();

    /// <summary>How a line is asked: its answer, and the typed figures it is the first to read.</summary>
    public AnswerInput InputOf(ScoredLine line)
    {
        var earlier = Appraisal.Lines.TakeWhile(l => l.Line.Id != line.Line.Id).SelectMany(l => l.Rule.FactNames).ToHashSet(StringComparer.Ordinal);
        var typed = line.Rule.FactNames.Where(name => !earlier.Contains(name)).Distinct();
        return new AnswerInput(
            line,
            answers.GetValueOrDefault(line.Line.Id),
            [
                .. typed.Select(name => new FactInput(
                    Appraisal.Set.Facts.First(f => f.Name == name),
                    facts.GetValueOrDefault(name),
                    View.Form.Registry[name]?.Value.Number,
                    facts.GetValueOrDefault(FactReasons.NameOf(name))
                )),
            ]
        );
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(null, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (answered, typed) = (SheetFields.Read(Request.Form, SheetFields.Answers), SheetFields.Read(Request.Form, SheetFields.Facts));
        if (Verdict is not { } verdict)
        {
            return await LoadAsync((answered, typed), cancellation) ?? Page();
        }
        var command = new Appraise.Command
        {
            CommandId = CommandId,
            Verdict = verdict,
            Lines = [new Appraise.Line(Id, BasedOn, answered, typed)],
            Reason = Reason,
            LateReason = LateReason,
            ExceptionReason = ExceptionReason,
        };
        var result = await appraise.Handle(command, cancellation);
        if (result.Problem is { } problem)
        {
            return await LoadAsync((answered, typed), cancellation) ?? Refuse(problem);
        }
        var opened = await sheets.FindAsync(Id, cancellation);
        if (opened.Problem is { } gone)
        {
            return Refuse(gone);
        }
        var file = opened.Value.File;
        Done = $"Hộ số {file.Household.Number} ({file.Household.HeadName}): {result.Value.Status.InWords().ToLower(System.Globalization.CultureInfo.CurrentCulture)}.";
        return Redirect(await NextAsync(file, cancellation));
    }

    /// <summary>The next family to look at after this one, in the order of the list; the list itself when there is none.</summary>
    private async Task<string> NextAsync(CaseFile file, CancellationToken cancellation)
    {
        var filter = Hamlet is { } ban ? $"?ban={ban}" : "";
        if (await list.RoundAsync(file.Round.Id, cancellation) is not { } round)
        {
            return $"/danh-gia/{Id}/tham-dinh";
        }
        return await list.NextOddAsync(file, Hamlet, cancellation) is { } next ? $"/danh-gia/{next}/tham-dinh{filter}" : $"/dot/{round.Id}/tham-dinh{filter}";
    }

    private async Task<IActionResult?> LoadAsync((IReadOnlyDictionary<string, string?> Answers, IReadOnlyDictionary<string, string?> Facts)? typed, CancellationToken cancellation)
    {
        var opened = typed is null ? await sheets.OpenAsync(Id, cancellation) : await sheets.FindAsync(Id, cancellation);
        if (opened.Problem is { } problem)
        {
            return Refuse(problem);
        }
        View = opened.Value;
        var (file, form) = View;
        (Self, OfHamlet) = (form.Read(file.Assessment.Self), form.Read(file.Assessment.Hamlet));
        var column = file.Assessment.Appraisal.IsEmpty ? file.Assessment.Hamlet : file.Assessment.Appraisal;
        Appraisal = form.Read(column);
        (answers, facts) = typed ?? (Codes(column.Answers), Codes(column.Facts));
        // They name other families ("the same picture as …"): only for who appraises here, never for the family itself.
        var seesOthers = file.Assessment.Status == AssessmentStatus.Proposed && Gate.Allows(AssessmentPermissions.Appraise, file.Household.AreaId);
        Oddities = seesOthers ? await list.OdditiesOfAsync(file, OfHamlet, cancellation) : [];
        Judge();
        if (typed is { } written)
        {
            var read = form.Write(AnswerCodes.From(written.Answers), AnswerCodes.From(written.Facts));
            if (read.Problem is { } misfit)
            {
                return Verdict is null ? Refuse(misfit) : null;
            }
            Appraisal = read.Value.Sheet;
        }
        return null;
    }

    /// <summary>Asks the workflow what stands in the way: for good, or only until a reason is written.</summary>
    private void Judge()
    {
        const string some = "…";
        Problem? May(Reasons reasons) => desk.May(Case, Moves.Pass, Today, reasons, Condition.SheetComplete, Condition.ScoreMet).Problem;
        Barred = May(new Reasons(some, some, some));
        ExceptionNeeded = MayAppraise && May(new Reasons(some, some))?.Code == "same_person";
        LateReasonNeeded = MayAppraise && May(new Reasons(some, null, some))?.Code == "late_reason";
    }

    private static Dictionary<string, string?> Codes(AnswerCodes codes) => codes.ByName.ToDictionary(c => c.Key, c => (string?)c.Value);
}

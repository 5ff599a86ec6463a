using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Decisions.Number;
using DenSach.Modules.Decisions.Sign;
using DenSach.Modules.Decisions.Submit;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using DenSach.Platform.Text;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.View;

/// <summary>Why a family stands in the way of this person's signature.</summary>
public sealed record Obstacle(string Family, string Sentence);

/// <summary>A decision with its families, and the step that comes next for who may take it: submit, sign, number.</summary>
[Needs(DecisionPermissions.Read)]
[TakesFile]
public sealed class DecisionPage(
    DecisionBook book,
    DecisionDesk desk,
    CaseDesk cases,
    SubmitDecision submit,
    SignDecision sign,
    EnterNumber number,
    FileStore files,
    AreaTree tree,
    Platform.Hosting.Installation installation
) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? SignerPosition { get; set; }

    [BindProperty]
    public string? ExceptionReason { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? IssuedOn { get; set; }

    public OpenDecision Open { get; private set; } = null!;
    public Decision Decision => Open.Decision;
    public IReadOnlyDictionary<Guid, Recognition> Recognitions { get; private set; } = new Dictionary<Guid, Recognition>();
    public IReadOnlyList<Obstacle> Obstacles { get; private set; } = [];
    public bool ExceptionNeeded { get; private set; }

    /// <summary>The set is a sample and this is no demo: signing will be refused, and the page says so before.</summary>
    public bool HasNoForce => Decision.RestsOnSample && !installation.IsDemo;

    public bool MayDraft => Gate.Allows(DecisionPermissions.Draft, Decision.AreaId);
    public bool MaySign => Gate.Allows(DecisionPermissions.Sign, Decision.AreaId);
    public bool MayNumber => Gate.Allows(DecisionPermissions.Number, Decision.AreaId);

    public Area HamletOf(DecisionLine line) => tree[line.HamletAreaId];

    public string? CodeOf(DecisionLine line) => Recognitions.TryGetValue(line.AssessmentId, out var recognition) ? PublicCode.Of(recognition.Id) : null;

    public Area Commune => tree[Decision.AreaId];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return Refuse(Problem.NotFound());
        }
        SignerPosition = DecisionPaper.DefaultPosition;
        IssuedOn = Today;
        return Page();
    }

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellation) => StepAsync(SubmitDecision.Step.Submit, "Đã trình ký.", cancellation);

    public Task<IActionResult> OnPostSendBackAsync(CancellationToken cancellation) => StepAsync(SubmitDecision.Step.SendBack, "Đã trả lại dự thảo.", cancellation);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation) =>
        StepAsync(SubmitDecision.Step.Withdraw, "Đã bỏ dự thảo; các hộ có thể vào dự thảo khác.", cancellation);

    public async Task<IActionResult> OnPostSignAsync(CancellationToken cancellation)
    {
        var command = new SignDecision.Command
        {
            CommandId = CommandId,
            DecisionId = Id,
            BasedOn = BasedOn,
            SignerPosition = SignerPosition ?? "",
            ExceptionReason = ExceptionReason,
        };
        return await AnswerAsync(await sign.Handle(command, cancellation), signed => $"Đã ký quyết định cho {signed.Families:N0} hộ. Văn thư cấp số để ban hành.", cancellation);
    }

    public async Task<IActionResult> OnPostNumberAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || !MayNumber)
        {
            return Refuse(Problem.NotFound());
        }
        if (IssuedOn is not { } issuedOn)
        {
            return Refuse(Problem.Invalid("issued_on", "Cần ghi ngày ban hành.", nameof(IssuedOn)));
        }
        var scan = await files.TakeAsync(HttpContext, "Scan", Decision.RegisterId, cancellation);
        if (scan.Problem is { } unfit)
        {
            return Refuse(unfit);
        }
        var command = new EnterNumber.Command
        {
            CommandId = CommandId,
            DecisionId = Id,
            BasedOn = BasedOn,
            Number = Number ?? "",
            IssuedOn = issuedOn,
            ScanSha256 = scan.Value.FirstOrDefault()?.Sha256,
        };
        return await AnswerAsync(
            await number.Handle(command, cancellation),
            issued => $"Quyết định số {issued.Number} đã ban hành; {issued.RecognitionIds.Count:N0} hộ được công nhận.",
            cancellation
        );
    }

    private async Task<IActionResult> StepAsync(SubmitDecision.Step step, string done, CancellationToken cancellation)
    {
        var command = new SubmitDecision.Command
        {
            CommandId = CommandId,
            DecisionId = Id,
            BasedOn = BasedOn,
            Step = step,
            Reason = Reason,
        };
        return await AnswerAsync(await submit.Handle(command, cancellation), _ => done, cancellation);
    }

    private async Task<IActionResult> AnswerAsync<T>(Result<T> result, Func<T, string> done, CancellationToken cancellation)
    {
        if (result.Problem is { } problem)
        {
            return await LoadAsync(cancellation) ? Refuse(problem) : Refuse(Problem.NotFound());
        }
        Done = done(result.Value);
        return Redirect($"/quyet-dinh/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await book.FindAsync(Id, cancellation) is not { } open)
        {
            return false;
        }
        Open = open;
        if (Decision.Status == DecisionStatus.InForce)
        {
            Recognitions = await book.RecognitionsAsync(Decision, cancellation);
        }
        if (Decision.Status == DecisionStatus.Submitted && MaySign)
        {
            await FindObstaclesAsync(cancellation);
        }
        return true;
    }

    /// <summary>Asks the workflow for every family before the button is shown, so that nobody signs into a refusal.</summary>
    private async Task FindObstaclesAsync(CancellationToken cancellation)
    {
        var families = await desk.FamiliesAsync(Decision, cancellation);
        var holds = await desk.HoldsAsync(families, Decision.RestsOnSample, Today, cancellation);
        var problems = families.Select(f => (Case: f, cases.May(f, Moves.Sign, Today, default, holds[f.Assessment.Id]).Problem)).Where(p => p.Problem is not null).ToList();
        ExceptionNeeded = problems.Any(p => p.Problem!.Code == "same_person");
        Obstacles = [.. problems.Select(p => new Obstacle($"{p.Case.Household.Number} · {p.Case.Household.HeadName}", p.Problem!.Sentence))];
    }
}

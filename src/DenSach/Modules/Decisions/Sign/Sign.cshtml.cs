using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.Sign;

/// <summary>Why a family stands in the way of this person's signature.</summary>
public sealed record Obstacle(Guid AssessmentId, string Family, string Sentence, bool IsOwn);

/// <summary>Where the leader signs; what stands in the way is said before.</summary>
[Needs(DecisionPermissions.Sign)]
public sealed class SignPage(DecisionBook book, AreaTree tree, DecisionDesk desk, CaseDesk cases, SignDecision sign)
    : DecisionStepPage(book, tree, DecisionPermissions.Sign, DecisionStatus.Submitted)
{
    [BindProperty]
    public string? SignerPosition { get; set; } = DecisionPaper.DefaultPosition;

    [BindProperty]
    public string? ExceptionReason { get; set; }

    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    [BindProperty]
    public string? LateReason { get; set; }

    public bool IsLate => DecisionDesk.IsLate(Open.Round, Today);

    public IReadOnlyList<Obstacle> Obstacles { get; private set; } = [];
    public bool ExceptionNeeded { get; private set; }

    public override Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        SignedOn = Today;
        return base.OnGetAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var command = new SignDecision.Command
        {
            CommandId = CommandId,
            DecisionId = Id,
            BasedOn = BasedOn,
            SignerPosition = SignerPosition ?? "",
            ExceptionReason = ExceptionReason,
            SignedOn = SignedOn,
            LateReason = LateReason,
        };
        return await AnswerAsync(await sign.Handle(command, cancellation), signed => $"Đã ký quyết định cho {signed.Families:N0} hộ. Văn thư cấp số để ban hành.", cancellation);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (!await base.LoadAsync(cancellation))
        {
            return false;
        }
        if (IsOpen)
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
        var refused = families.Select(f => (Case: f, cases.May(f, Moves.Sign, Today, default, holds[f.Assessment.Id]).Problem)).Where(p => p.Problem is not null).ToList();
        ExceptionNeeded = refused.Any(p => p.Problem!.Code == "same_person");
        Obstacles =
        [
            .. refused.Select(p => new Obstacle(
                p.Case.Assessment.Id,
                $"{p.Case.Household.Number} · {p.Case.Household.HeadName}",
                p.Problem!.Sentence,
                p.Problem.Code == "own_household"
            )),
        ];
    }
}

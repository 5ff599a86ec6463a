using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Text;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.View;

/// <summary>A decision with its families, what it brought, and the way to the step that comes next.</summary>
[Needs(DecisionPermissions.Read)]
public sealed class DecisionPage(DecisionBook book, AreaTree tree, Platform.Hosting.Installation installation) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OpenDecision Open { get; private set; } = null!;
    public Decision Decision => Open.Decision;
    public IReadOnlyList<DecisionStep> Steps { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Recognition> Recognitions { get; private set; } = new Dictionary<Guid, Recognition>();

    /// <summary>The set is a sample and this is no demo: signing will be refused, and the page says so before.</summary>
    public bool HasNoForce => Decision.RestsOnSample && !installation.IsDemo;

    public bool MaySubmit => Decision.Status == DecisionStatus.Draft && Gate.Allows(DecisionPermissions.Draft, Decision.AreaId);
    public bool MaySign => Decision.Status == DecisionStatus.Submitted && Gate.Allows(DecisionPermissions.Sign, Decision.AreaId);
    public bool MayNumber => Decision.Status == DecisionStatus.Signed && Gate.Allows(DecisionPermissions.Number, Decision.AreaId);

    public bool MaySendBack =>
        (Decision.Status == DecisionStatus.Submitted && Gate.Allows(DecisionPermissions.Sign, Decision.AreaId))
        || (Decision.Status == DecisionStatus.Signed && Gate.Allows(DecisionPermissions.SendBack, Decision.AreaId));

    public bool MayCorrect => Number.CorrectNumber.IsOpen(Decision, Today) && Gate.Allows(DecisionPermissions.Number, Decision.AreaId);
    public bool MayDrop => MaySubmit && Open.Lines.Count > 1;

    public Area HamletOf(DecisionLine line) => tree[line.HamletAreaId];

    public string? CodeOf(DecisionLine line) => Recognitions.TryGetValue(line.AssessmentId, out var recognition) ? PublicCode.Of(recognition.Id) : null;

    public Area Commune => tree[Decision.AreaId];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await book.FindAsync(Id, cancellation) is not { } open)
        {
            return Refuse(Problem.NotFound());
        }
        Open = open;
        Steps = await book.StepsAsync(Decision, cancellation);
        if (Decision.Status == DecisionStatus.InForce)
        {
            Recognitions = await book.RecognitionsAsync(Decision, cancellation);
        }
        return Page();
    }
}

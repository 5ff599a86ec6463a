using DenSach.Modules.Areas;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions;

/// <summary>What the pages of a decision's steps share: the decision, the version the form showed, and back to it when the step is done.</summary>
public abstract class DecisionStepPage(DecisionBook book, AreaTree tree, string permission, params DecisionStatus[] statuses) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    public OpenDecision Open { get; private set; } = null!;
    public Decision Decision => Open.Decision;
    public Area Commune => tree[Decision.AreaId];

    /// <summary>Whether the step is still to be taken; somebody may have been quicker.</summary>
    public virtual bool IsOpen => statuses.Contains(Decision.Status);

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : Refuse(Problem.NotFound());

    protected virtual async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await book.FindAsync(Id, cancellation) is not { } open || !Gate.Allows(permission, open.Decision.AreaId))
        {
            return false;
        }
        Open = open;
        return true;
    }

    protected async Task<IActionResult> AnswerAsync<T>(Result<T> result, Func<T, string> done, CancellationToken cancellation)
    {
        if (result.Problem is { } problem)
        {
            return await LoadAsync(cancellation) ? Refuse(problem) : Refuse(Problem.NotFound());
        }
        Done = done(result.Value);
        return Redirect($"/quyet-dinh/{Id}");
    }
}

using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.Submit;

/// <summary>Where the leader sends back what was put before him, and leader or clerk what is signed and not numbered yet.</summary>
[Needs(DecisionPermissions.SendBack)]
public sealed class SendBackPage(DecisionBook book, AreaTree tree, SubmitDecision submit)
    : DecisionStepPage(book, tree, DecisionPermissions.SendBack, DecisionStatus.Submitted, DecisionStatus.Signed)
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var command = new SubmitDecision.Command
        {
            CommandId = CommandId,
            DecisionId = Id,
            BasedOn = BasedOn,
            Step = SubmitDecision.Step.SendBack,
            Reason = Reason,
        };
        return await AnswerAsync(await submit.Handle(command, cancellation), _ => "Đã trả lại dự thảo.", cancellation);
    }
}

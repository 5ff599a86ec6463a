using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.Submit;

/// <summary>Where the leader sends back what was put before him.</summary>
[Needs(DecisionPermissions.Sign)]
public sealed class SendBackPage(DecisionBook book, AreaTree tree, SubmitDecision submit) : DecisionStepPage(book, tree, DecisionPermissions.Sign, DecisionStatus.Submitted)
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

using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.Submit;

/// <summary>Where a draft is put before the leader or dropped.</summary>
[Needs(DecisionPermissions.Draft)]
public sealed class SubmitPage(DecisionBook book, AreaTree tree, SubmitDecision submit) : DecisionStepPage(book, tree, DecisionPermissions.Draft, DecisionStatus.Draft)
{
    [BindProperty]
    public SubmitDecision.Step Step { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var command = new SubmitDecision.Command
        {
            CommandId = CommandId,
            DecisionId = Id,
            BasedOn = BasedOn,
            Step = Step == SubmitDecision.Step.Withdraw ? SubmitDecision.Step.Withdraw : SubmitDecision.Step.Submit,
        };
        var result = await submit.Handle(command, cancellation);
        return await AnswerAsync(
            result,
            done => done.Status == DecisionStatus.Submitted ? "Đã trình lãnh đạo ký." : "Đã bỏ dự thảo; các hộ có thể vào dự thảo khác.",
            cancellation
        );
    }
}

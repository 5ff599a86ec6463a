using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.Drop;

/// <summary>Where a family is taken out of a draft, or the leader's own out of what was put before him.</summary>
[Needs(DecisionPermissions.Read)]
public sealed class DropPage(DecisionBook book, AreaTree tree, DropFamily drop)
    : DecisionStepPage(book, tree, DecisionPermissions.Read, DecisionStatus.Draft, DecisionStatus.Submitted)
{
    [BindProperty(SupportsGet = true, Name = "ho")]
    public Guid AssessmentId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DecisionLine? Line => Open.Lines.FirstOrDefault(l => l.AssessmentId == AssessmentId);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var command = new DropFamily.Command
        {
            CommandId = CommandId,
            DecisionId = Id,
            BasedOn = BasedOn,
            AssessmentId = AssessmentId,
            Reason = Reason,
        };
        return await AnswerAsync(
            await drop.Handle(command, cancellation),
            done => $"Đã đưa hộ số {done.HouseholdNumber} ra; danh sách còn {done.Left:N0} hộ. Hộ này chờ quyết định khác.",
            cancellation
        );
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellation) => await base.LoadAsync(cancellation) && Line is not null;
}

using DenSach.Modules.Assessments;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions.CloseRound;

/// <summary>Where a round is closed, with what was written in it so far.</summary>
[Needs(RoundPermissions.Open)]
public sealed class CloseRoundPage(AppDb db, RoundsInReach reach, CloseRound close) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Round Round { get; private set; } = null!;
    public int Families { get; private set; }
    public int Decisions { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var command = new CloseRound.Command
        {
            CommandId = CommandId,
            RoundId = Id,
            BasedOn = BasedOn,
            Reason = Reason,
        };
        var result = await close.Handle(command, cancellation);
        if (result.Problem is { } problem)
        {
            return await LoadAsync(cancellation) ?? Refuse(problem);
        }
        Done = "Đã đóng đợt. Có thể mở đợt khác cho cùng năm và danh hiệu.";
        return Redirect("/dot");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var found = await reach.FindAsync(Id, cancellation);
        if (found.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Round = found.Value;
        Families = await db.Set<Assessment>().CountAsync(a => a.RoundId == Id, cancellation);
        Decisions = await db.Set<Decision>().CountAsync(d => d.RegisterId == Round.RegisterId && d.RoundId == Id && d.Status != DecisionStatus.Withdrawn, cancellation);
        return null;
    }
}

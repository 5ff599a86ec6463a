using DenSach.Modules.Assessments;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions.EditRound;

/// <summary>The form of a round once more, while nobody is registered.</summary>
[Needs(RoundPermissions.Open)]
public sealed class EditRoundPage(EditRound edit, AppDb db, RoundsInReach reach, Installation installation) : RoundFormPage(installation)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    public Round Round { get; private set; } = null!;
    public int Families { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } refused)
        {
            return refused;
        }
        (Year, FactsAsAt, Plan, SetId) = (Round.Year, Round.FactsAsAt, Round.PlanId, $"{Round.SetId}@{Round.SetVersion}");
        Windows =
        [
            .. Round
                .Windows.OrderBy(w => w.Step)
                .Select(w => new WindowFields
                {
                    Step = w.Step,
                    From = w.From,
                    LastDay = w.LastDay,
                }),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!IsFilled)
        {
            return await LoadAsync(cancellation)
                ?? Refuse(Problem.Invalid("fields", "Có ô còn trống hoặc không đọc được. Hãy điền đủ năm, ngày chốt số liệu và ngày của từng bước."));
        }
        var command = new EditRound.Command
        {
            CommandId = CommandId,
            RoundId = Id,
            BasedOn = BasedOn,
            Year = Year,
            SetId = Chosen.Id,
            SetVersion = Chosen.Version,
            PlanId = Plan,
            FactsAsAt = FactsAsAt!.Value,
            AcceptsSample = AcceptsSample,
            Windows = [.. Windows.Select(w => new RoundSpan(w.Step, w.From!.Value, w.LastDay!.Value))],
        };
        var result = await edit.Handle(command, cancellation);
        if (result.Problem is { } problem)
        {
            return await LoadAsync(cancellation) ?? Refuse(problem);
        }
        Done = "Đã sửa đợt đánh giá.";
        return Redirect($"/dot/{Id}");
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
        await LoadSetsAsync(db, cancellation);
        return null;
    }
}

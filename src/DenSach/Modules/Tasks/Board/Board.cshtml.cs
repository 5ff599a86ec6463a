using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Tasks.Board;

[Needs(PlansModule.Read)]
public sealed class BoardPage(TaskBoard board) : AppPage
{
    /// <summary>"cua-toi", "qua-han" or everything.</summary>
    [BindProperty(SupportsGet = true, Name = "xem")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "ke-hoach")]
    public Guid? PlanId { get; set; }

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true, Name = "thang")]
    public int? Month { get; set; }

    public BoardView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) =>
        View = await board.AskAsync(new BoardFilter(Show == "cua-toi", Show == "qua-han", PlanId, Agency, Month is >= 1 and <= 12 ? Month : null), cancellation);
}

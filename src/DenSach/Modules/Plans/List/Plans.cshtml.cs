using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.List;

[Needs(PlansModule.Read)]
public sealed class PlansPage(PlanList list) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public PlanState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "dia-ban")]
    public int? AreaId { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "xep")]
    public PlanOrder Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int At { get; set; } = 1;

    public PlanPageOf Found { get; private set; } = null!;
    public IReadOnlyList<Area> Places { get; private set; } = [];
    public IReadOnlyList<PlanLine> Drafts { get; private set; } = [];
    public bool MayLoad => Gate.AllowsSomewhere(PlansModule.Load);
    public bool MayWrite => MayLoad || Gate.AllowsSomewhere(PlansModule.Write);

    /// <summary>Something was asked, so that an empty list means "not found" and not "none yet".</summary>
    public bool IsAsked => !string.IsNullOrWhiteSpace(Words) || State is not null || AreaId is not null || Year is not null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Found = await list.PageAsync(new PlanFilter(Words, State, AreaId, Year, Order, At), cancellation);
        Places = await list.PlacesAsync(cancellation);
        Drafts = await list.DraftsAsync(cancellation);
    }

    /// <summary>The same list at another page.</summary>
    public string UrlOf(int page) => $"/ke-hoach?tim={Uri.EscapeDataString(Words ?? "")}&trang-thai={State}&dia-ban={AreaId}&nam={Year}&xep={Order}&trang={page}";

    public static string NameOf(PlanState state) =>
        state switch
        {
            PlanState.InForce => "Đang thực hiện",
            PlanState.Ended => "Đã thay hoặc thu hồi",
            _ => "Chưa bắt đầu, đã hết",
        };

    public static string NameOf(PlanOrder order) =>
        order switch
        {
            PlanOrder.Oldest => "cũ nhất trước",
            PlanOrder.EndsFirst => "sắp hết giai đoạn trước",
            _ => "mới nhất trước",
        };
}

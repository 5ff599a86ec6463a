using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Calendar.Feed;

/// <summary>Addresses for calendar programs: made, shown once, ended.</summary>
[Needs(PlansModule.Read)]
public sealed class FeedsPage(AppDb db, MakeFeed make, EndFeed end, CalendarAreas areas, PublicAddress address) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid FeedId { get; set; }

    [BindProperty(SupportsGet = true, Name = "dia-ban")]
    public int? AreaId { get; set; }

    public Area Area { get; private set; } = null!;
    public IReadOnlyList<CalendarFeed> Feeds { get; private set; } = [];

    /// <summary>The address just made; it cannot be shown again.</summary>
    public string? Made { get; private set; }

    /// <summary>The same address as a phone's calendar program takes it: opening it offers to subscribe.</summary>
    public string? MadeForPhone => Made is null ? null : $"webcal://{Made[(Made.IndexOf("://", StringComparison.Ordinal) + 3)..]}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await OpenAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is { } refused)
        {
            return refused;
        }
        var token = CalendarFeed.NewToken();
        var made = await make.Handle(
            new MakeFeed.Command
            {
                CommandId = CommandId,
                AreaId = Area.Id,
                TokenHash = CalendarFeed.HashOf(token),
            },
            cancellation
        );
        if (made.Problem is { } problem)
        {
            return Refuse(
                problem.Code == "command_reused" ? Problem.Conflict("calendar.made", "Đường dẫn này đã được tạo ở lần bấm trước. Hãy mở lại trang rồi tạo đường dẫn mới.") : problem
            );
        }
        Made = $"{address.Of(Request)}/lich/{token}.ics";
        return await OpenAsync(cancellation) ?? Page();
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellation)
    {
        var ended = await end.Handle(new EndFeed.Command { CommandId = CommandId, FeedId = FeedId }, cancellation);
        if (ended.Problem is { } problem)
        {
            return await OpenAsync(cancellation) ?? Refuse(problem);
        }
        Done = "Đã bỏ đường dẫn lịch.";
        return Redirect($"/lich/dang-ky?dia-ban={AreaId}");
    }

    public string NameOf(CalendarFeed feed) => HttpContext.RequestServices.GetRequiredService<AreaTree>()[feed.AreaId].FullName;

    private async Task<IActionResult?> OpenAsync(CancellationToken cancellation)
    {
        if (areas.Find(AreaId) is not { } area)
        {
            return Refuse(Problem.NotFound());
        }
        Area = area;
        Feeds = await db.Set<CalendarFeed>().AsNoTracking().Where(f => f.AccountId == areas.AccountId && f.EndedAt == null).OrderBy(f => f.MadeAt).ToListAsync(cancellation);
        return null;
    }
}

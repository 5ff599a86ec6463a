using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Areas.View;

/// <summary>An area as at a day: where it lies, what lies in it, what happened to it. The tree is no secret; what people do in it is.</summary>
[SignedIn]
public sealed class AreaPage(AreaTree tree, Clock clock) : AppPage
{
    public Area Area { get; private set; } = null!;
    public DateOnly Day { get; private set; }
    public bool IsToday => Day == clock.Today;
    public bool InForce { get; private set; }
    public IReadOnlyList<Area> Path { get; private set; } = [];
    public IReadOnlyList<Area> Children { get; private set; } = [];
    public IReadOnlyList<AreaEvent> History { get; private set; } = [];

    public IActionResult OnGet(int id, string? ngay)
    {
        if (tree.Find(id) is not { } area)
        {
            return Refuse(Problem.NotFound($"Không có địa bàn nào mang số {id}."));
        }
        var day = DayInQuery.Read(ngay, clock.Today, nameof(ngay));
        Area = area;
        Day = day.Ok ? day.Value : clock.Today;
        Path = tree.PathTo(id, Day);
        InForce = Path.Count > 0;
        Children = tree.ChildrenOf(id, Day);
        History = tree.HistoryOf(id);
        return day.Problem is { } problem ? Refuse(problem) : Page();
    }

    /// <summary>The page of another area at the day this one shows, or at one that suits it better.</summary>
    public string UrlOf(Area area, DateOnly? day = null) => (day ?? Day) is var on && on == clock.Today ? $"/dia-ban/{area.Id}" : $"/dia-ban/{area.Id}?ngay={on.Iso()}";
}

using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Areas.View;

/// <summary>An area as at a day: where it lies, what lies in it, what happened to it. The tree is no secret; what people do in it is.</summary>
[SignedIn]
public sealed class AreaPage(AreaTree tree) : AppPage
{
    public Area Area { get; private set; } = null!;
    public bool InForce { get; private set; }
    public IReadOnlyList<Area> Path { get; private set; } = [];
    public IReadOnlyList<Area> Children { get; private set; } = [];
    public IReadOnlyList<AreaEvent> History { get; private set; } = [];

    public IEnumerable<Crumb> Crumbs => [.. Path.SkipLast(1).Select(a => new Crumb(a.FullName, $"/dia-ban/{a.Id}")), new Crumb(Area.FullName)];

    public IActionResult OnGet(int id, string? ngay)
    {
        if (tree.Find(id) is not { } area)
        {
            return Refuse(Problem.NotFound($"Không có địa bàn nào mang số {id}."));
        }
        Area = area;
        Path = tree.PathTo(id, AsAt);
        InForce = Path.Count > 0;
        Children = tree.ChildrenOf(id, AsAt);
        History = tree.HistoryOf(id);
        return DayInQuery.Read(ngay, AsAt, nameof(ngay)).Problem is { } problem ? Refuse(problem) : Page();
    }

    /// <summary>The page of an area on the day it is spoken of.</summary>
    public static string UrlOf(Area area, DateOnly day) => $"/dia-ban/{area.Id}?{Platform.Ui.AsAt.Query}={day.Iso()}";
}

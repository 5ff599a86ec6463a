using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Areas.Find;

/// <summary>Finds areas by name without marks, today's and those of the past; without a word it lists the provinces.</summary>
[SignedIn]
public sealed class FindPage(AreaTree tree, Clock clock) : AppPage
{
    public const int Most = 50;

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Text { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool Searched => !string.IsNullOrWhiteSpace(Text);

    public void OnGet()
    {
        var today = clock.Today;
        var found = Searched ? tree.Search(Text!, today, Most) : tree.AllOf(AreaKind.Province, today);
        Rows = [.. found.Select(RowOf)];
    }

    /// <param name="Area">The area found.</param>
    /// <param name="Where">Where it lies today, or lay on its last day, from below.</param>
    /// <param name="Until">Its last day, if it is over.</param>
    public sealed record Row(Area Area, string Where, DateOnly? Until)
    {
        public string Url => Until is { } day ? $"/dia-ban/{Area.Id}?ngay={day.Iso()}" : $"/dia-ban/{Area.Id}";
    }

    private Row RowOf(Area area)
    {
        var until = tree.LastDayOf(area.Id);
        var path = tree.PathTo(area.Id, until is { } end && end < clock.Today ? end : clock.Today);
        return new Row(area, string.Join(", ", path.SkipLast(1).Reverse().Select(a => a.FullName)), until < clock.Today ? until : null);
    }
}

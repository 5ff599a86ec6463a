using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Calendar;

/// <summary>A page over the calendar of one area, with its choice of line and of what is shown.</summary>
public abstract class CalendarPage(AreaCalendar calendar, CalendarAreas areas) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "dia-ban")]
    public int? AreaId { get; set; }

    /// <summary>Only what goes up one line; all where none is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "tuyen")]
    public ReportLines? Line { get; set; }

    public Area Area { get; private set; } = null!;
    public IReadOnlyList<Area> Areas { get; private set; } = [];
    public Due Due { get; private set; } = null!;

    public string Query(string address) => $"{address}?dia-ban={Area.Id}{(Line is { } line ? $"&tuyen={line}" : "")}";

    protected async Task<IActionResult?> OpenAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        if (areas.Find(AreaId) is not { } area)
        {
            return Refuse(Problem.NotFound());
        }
        (Area, Areas) = (area, await areas.OfferedAsync(cancellation));
        var due = await calendar.BetweenAsync(area.Id, from, to, Today, cancellation);
        Due = Line is { } line and not ReportLines.None ? due.Up(line) : due;
        return null;
    }
}

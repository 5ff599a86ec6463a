using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DenSach.Modules.Calendar;

/// <summary>What is told of a deadline on a page of the calendar.</summary>
/// <param name="Open">The form stands open, as of the deadline that a reminder leads to.</param>
/// <param name="Back">Where one goes on to: the year where the form stands on it, else null.</param>
public sealed record SettleForm(DueItem Item, CalendarPage Page, bool Open = false, string? Back = null);

/// <summary>A page over the calendar of one area, with its choice of line and of what is shown.</summary>
public abstract class CalendarPage(AreaCalendar calendar, CalendarAreas areas, SettledDeadlines settled) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "dia-ban")]
    public int? AreaId { get; set; }

    /// <summary>Only what goes up one line; all where none is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "tuyen")]
    public ReportLines? Line { get; set; }

    /// <summary>What was typed of a deadline, where it was refused.</summary>
    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Area Area { get; private set; } = null!;
    public IReadOnlyList<Area> Areas { get; private set; } = [];
    public Due Due { get; private set; } = null!;

    public string Query(string address) => $"{address}?dia-ban={Area.Id}{(Line is { } line ? $"&tuyen={line}" : "")}";

    /// <summary>Nobody has done so long ahead what comes every year: offered there, it would be told of the wrong time.</summary>
    private const int DaysAhead = 180;

    /// <summary>Whether the actor may tell of the deadline that it was kept.</summary>
    public bool MaySettle(DueItem item) =>
        item.ByTask is null
        && (item.IsSettled || item.Day <= Today.AddDays(DaysAhead))
        && item is { Plan: { } plan, Occurrence: not null }
        && settled.MayTell(plan, item.FromAbove ? Area.Id : plan.AreaId);

    /// <summary>Of this one the form was refused.</summary>
    public virtual bool IsSettling(DueItem item) => false;

    /// <summary>In a list each deadline knows its page: for the form and for what leads on.</summary>
    public ViewDataDictionary Within(ViewDataDictionary data) => new(data) { ["Calendar"] = this };

    /// <summary>Under the line it was taken over from only whose it is and how it stands is said.</summary>
    public static ViewDataDictionary Under(ViewDataDictionary data) => new(data) { ["Under"] = true };

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

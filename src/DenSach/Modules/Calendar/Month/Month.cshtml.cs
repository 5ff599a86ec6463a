using DenSach.Modules.Difficulties;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DenSach.Modules.Calendar.Month;

/// <summary>A month as a sheet to hang up, and as a message to send on.</summary>
[Needs(PlansModule.Read)]
public sealed class MonthPage(AreaCalendar calendar, CalendarAreas areas) : CalendarPage(calendar, areas)
{
    /// <summary>How many a cell of the sheet shows; the rest stands in the list below it.</summary>
    public const int MostInADay = 3;

    public DateOnly First { get; private set; }

    /// <summary>Weeks from Monday to Sunday that cover the month.</summary>
    public IReadOnlyList<DateOnly[]> Weeks { get; private set; } = [];

    /// <summary>The deadline that a reminder is about; null for the whole month.</summary>
    [BindProperty(SupportsGet = true, Name = "han")]
    public string? Chosen { get; set; }

    public DueItem? Only { get; private set; }
    public string Message { get; private set; } = "";

    /// <summary>In the list of a month each deadline also leads to telling what stands in its way, for who may.</summary>
    public ViewDataDictionary InMonth(ViewDataDictionary data) => new(data) { ["MayRaise"] = Gate.AllowsSomewhere(DifficultiesModule.Raise) };

    public async Task<IActionResult> OnGetAsync(int year, int month, CancellationToken cancellation)
    {
        if (year is < 2000 or > 2100 || month is < 1 or > 12)
        {
            return Refuse(Problem.NotFound("Không có tháng này."));
        }
        First = new DateOnly(year, month, 1);
        var last = First.AddMonths(1).AddDays(-1);
        if (await OpenAsync(First, last, cancellation) is { } refused)
        {
            return refused;
        }
        var monday = First.AddDays(-(((int)First.DayOfWeek + 6) % 7));
        Weeks =
        [
            .. Enumerable.Range(0, (last.DayNumber - monday.DayNumber) / 7 + 1).Select(week => Enumerable.Range(0, 7).Select(day => monday.AddDays(week * 7 + day)).ToArray()),
        ];
        Only = Due.Items.FirstOrDefault(i => i.Key == Chosen);
        Message = Only is { } only ? DueWords.Message(only) : DueWords.Message(Area.FullName, year, month, [.. Due.Items.Where(i => i.Day >= Today || last < Today)]);
        return Page();
    }
}

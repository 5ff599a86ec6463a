using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DenSach.Modules.Calendar.Year;

/// <summary>The annual cycle at a glance.</summary>
[Needs(PlansModule.Read)]
public sealed class YearPage(AreaCalendar calendar, CalendarAreas areas, SettledDeadlines settled, YearFile file) : CalendarPage(calendar, areas, settled)
{
    /// <summary>How many a month shows in the year; all of them stand on its own page.</summary>
    public const int MostInAMonth = 8;

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Asked { get; set; }

    public int Year { get; private set; }

    /// <summary>What is late stands apart, with the form to tell it done, and with its year.</summary>
    public ViewDataDictionary Late(ViewDataDictionary data) => new(Within(data)) { ["Late"] = true };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Year = Asked is >= 2000 and <= 2100 ? Asked.Value : Today.Year;
        return await OpenAsync(new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31), cancellation) ?? Page();
    }

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation) =>
        await OnGetAsync(cancellation) is PageResult ? File(await file.WriteAsync(Due, cancellation), Csv.ContentType, $"lich-{Year}-{Today:yyyy-MM-dd}.csv") : NotFound();
}

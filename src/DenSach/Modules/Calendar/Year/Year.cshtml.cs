using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Calendar.Year;

/// <summary>The annual cycle at a glance.</summary>
[Needs(PlansModule.Read)]
public sealed class YearPage(AreaCalendar calendar, CalendarAreas areas) : CalendarPage(calendar, areas)
{
    /// <summary>How many a month shows in the year; all of them stand on its own page.</summary>
    public const int MostInAMonth = 8;

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Asked { get; set; }

    public int Year { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Year = Asked is >= 2000 and <= 2100 ? Asked.Value : Today.Year;
        return await OpenAsync(new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31), cancellation) ?? Page();
    }
}

using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DenSach.Modules.Indicators.Families;

[Needs(RegistryModule.Read)]
public sealed class FamiliesPage(HoldingFamilies families, AreaTree tree) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "diaban")]
    public int AreaId { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    /// <summary>Null where the day is refused.</summary>
    public FamiliesFound? Found { get; private set; }

    public IEnumerable<Crumb> Crumbs(string last) =>
        [.. tree.PathTo(AreaId, AsAt).Select(a => new Crumb(a.FullName, Gate.Allows(IndicatorsModule.Read, a.Id) ? $"/chi-tieu?diaban={a.Id}" : null)), new Crumb(last)];

    public async Task<IActionResult> OnGetAsync(string? ngay, CancellationToken cancellation)
    {
        if (DayInQuery.Read(ngay, AsAt, nameof(ngay)).Problem is { } fault)
        {
            return Refuse(fault);
        }
        var found = await families.FindAsync(AreaId, AsAt, Number, cancellation);
        if (found.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Found = found.Value;
        return Page();
    }

    /// <summary>The same list of the same day, at another page or in a file.</summary>
    public string Link(string path, int? page = null) =>
        Platform.Ui.AsAt.Keep(
            QueryHelpers.AddQueryString(
                path,
                new Dictionary<string, string?> { ["diaban"] = AreaId.ToString(CultureInfo.InvariantCulture), ["trang"] = page?.ToString(CultureInfo.InvariantCulture) }
            ),
            HttpContext
        );
}

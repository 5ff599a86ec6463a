using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DenSach.Modules.Indicators.Table;

[Needs(IndicatorsModule.Read)]
public sealed class TargetsPage(ReadTargets targets, AreaTree tree) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "diaban")]
    public int? AreaId { get; set; }

    /// <summary>Null where the day is refused.</summary>
    public TargetTable? Table { get; private set; }

    /// <summary>Where the actor may begin, if there is more than one such place.</summary>
    public IReadOnlyList<Area> Beginnings { get; private set; } = [];
    public IReadOnlyList<Crumb> Crumbs { get; private set; } = [];
    public bool MayOpenList => Table is not null && Gate.Allows(RegistryModule.Read, Table.AreaId);

    public async Task<IActionResult> OnGetAsync(string? ngay, CancellationToken cancellation)
    {
        Beginnings = Reach.Beginnings(Gate, tree, Today);
        if ((AreaId ?? Beginnings.Select(a => (int?)a.Id).FirstOrDefault()) is not { } area)
        {
            return Refuse(Platform.Errors.Problem.Forbidden());
        }
        Crumbs = [.. tree.PathTo(area, AsAt).Select(a => new Crumb(a.FullName, a.Id != area && Gate.Allows(IndicatorsModule.Read, a.Id) ? $"/chi-tieu?diaban={a.Id}" : null))];
        if (DayInQuery.Read(ngay, AsAt, nameof(ngay)).Problem is { } fault)
        {
            return Refuse(fault);
        }
        var table = await targets.AskAsync(area, AsAt, cancellation);
        if (table.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Table = table.Value;
        return Page();
    }

    public string Link(string path, int area) => Platform.Ui.AsAt.Keep(QueryHelpers.AddQueryString(path, "diaban", area.ToString(CultureInfo.InvariantCulture)), HttpContext);
}

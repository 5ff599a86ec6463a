using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DenSach.Modules.Registry.List;

[Needs(RegistryModule.Read)]
public sealed class HouseholdsPage(HouseholdList list, HouseholdsInReach reach) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "diaban")]
    public int? Area { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "xep")]
    public string? Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<Area> Choices { get; private set; } = [];
    public HouseholdsFound Found { get; private set; } = new([], 0, 0, 1, 1);
    public bool IsNarrowed => Area is not null || !string.IsNullOrWhiteSpace(Text);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choices = reach.Choices(AsAt);
        Found = await list.FindAsync(new HouseholdQuestion(Area, Text, AsAt, HouseholdOrders.Of(Order), Number), cancellation);
    }

    /// <summary>The same list of the same day, at another page or in a file.</summary>
    public string Link(string path, int? page = null) =>
        Platform.Ui.AsAt.Keep(
            QueryHelpers.AddQueryString(
                path,
                new Dictionary<string, string?>
                {
                    ["diaban"] = Area?.ToString(CultureInfo.InvariantCulture),
                    ["q"] = string.IsNullOrWhiteSpace(Text) ? null : Text,
                    ["xep"] = HouseholdOrders.Of(Order).Word(),
                    ["trang"] = page?.ToString(CultureInfo.InvariantCulture),
                }
            ),
            HttpContext
        );
}

using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Registry.ViewHousehold;

[Needs(RegistryModule.Read)]
public sealed class HouseholdPage(HouseholdCard card) : AppPage
{
    public HouseholdView Household { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var opened = await card.OpenAsync(id, AsAt, cancellation);
        if (opened.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Household = opened.Value;
        return Page();
    }
}

using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Registry.ViewPerson;

[Needs(RegistryModule.Read)]
public sealed class PersonPage(PersonCard card) : AppPage
{
    public PersonView Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var opened = await card.OpenAsync(id, AsAt, RegistryModule.Read, cancellation);
        if (opened.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Person = opened.Value;
        return Page();
    }
}

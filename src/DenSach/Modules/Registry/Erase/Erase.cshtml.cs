using DenSach.Modules.Registry.ViewPerson;
using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Registry.Erase;

[Needs(RegistryModule.Erase)]
public sealed class ErasePage(PersonCard card, PersonErasure erasure) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PersonView Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await OpenAsync(id, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var result = await erasure.Run(new ErasePerson(id, Reason) { CommandId = CommandId }, cancellation);
        if (result.Problem is { } problem)
        {
            return await OpenAsync(id, cancellation) ?? Refuse(problem);
        }
        Done = "Đã xóa dữ liệu cá nhân của người này.";
        return Redirect($"/nguoi/{id}/xoa");
    }

    private async Task<IActionResult?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        var opened = await card.OpenAsync(id, Today, RegistryModule.Erase, cancellation);
        if (opened.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Person = opened.Value;
        return null;
    }
}

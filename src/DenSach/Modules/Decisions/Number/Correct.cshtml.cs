using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.Number;

/// <summary>Where the records clerk corrects number and date as they were copied from the book.</summary>
[Needs(DecisionPermissions.Number)]
public sealed class CorrectPage(DecisionBook book, AreaTree tree, CorrectNumber correct) : DecisionStepPage(book, tree, DecisionPermissions.Number, DecisionStatus.InForce)
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? IssuedOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public override bool IsOpen => CorrectNumber.IsOpen(Decision, Today);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (IssuedOn is not { } issuedOn)
        {
            return await LoadAsync(cancellation) ? Refuse(Problem.Invalid("issued_on", "Cần ghi ngày ban hành.", nameof(IssuedOn))) : Refuse(Problem.NotFound());
        }
        var command = new CorrectNumber.Command
        {
            CommandId = CommandId,
            DecisionId = Id,
            BasedOn = BasedOn,
            Number = Number ?? "",
            IssuedOn = issuedOn,
            Reason = Reason,
        };
        return await AnswerAsync(await correct.Handle(command, cancellation), done => $"Đã sửa thành số {done.Number} ngày {done.IssuedOn:d/M/yyyy}.", cancellation);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var found = await base.LoadAsync(cancellation);
        if (found && HttpMethods.IsGet(Request.Method))
        {
            (Number, IssuedOn) = (Decision.Number, Decision.IssuedOn);
        }
        return found;
    }
}

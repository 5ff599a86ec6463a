using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.Number;

/// <summary>Where the records clerk enters number, date and the signed scan.</summary>
[Needs(DecisionPermissions.Number)]
[TakesFile]
public sealed class NumberPage(DecisionBook book, AreaTree tree, EnterNumber enter, FileStore files)
    : DecisionStepPage(book, tree, DecisionPermissions.Number, DecisionStatus.Signed)
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? IssuedOn { get; set; }

    [BindProperty]
    public string? LateReason { get; set; }

    public bool IsLate => DecisionDesk.IsLate(Open.Round, Today);

    /// <summary>The date on the paper is the day it was signed, unless somebody says otherwise.</summary>
    protected override async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var found = await base.LoadAsync(cancellation);
        if (found && HttpMethods.IsGet(Request.Method))
        {
            IssuedOn = Decision.SignedOn ?? Today;
        }
        return found;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return Refuse(Problem.NotFound());
        }
        if (IssuedOn is not { } issuedOn)
        {
            return Refuse(Problem.Invalid("issued_on", "Cần ghi ngày ban hành.", nameof(IssuedOn)));
        }
        var scan = await files.TakeAsync(HttpContext, "Scan", Decision.RegisterId, cancellation);
        if (scan.Problem is { } unfit)
        {
            return Refuse(unfit);
        }
        var command = new EnterNumber.Command
        {
            CommandId = CommandId,
            DecisionId = Id,
            BasedOn = BasedOn,
            Number = Number ?? "",
            IssuedOn = issuedOn,
            ScanSha256 = scan.Value.FirstOrDefault()?.Sha256,
            LateReason = LateReason,
        };
        return await AnswerAsync(
            await enter.Handle(command, cancellation),
            issued => $"Quyết định số {issued.Number} đã ban hành; {issued.RecognitionIds.Count:N0} hộ được công nhận.",
            cancellation
        );
    }
}

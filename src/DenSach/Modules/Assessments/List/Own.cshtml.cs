using DenSach.Modules.Assessments.Register;
using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.List;

/// <summary>A citizen's own family: its sheets, and the rounds it may still join.</summary>
[Needs(AssessmentPermissions.Own)]
public sealed class OwnPage(OwnSheets sheets, RegisterHouseholds register) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid RoundId { get; set; }

    [BindProperty]
    public Guid HouseholdId { get; set; }

    public IReadOnlyList<OwnSheet> Sheets { get; private set; } = [];

    public bool MayRegister(OwnSheet own) => own.Assessment is null && sheets.IsOpenForRegistration(own.Round);

    public async Task OnGetAsync(CancellationToken cancellation) => Sheets = await sheets.AllAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var command = new RegisterHouseholds.Command
        {
            CommandId = CommandId,
            RoundId = RoundId,
            HouseholdIds = [HouseholdId],
        };
        var result = await register.Handle(command, cancellation);
        Sheets = await sheets.AllAsync(cancellation);
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = "Gia đình đã đăng ký. Bây giờ có thể tự khai phiếu khi đến ngày.";
        return LocalRedirect("/danh-gia");
    }
}

using DenSach.Modules.Areas;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.Register;

/// <summary>The hamlet's household list with a tick for each family that takes part.</summary>
[Needs(AssessmentPermissions.Register)]
[RequestFormLimits(ValueCountLimit = 5000)]
public sealed class RegisterPage(RegisterHouseholds register, HouseholdsToRegister households, RoundsInReach reach) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "ban")]
    public int? HamletId { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>The households shown and not registered yet, for the button that takes all of them.</summary>
    [BindProperty]
    public string? Everyone { get; set; }

    [BindProperty]
    public bool TakeAll { get; set; }

    [BindProperty]
    public string? LateReason { get; set; }

    public Round Round { get; private set; } = null!;
    public RoundWindow Window => Round.WindowOf(RoundStep.Registration)!;
    public bool IsLate => Today > Window.LastDay;
    public bool IsEarly => Today < Window.From;
    public IReadOnlyList<Area> Hamlets { get; private set; } = [];
    public Area? Hamlet { get; private set; }
    public IReadOnlyList<HouseholdChoice> All { get; private set; } = [];
    public IReadOnlyList<HouseholdChoice> Shown => [.. All.Where(h => h.Matches(Text))];
    public IReadOnlyList<HouseholdChoice> Open => [.. Shown.Where(h => h.AssessmentId is null)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await FindAsync(id, cancellation) is { } problem ? Refuse(problem) : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } problem)
        {
            return Refuse(problem);
        }
        var command = new RegisterHouseholds.Command
        {
            CommandId = CommandId,
            RoundId = id,
            HouseholdIds = TakeAll ? [.. (Everyone ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)] : Chosen,
            LateReason = LateReason,
        };
        var result = await register.Handle(command, cancellation);
        if (result.Problem is { } refused)
        {
            return Refuse(refused);
        }
        var already = result.Value.AlreadyRegistered > 0 ? $" {result.Value.AlreadyRegistered} hộ đã có trong đợt từ trước." : "";
        var own = All.Where(h => result.Value.OwnLeftOut?.Contains(h.Id) == true).Select(h => $"số {h.Number} ({h.HeadName})").ToList();
        var leftOut =
            own.Count > 0 ? $" Để lại {own.Count} hộ của chính bạn: {string.Join(", ", own)}; gia đình tự đăng ký, hoặc chi hội khuyến học, cán bộ Hội của xã đăng ký." : "";
        Done = $"Đã đăng ký {result.Value.AssessmentIds.Count} hộ.{already}{leftOut}";
        return LocalRedirect($"/dot/{id}/ban/{Hamlet!.Id}");
    }

    private async Task<Problem?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await reach.FindAsync(id, cancellation);
        if (found.Problem is { } problem)
        {
            return problem;
        }
        Round = found.Value;
        Hamlets = reach.HamletsOf(Round, AssessmentPermissions.Register);
        Hamlet = Hamlets.FirstOrDefault(h => HamletId is null || h.Id == HamletId);
        if (Hamlet is null)
        {
            return Problem.NotFound();
        }
        All = await households.InAsync(Round, Hamlet.Id, cancellation);
        return null;
    }
}

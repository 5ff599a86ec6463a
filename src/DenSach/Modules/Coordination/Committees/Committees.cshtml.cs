using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Coordination.Committees;

/// <summary>Committees and regulations within reach, and the form for a new committee.</summary>
[Needs(PlansModule.Read)]
public sealed class CommitteesPage(AppDb db, CoordinationInReach reach, FoundCommittee found, PlansInReach plans, AreaTree tree) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int AreaId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? DecisionNumber { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? PermanentBody { get; set; }

    [BindProperty]
    public Guid? PlanId { get; set; }

    public IReadOnlyList<SteeringCommittee> Committees { get; private set; } = [];
    public IReadOnlyList<Regulation> Regulations { get; private set; } = [];
    public IReadOnlyList<Area> Areas { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> WithMembers { get; private set; } = [];

    public string NameOf(int areaId) => tree[areaId].FullName;

    public Task OnGetAsync(CancellationToken cancellation) => FillAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var result = await found.Handle(
            new FoundCommittee.Command
            {
                CommandId = CommandId,
                AreaId = AreaId,
                Name = Name ?? "",
                DecisionNumber = DecisionNumber,
                From = From ?? default,
                PermanentBody = PermanentBody,
                PlanId = PlanId,
            },
            cancellation
        );
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = "Đã lập ban chỉ đạo.";
        return Redirect($"/ban-chi-dao/{result.Value}");
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        Committees = await reach.Of(db.Set<SteeringCommittee>().AsNoTracking()).OrderBy(c => c.To != null).ThenByDescending(c => c.From).ToListAsync(cancellation);
        Regulations = await reach.Of(db.Set<Regulation>().AsNoTracking()).OrderBy(r => r.EndedOn != null).ThenBy(r => r.ReviewOn).ToListAsync(cancellation);
        Areas = reach.ToKeepFor();
        if (Areas.Count > 0)
        {
            var named = await plans.Query().Where(p => p.Members.Count > 0).ToListAsync(cancellation);
            WithMembers = [.. named.Select(p => (p.Id, $"{PlanWords.NameOf(p)} ({tree[p.AreaId].FullName})"))];
        }
    }
}

using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.Write;

/// <summary>
/// Begins a plan here, from nothing or from what the plan above asks ("what changes here"): a draft that is then filled in on the check screen.
/// Communes and provinces write their own; hamlets, agencies and schools a small one under the commune's.
/// </summary>
public sealed class WritePlan(AppDb db, CommandRunner runner, Gate gate, AreaTree tree, PlanPlaces places, PlansInReach reach, NationalDocuments national)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required int AreaId { get; init; }

        /// <summary>The agency or school that writes it, for a small plan.</summary>
        public Guid? OrganisationId { get; init; }
        public required PlanFacts Facts { get; init; }

        /// <summary>The plan above whose targets, deadlines and tasks are taken over.</summary>
        public Guid? CopyOf { get; init; }

        /// <summary>Which of its items; null for all of them.</summary>
        public IReadOnlyList<TakenOver>? Take { get; init; }

        /// <summary>Numbers of documents of the central level that it rests on, of those the product knows.</summary>
        public IReadOnlyList<string> National { get; init; } = [];
    }

    /// <summary>An item of the plan above that is taken over.</summary>
    /// <param name="Figure">What this place sets itself where that differs from the figure above; for a target.</param>
    public sealed record TakenOver(PlanItemKind Kind, int Place, decimal? Figure = null);

    public async Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation)
    {
        if (command.Facts.Fault() is { } fault)
        {
            return fault;
        }
        if (tree.Find(command.AreaId) is not { HomeRegisterId: { } register } area)
        {
            return Problem.Invalid("plans.area", "Hãy chọn lại địa bàn của kế hoạch.", nameof(command.AreaId));
        }
        if (!MayWrite(command, area))
        {
            return Problem.Forbidden();
        }
        return await runner.Run<PlanChanged>(command, register, work => AddAsync(command, register, work, cancellation), cancellation);
    }

    private static Problem? FigureFault(IReadOnlyList<TakenOver> taken, Plan above) =>
        taken
            .Where(t => t is { Kind: PlanItemKind.Target, Figure: not null })
            .Select(t => (Target: above.Targets.SingleOrDefault(a => a.Place == t.Place), Own: t.Figure!.Value))
            .Where(t => t.Target is not null && (t.Own < 0 || t.Target.Unit == "%" && t.Own > 100))
            .Select(t =>
                Problem.Invalid(
                    "plans.value",
                    $"“{PlanWords.Short(t.Target!.Title ?? t.Target.Measure)}”: mức {t.Own:0.##} không hợp lệ, tỷ lệ từ 0 đến 100, số lượng không âm.",
                    $"Figures[{t.Target.Place}]"
                )
            )
            .FirstOrDefault();

    private bool MayWrite(Command command, Area area) =>
        area.Kind is AreaKind.Commune or AreaKind.Province && command.OrganisationId is null
            ? places.MayLoad(area.Id)
            : gate.Allows(PlansModule.Write, new Place(area.Id, command.OrganisationId)) || places.MayLoad(area.Id);

    private async Task<Result<PlanChanged>> AddAsync(Command command, int register, Work work, CancellationToken cancellation)
    {
        var organisation = command.OrganisationId is { } seat
            ? await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.RegisterId == register && o.Id == seat && o.AreaId == command.AreaId, cancellation)
            : null;
        if (command.OrganisationId is not null && organisation is null)
        {
            return Problem.Invalid("plans.organisation", "Không có cơ quan, đơn vị này ở xã đã chọn: hãy chọn lại.", nameof(command.OrganisationId));
        }
        var plan = Plan.Write(command.Facts, command.AreaId, register, organisation?.Id, organisation?.Name, work.Now, work.Actor.AccountId);
        if (command.CopyOf is { } id)
        {
            if (await reach.FindAsync(id, withDropped: false, cancellation) is not { IsDraft: false } above || !places.IsAbove(above, plan))
            {
                return Problem.Invalid("plans.above", "Không thấy kế hoạch cấp trên đã chọn, hoặc đó không phải kế hoạch của cấp trên: hãy chọn lại.", nameof(command.CopyOf));
            }
            if (FigureFault(command.Take ?? [], above) is { } figure)
            {
                return figure;
            }
            var taken = command.Take?.ToLookup(t => new ItemRef(t.Kind, t.Place));
            plan.CopyFrom(above, taken is null ? null : taken.Contains, place => taken?[new ItemRef(PlanItemKind.Target, place)].FirstOrDefault()?.Figure);
        }
        foreach (var number in command.National)
        {
            if (national.Find(number) is not { } document)
            {
                return Problem.Invalid("plans.national", $"Hệ thống chưa biết văn bản trung ương số {number}: hãy chọn trong danh sách.", nameof(command.National));
            }
            plan.Cite(document);
        }
        db.Add(plan);
        work.Role = places.RoleFor(plan);
        work.Tell(register, "plan.write", "draft", plan.Id);
        return new PlanChanged(plan.Id, 1);
    }
}

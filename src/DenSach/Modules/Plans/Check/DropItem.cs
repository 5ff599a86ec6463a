using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans.Check;

/// <summary>Leaves an item out of the plan, or takes it back: what was read wrongly, or is no target at all.</summary>
public sealed class DropItem(ChangePlan plans)
{
    public sealed record Command : PlanCommand
    {
        public required PlanItemKind Kind { get; init; }
        public required int Place { get; init; }
        public required bool Dropped { get; init; }
    }

    public Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation) =>
        plans.RunAsync(
            command,
            "plan.drop",
            (plan, _) =>
            {
                IEnumerable<PlanItem> items = command.Kind switch
                {
                    PlanItemKind.Target => plan.Targets,
                    PlanItemKind.Deadline => plan.Deadlines,
                    PlanItemKind.Task => plan.Tasks,
                    PlanItemKind.Goal => plan.Goals,
                    PlanItemKind.Basis => plan.Bases,
                    PlanItemKind.Member => plan.Members,
                    _ => [],
                };
                if (items.SingleOrDefault(i => i.Place == command.Place) is not { } item)
                {
                    return Problem.NotFound("Không có mục này trong kế hoạch.");
                }
                item.Drop(command.Dropped);
                return (int?)command.Place;
            },
            cancellation
        );
}

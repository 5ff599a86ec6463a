using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans.Check;

/// <summary>Leaves items out of the plan, or takes them back: what was read wrongly, or is no target at all.</summary>
public sealed class DropItem(ChangePlan plans)
{
    public sealed record Command : PlanCommand
    {
        public required PlanItemKind Kind { get; init; }
        public required int Place { get; init; }
        public required bool Dropped { get; init; }

        /// <summary>Others that go, or come back, in the same breath.</summary>
        public IReadOnlyList<ItemRef> More { get; init; } = [];
    }

    public Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation) =>
        plans.RunAsync(
            command,
            "plan.drop",
            (plan, _) =>
            {
                foreach (var item in command.More.Prepend(new ItemRef(command.Kind, command.Place)))
                {
                    if (!plan.Drop(item, command.Dropped))
                    {
                        return Problem.NotFound("Không có mục này trong kế hoạch.");
                    }
                }
                return (int?)command.Place;
            },
            cancellation
        );
}

using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans.Check;

/// <summary>Does to this edition of a plan again what a person had done to an earlier one: the changes that somebody named, or none.</summary>
public sealed class ReapplyChanges(ChangePlan plans, EarlierEdition editions)
{
    public sealed record Command : PlanCommand
    {
        /// <summary>The earlier edition.</summary>
        public required Guid FromId { get; init; }

        /// <summary>Which of its changes, by their keys.</summary>
        public required IReadOnlyList<string> Keys { get; init; }
    }

    public Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation) =>
        plans.RunAsync(
            command,
            "plan.reapply",
            async (plan, _) =>
            {
                var changes = await editions.ChangesAsync(command.FromId, plan, cancellation);
                var asked = changes?.Found.Where(c => command.Keys.Contains(c.Key)).ToList() ?? [];
                if (asked.Count == 0 || asked.Count != command.Keys.Distinct().Count())
                {
                    return Problem.Invalid("plans.reapply", "Những chỗ sửa này không còn khớp hai bản kế hoạch: hãy mở lại trang rồi chọn lại.", nameof(command.Keys));
                }
                asked.ForEach(change => change.Apply!(plan));
                return (Result<int?>)(int?)null;
            },
            cancellation
        );
}

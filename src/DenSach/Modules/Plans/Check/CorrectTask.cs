using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects a task by hand, or adds one that the reader did not find.</summary>
public sealed class CorrectTask(ChangePlan plans)
{
    public sealed record Command : PlanCommand
    {
        /// <summary>Which task; null to add one.</summary>
        public int? Place { get; init; }
        public required TaskContent Content { get; init; }
    }

    public async Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation) =>
        Fault(command.Content) is { } fault ? fault : await plans.RunAsync(command, "plan.task", (plan, _) => Take(plan, command), cancellation);

    private static Result<int?> Take(Plan plan, Command command)
    {
        if (command.Place is not { } place)
        {
            return plan.Add(command.Content).Place;
        }
        if (plan.Tasks.SingleOrDefault(t => t.Place == place) is not { } task)
        {
            return Problem.NotFound("Không có nhiệm vụ này trong kế hoạch.");
        }
        task.Correct(command.Content);
        return place;
    }

    /// <summary>Why the content cannot be a task of a plan, or null.</summary>
    public static Problem? Fault(TaskContent content) =>
        PlanWords.Fault(content.Lead, "Hãy ghi cơ quan, đơn vị chủ trì, như “Hội Khuyến học xã”.", nameof(content.Lead))
        ?? PlanWords.Fault(content.What, "Hãy ghi việc phải làm, theo lời kế hoạch.", nameof(content.What))
        ?? (
            content.Partners is { Length: > PlanItem.LongestWords }
                ? Problem.Invalid("plans.partners", $"Danh sách phối hợp dài nhất {PlanItem.LongestWords} ký tự.", nameof(content.Partners))
                : null
        )
        ?? (
            content.Role is PlanTask.Leads or "coordinate" or "requested"
                ? null
                : Problem.Invalid("plans.role", "Hãy chọn vai: chủ trì, phối hợp hoặc đề nghị.", nameof(content.Role))
        );
}

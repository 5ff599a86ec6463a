using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects a task by hand, or adds one that the reader did not find.</summary>
public sealed class CorrectTask(ChangePlan plans)
{
    public sealed record Command : ItemCommand<TaskContent>;

    public Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation) =>
        plans.CorrectAsync(command, "plan.task", Fault, plan => plan.Tasks, (plan, content) => plan.Add(content), (item, content) => item.Correct(content), cancellation);

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

using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects a task by hand, or adds one that the reader did not find; with the deadline of the plan by which it is to be done, or a new one.</summary>
public sealed class CorrectTask(ChangePlan plans)
{
    public sealed record Command : ItemCommand<TaskContent>
    {
        /// <summary>A deadline that the plan does not have yet: it is added, for what the task says.</summary>
        public DeadlineContent? NewDeadline { get; init; }
    }

    public async Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation)
    {
        var due = command.NewDeadline is { } asked ? asked with { What = command.Content.What } : null;
        return Fault(command.Content)
            ?? (due is null ? null : CorrectDeadline.Fault(due))
            ?? await plans.RunAsync(command, "plan.task", (plan, _) => Write(plan, command.Place, command.Content, due), cancellation);
    }

    private static Result<int?> Write(Plan plan, int? place, TaskContent content, DeadlineContent? due)
    {
        var task = place is null ? null : plan.Tasks.SingleOrDefault(t => t.Place == place);
        if (place is not null && task is null)
        {
            return Problem.NotFound("Không có mục này trong kế hoạch.");
        }
        if (due is not null && content.DeadlinePlace is not null)
        {
            return Problem.Invalid("plans.task_deadline", "Hãy chọn một hạn kế hoạch đã có, hoặc ghi hạn mới, không cả hai.", "Due");
        }
        if (content.DeadlinePlace is { } named && !plan.Deadlines.Any(d => d.Place == named && !d.Dropped))
        {
            return Problem.Invalid("plans.task_deadline", "Hạn đã chọn không còn trong kế hoạch: hãy chọn lại.", "Due");
        }
        var written = due is null ? content : content with { DeadlinePlace = plan.Add(due).Place };
        // The deadline that was added for it alone says what it says, and goes where it gets another.
        if (task is not null && plan.OwnDeadlineOf(task) is { } own)
        {
            own.Correct(own.Content with { What = content.What });
            own.Drop(written.DeadlinePlace != own.Place);
        }
        if (task is null)
        {
            return plan.Add(written).Place;
        }
        task.Correct(written);
        return (Result<int?>)place;
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
            content.Product is { Length: > PlanTask.LongestProduct }
                ? Problem.Invalid(
                    "plans.product",
                    $"Kết quả phải có dài {content.Product.Length} ký tự, nhiều nhất là {PlanTask.LongestProduct}: hãy viết ngắn lại.",
                    nameof(content.Product)
                )
                : null
        )
        ?? (
            content.Role is PlanTask.Leads or "coordinate" or "requested"
                ? null
                : Problem.Invalid("plans.role", "Hãy chọn vai: chủ trì, phối hợp hoặc đề nghị.", nameof(content.Role))
        );
}

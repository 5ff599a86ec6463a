using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects a target by hand, or adds one that the reader did not find.</summary>
public sealed class CorrectTarget(ChangePlan plans)
{
    public sealed record Command : ItemCommand<TargetContent>;

    public Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation) =>
        plans.CorrectAsync(command, "plan.target", Fault, plan => plan.Targets, (plan, content) => plan.Add(content), (item, content) => item.Correct(content), cancellation);

    /// <summary>Why the content cannot be a target of a plan, or null.</summary>
    public static Problem? Fault(TargetContent content) =>
        content.Year is < 2000 or > 2100
            ? Problem.Invalid("plans.year", $"Năm {content.Year} không thể là năm của chỉ tiêu: hãy ghi năm từ 2000 đến 2100, hoặc để trống.", nameof(content.Year))
        : content.Unit is not ("%" or "%/year" or "count") ? Problem.Invalid("plans.unit", "Hãy chọn đơn vị tính: %, %/năm hoặc số lượng.", nameof(content.Unit))
        : content.Value >= 1_000_000_000 || content.ValueTo >= 1_000_000_000
            ? Problem.Invalid("plans.value", "Mức của chỉ tiêu quá lớn: hãy kiểm tra lại con số.", nameof(content.Value))
        : !Enum.IsDefined(content.Subject) || content.Comparator is { } comparator && !Enum.IsDefined(comparator)
            ? Problem.Invalid("plans.subject", "Hãy chọn đối tượng và cách so trong danh sách.", nameof(content.Subject))
        : content.Recurrence is not (null or "yearly") ? Problem.Invalid("plans.recurrence", "Chỉ tiêu chỉ lặp lại hằng năm, hoặc không lặp lại.", nameof(content.Recurrence))
        : new[] { content.Title, content.TitleContext, content.Scope }.Any(words => words?.Length > PlanFacts.LongestName)
            ? Problem.Invalid("plans.name", $"Danh hiệu dài nhất {PlanFacts.LongestName} ký tự.", nameof(content.Title))
        : content.Value < 0 || content.Unit == "%" && content.Value > 100
            ? Problem.Invalid(
                "plans.value",
                $"Mức {content.Value:0.##}{(content.Unit == "%" ? "%" : "")} không hợp lệ: tỷ lệ từ 0 đến 100, số lượng không âm.",
                nameof(content.Value)
            )
        : content.ValueTo is { } to && to <= content.Value ? Problem.Invalid("plans.value_to", "Mức trên của khoảng phải lớn hơn mức dưới, hoặc để trống.", nameof(content.ValueTo))
        : PlanWords.Fault(content.Measure, "Hãy ghi chỉ tiêu đo điều gì, như “gia đình đạt danh hiệu Gia đình học tập”.", nameof(content.Measure));
}

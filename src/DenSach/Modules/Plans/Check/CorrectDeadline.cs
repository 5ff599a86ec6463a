using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects a deadline by hand, or adds one that the reader did not find.</summary>
public sealed class CorrectDeadline(ChangePlan plans)
{
    public sealed record Command : ItemCommand<DeadlineContent>;

    public Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation) =>
        plans.CorrectAsync(command, "plan.deadline", Fault, plan => plan.Deadlines, (plan, content) => plan.Add(content), (item, content) => item.Correct(content), cancellation);

    /// <summary>Why the content cannot be a deadline of a plan, or null.</summary>
    public static Problem? Fault(DeadlineContent content)
    {
        const string Once = "once";
        var comesOften = content.Recurrence is "monthly" or "quarterly" or "half_yearly";
        if (content.Month is < 1 or > 12 || content.Quarter is < 1 or > 4 || content.Month is not null && content.Quarter is not null)
        {
            return Problem.Invalid("plans.month", "Hãy ghi tháng từ 1 đến 12, hoặc quý từ 1 đến 4, không ghi cả hai.", nameof(content.Month));
        }
        if (
            content.Day is { } day
            && (
                day < 1
                || day
                    > (
                        content.Month is { } month ? DateTime.DaysInMonth(2024, month)
                        : comesOften ? 31
                        : 0
                    )
            )
        )
        {
            return Problem.Invalid("plans.day", $"Ngày {day} không có trong tháng đã ghi: hãy ghi cả ngày và tháng cho đúng.", nameof(content.Day));
        }
        if (content.Year is < 2000 or > 2100)
        {
            return Problem.Invalid("plans.year", $"Năm {content.Year} không thể là năm của hạn: hãy ghi năm từ 2000 đến 2100, hoặc để trống nếu hằng năm.", nameof(content.Year));
        }
        if (content is { Year: { } only, Recurrence: "yearly" or "half_yearly" or "quarterly" or "monthly" })
        {
            return Problem.Invalid(
                "plans.year_again",
                $"Hạn ghi năm {only} thì chỉ đến một lần: hãy để trống ô năm nếu hạn lặp lại, hoặc thôi chọn lặp lại.",
                nameof(content.Year)
            );
        }
        if (content is { Month: null, Quarter: null, Year: null } && content.Recurrence is null or Once)
        {
            return Problem.Invalid("plans.when", "Hãy ghi ngày, tháng, quý hoặc năm của hạn.", nameof(content.Month));
        }
        if (content.Relation is not (null or "" or PlanDeadline.Before or "by" or "in" or PlanDeadline.From) || !IsRecurrence(content.Recurrence))
        {
            return Problem.Invalid("plans.relation", "Hãy chọn cách ghi hạn và cách lặp lại trong danh sách.", nameof(content.Relation));
        }
        if (content.SentTo is { Length: > PlanFacts.LongestName })
        {
            return Problem.Invalid("plans.sent_to", $"Nơi gửi dài nhất {PlanFacts.LongestName} ký tự.", nameof(content.SentTo));
        }
        return PlanWords.Fault(content.What, "Hãy ghi việc phải xong vào hạn này, như “gửi báo cáo kết quả thực hiện”.", nameof(content.What));
    }

    private static bool IsRecurrence(string? word) => word is null or "" or "yearly" or "half_yearly" or "quarterly" or "monthly" or "once" or PlanDeadline.OnRequest;
}

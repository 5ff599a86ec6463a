using DenSach.Modules.Areas;
using DenSach.Modules.Plans;

namespace DenSach.Modules.Tasks;

/// <summary>What states are called, with the tone of their chip. Keys of the resource file.</summary>
public static class TaskWords
{
    /// <summary>More than this nobody reads in a chat; the rest is counted.</summary>
    public const int LongestMessage = 40;

    public static string Of(TaskState state) =>
        state switch
        {
            TaskState.NotStarted => "Chưa làm",
            TaskState.Doing => "Đang làm",
            TaskState.Done => "Đã xong",
            _ => "Dừng",
        };

    /// <summary>The same of a part in what several hold.</summary>
    public static string Of(TaskState state, bool isPart) =>
        !isPart
            ? Of(state)
            : state switch
            {
                TaskState.NotStarted => "Phần mình: chưa làm",
                TaskState.Doing => "Phần mình: đang làm",
                _ => "Phần mình: đã xong",
            };

    public static string ToneOf(TaskState state) =>
        state switch
        {
            TaskState.Done => "good",
            TaskState.NotStarted => "wait",
            _ => "info",
        };

    /// <summary>Tasks with a day as a message to send on: by when, what, whose, by which plan.</summary>
    public static string Message(IReadOnlyList<TaskCase> cases, DateOnly today)
    {
        var lines = cases
            .Take(LongestMessage)
            .Select(c =>
                $"\n• {(c.IsLate ? "đã quá hạn" : "chậm nhất")} {By(c.Due!.Value)}: {Ended(PlanWords.Short(c.Task.What, 170))} {PlanWords.Short(c.Task.Lead, 80)} chủ trì. ({PlanWords.NameOf(c.Plan)})"
            );
        var more = cases.Count - LongestMessage;
        return $"NHẮC VIỆC THEO KẾ HOẠCH\n{string.Concat(lines)}{(more > 0 ? $"\n… và {more} việc nữa trong bảng nhiệm vụ." : "")}";

        string By(DateOnly day) => day.Year == today.Year ? day.Weekday() : $"{day.Weekday()}/{day.Year}";
    }

    /// <summary>A task that was given, as a message to whom it was given to.</summary>
    public static string GivenMessage(TaskCase given, string to) =>
        $"GIAO VIỆC THEO KẾ HOẠCH\nKính gửi: {to}\n\n• {Ended(PlanWords.Short(given.Task.What, 400))}"
        + (given.Product is { } product ? $"\n• Kết quả phải có: {Ended(product)}" : "")
        + (given.Due is { } due ? $"\n• Chậm nhất {due.Weekday()}/{due.Year}." : "")
        + $"\n({PlanWords.NameOf(given.Plan)})";

    /// <summary>A reminder to those who hold a task with others and have not done their parts.</summary>
    public static string PartsMessage(TaskCase found, IReadOnlyList<string> names) =>
        $"NHẮC VIỆC THEO KẾ HOẠCH\nKính gửi: {string.Join(", ", names)}\n\n• {Ended(PlanWords.Short(found.Task.What, 400))}"
        + (found.WholeDue is { } due ? $"\n• {(due < found.Today ? "Đã quá hạn" : "Chậm nhất")} {due.Weekday()}/{due.Year}." : "")
        + $"\n• Làm xong thì ghi phần của mình trên Đèn Sách, hoặc báo cán bộ theo dõi ghi thay.\n({PlanWords.NameOf(found.Plan)})";

    /// <summary>With one sign at its end.</summary>
    private static string Ended(string words) => words.EndsWith('…') ? words : words.TrimEnd('.', ';') + ".";

    public static string OfPart(string role) =>
        role switch
        {
            "coordinate" => "phối hợp",
            "requested" => "được đề nghị",
            _ => "chủ trì",
        };
}

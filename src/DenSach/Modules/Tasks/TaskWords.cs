using DenSach.Modules.Areas;
using DenSach.Modules.Plans;

namespace DenSach.Modules.Tasks;

/// <summary>What states are called, with the tone of their chip. Keys of the resource file.</summary>
public static class TaskWords
{
    public static string Of(TaskState state) =>
        state switch
        {
            TaskState.NotStarted => "Chưa làm",
            TaskState.Doing => "Đang làm",
            TaskState.Done => "Đã xong",
            _ => "Dừng",
        };

    public static string ToneOf(TaskState state) =>
        state switch
        {
            TaskState.Done => "good",
            TaskState.NotStarted => "wait",
            _ => "info",
        };

    /// <summary>Tasks with a day as a message to send on: by when, what, whose, by which plan.</summary>
    public static string Message(IEnumerable<TaskCase> cases) =>
        $"NHẮC VIỆC THEO KẾ HOẠCH\n{string.Concat(cases.Select(c => $"\n• {(c.IsLate ? "đã quá hạn" : "chậm nhất")} {c.Due!.Value.Weekday()}: {PlanWords.Short(c.Task.What, 170).TrimEnd('.', ';')}. {PlanWords.Short(c.Task.Lead, 80)} chủ trì. ({PlanWords.NameOf(c.Plan)})"))}";

    public static string OfPart(string role) =>
        role switch
        {
            "coordinate" => "phối hợp",
            "requested" => "được đề nghị",
            _ => "chủ trì",
        };
}

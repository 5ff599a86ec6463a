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

    public static string OfPart(string role) =>
        role switch
        {
            "coordinate" => "phối hợp",
            "requested" => "được đề nghị",
            _ => "chủ trì",
        };
}

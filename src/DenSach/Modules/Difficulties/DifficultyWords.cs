namespace DenSach.Modules.Difficulties;

/// <summary>What states and acts are called. Keys of the resource file.</summary>
public static class DifficultyWords
{
    /// <summary>After so many days without a word whoever is to say something is late.</summary>
    public const int DaysLate = 14;

    public static string Of(DifficultyState state) =>
        state switch
        {
            DifficultyState.Open => "Chờ trả lời",
            DifficultyState.Answered => "Đã trả lời",
            _ => "Đã xong",
        };

    public static string ToneOf(DifficultyState state) =>
        state switch
        {
            DifficultyState.Open => "wait",
            DifficultyState.Answered => "info",
            _ => "good",
        };

    /// <summary>What was done, in the steps.</summary>
    public static string Of(DifficultyAct act) =>
        act switch
        {
            DifficultyAct.Raise => "Báo khó khăn",
            DifficultyAct.Answer => "Trả lời",
            DifficultyAct.PassUp => "Chuyển lên trên",
            DifficultyAct.Reopen => "Chưa giải quyết được",
            DifficultyAct.Heed => "Đã xem câu trả lời",
            _ => "Đã giải quyết xong",
        };
}

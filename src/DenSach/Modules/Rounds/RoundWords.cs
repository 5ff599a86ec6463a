namespace DenSach.Modules.Rounds;

/// <summary>What a round is called wherever it is named.</summary>
public static class RoundWords
{
    /// <summary>The one title this round module opens rounds for so far; the workflow tables know it by this name.</summary>
    public const string Family = "Gia đình học tập";

    public static string Name(this Round round) => $"{round.Title} {round.Year}";
}

using System.Text.RegularExpressions;

namespace DenSach.Modules.Plans;

/// <summary>The words of a plan around the day they name: a long sentence is begun so near to it that both are read in one line.</summary>
public static class DeadlineWords
{
    /// <summary>How much of a sentence a line shows.</summary>
    public const int Line = 170;

    /// <summary>How far into the line the day may begin.</summary>
    private const int Before = Line - 25;

    private static readonly string[] Roman = ["", "I", "II", "III", "IV"];

    /// <summary>What is due, with its day in sight.</summary>
    public static string ByThen(PlanDeadline deadline)
    {
        var words = deadline.What;
        var day = DayIn(words, deadline);
        if (day <= Before)
        {
            return words;
        }
        var clause = words.IndexOfAny([',', ';', ':'], day - Before, Before);
        var start = clause > 0 ? clause + 1 : Math.Max(0, words.IndexOf(' ', day - Before));
        return $"… {words[start..].TrimStart()}";
    }

    /// <summary>Whether the words name the day, month, quarter or year, or how often it comes, themselves, so that it need not be said again.</summary>
    public static bool Names(string words, PlanDeadline deadline) =>
        PatternOf(deadline) is { } pattern && Regex.IsMatch(words, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static int DayIn(string words, PlanDeadline deadline) =>
        PatternOf(deadline) is { } pattern && Regex.Match(words, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) is { Success: true } found ? found.Index : 0;

    private static string? PatternOf(PlanDeadline deadline) =>
        deadline switch
        {
            { Day: { } day, Month: { } month } => $@"(?<!\d)0?{day}\s*(?:[/.-]|tháng)\s*0?{month}(?!\d)",
            { Month: { } month } => $@"tháng\s*0?{month}(?!\d)",
            { Quarter: { } quarter } => $@"quý\s*(?:{Roman[quarter]}|{quarter})(?!\w){(deadline.Year is { } year ? $@"\D{{0,6}}{year}" : "")}",
            { Year: { } year } => $@"(?<!\d){year}(?!\d)",
            { Day: { } each } => $@"ngày\s*0?{each}(?!\d|\s*/)",
            { Recurrence: "yearly" } => @"(?<!\w)năm(?!\w)",
            { Recurrence: "half_yearly" } => @"(?:(?<!\d)0?6|sáu)\s+tháng",
            { Recurrence: "quarterly" } => @"(?<!\w)quý(?!\w)",
            { Recurrence: "monthly" } => @"(?<!\w)tháng(?!\w)",
            { Recurrence: PlanDeadline.OnRequest } => "yêu cầu",
            _ => null,
        };
}

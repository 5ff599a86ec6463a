using System.Globalization;
using DenSach.Platform.Text;

namespace DenSach.Modules.Plans.Paper;

/// <summary>Deadlines and tasks as lines of a paper: a day, an addressee or a partner that the sentence names already is not said again behind it.</summary>
internal static class PaperLines
{
    /// <summary>One line for each sentence, however many days it names; what belongs to a task is said there.</summary>
    public static IReadOnlyList<string> Deadlines(Plan plan) =>
        [.. plan.Deadlines.Where(d => !plan.Tasks.Any(t => Says(t, d))).GroupBy(d => d.What.TrimEnd('.', ';', ' ')).Select(said => Deadline(said.Key, [.. said]))];

    public static string Task(Plan plan, PlanTask task)
    {
        var words = task.What.TrimEnd('.', ';', ' ');
        var partners = task.PartnerList.Where(p => !Says(words, p)).ToList();
        var due = plan.DeadlinesOf(task).ToList();
        var unsaid = due.Where(d => !DeadlineWords.Names(words, d)).Select(d => d.Said).ToList();
        string?[] behind =
        [
            partners.Count == 0 ? null : $"phối hợp: {string.Join("; ", partners)}",
            task.Product is { } product ? $"kết quả: {product.TrimEnd('.', ';', ' ')}" : null,
            To(words, due) is { Count: > 0 } to ? $"gửi: {string.Join("; ", to)}" : null,
            unsaid.Count == 0 ? null : $"hạn: {string.Join("; ", unsaid)}",
        ];
        var more = string.Join("; ", behind.OfType<string>());
        return $"{Capital(words)}{(more.Length == 0 ? "" : $" ({more})")}.";
    }

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];

    private static string Deadline(string words, IReadOnlyList<PlanDeadline> days)
    {
        var unsaid = days.Where(d => !DeadlineWords.Names(words, d)).Select(d => d.Said).ToList();
        var to = To(words, days);
        return (unsaid.Count == 0 ? Capital(words) : $"{Capital(string.Join("; ", unsaid))}: {words}") + (to.Count == 0 ? "." : $" (gửi {string.Join("; ", to)}).");
    }

    /// <summary>Whom the deadlines go to, where the words do not say it.</summary>
    private static List<string> To(string words, IEnumerable<PlanDeadline> days) => [.. days.Select(d => d.SentTo).OfType<string>().Distinct().Where(to => !Says(words, to))];

    /// <summary>Whether the line of a task says the deadline too: as the one named for it, or in its words; of what a person wrote only where these hold all of it.</summary>
    private static bool Says(PlanTask task, PlanDeadline deadline)
    {
        var whole = Says(task.What, deadline.What);
        return deadline.Place == task.DeadlinePlace
            ? whole || !deadline.ByHand
            : DeadlineWords.Names(task.What, deadline) && (whole || (!deadline.ByHand && deadline.IsInWords(task.SpanStart, task.SpanEnd)));
    }

    private static bool Says(string words, string name) => $" {SearchKey.Of(words)} ".Contains($" {SearchKey.Of(name)} ", StringComparison.Ordinal);
}

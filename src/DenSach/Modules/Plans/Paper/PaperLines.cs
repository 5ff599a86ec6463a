using System.Globalization;
using DenSach.Platform.Text;

namespace DenSach.Modules.Plans.Paper;

/// <summary>Deadlines and tasks as lines of a paper: a day, an addressee or a partner that the sentence names already is not said again behind it.</summary>
internal static class PaperLines
{
    /// <summary>One line for each sentence, however many days it names; what belongs to a task is said there.</summary>
    public static IReadOnlyList<string> Deadlines(Plan plan) =>
        [.. plan.Deadlines.Where(d => !plan.IsSaidByATask(d)).GroupBy(d => d.What.TrimEnd('.', ';', ' ')).Select(said => Deadline(said.Key, [.. said]))];

    public static string Task(Plan plan, PlanTask task)
    {
        var words = task.What.TrimEnd('.', ';', ' ');
        var partners = task.PartnerList.Where(p => !Says(words, p)).ToList();
        var unsaid = plan.DeadlinesOf(task).Where(d => !DeadlineWords.Names(words, d)).Select(d => d.Said).ToList();
        string?[] behind =
        [
            partners.Count == 0 ? null : $"phối hợp: {string.Join("; ", partners)}",
            task.Product is { } product ? $"kết quả: {product.TrimEnd('.', ';', ' ')}" : null,
            unsaid.Count == 0 ? null : $"hạn: {string.Join("; ", unsaid)}",
        ];
        var more = string.Join("; ", behind.OfType<string>());
        return $"{Capital(words)}{(more.Length == 0 ? "" : $" ({more})")}.";
    }

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];

    private static string Deadline(string words, IReadOnlyList<PlanDeadline> days)
    {
        var unsaid = days.Where(d => !DeadlineWords.Names(words, d)).Select(d => d.Said).ToList();
        var to = days.Select(d => d.SentTo).OfType<string>().Distinct().Where(t => !Says(words, t)).ToList();
        return (unsaid.Count == 0 ? Capital(words) : $"{Capital(string.Join("; ", unsaid))}: {words}") + (to.Count == 0 ? "." : $" (gửi {string.Join("; ", to)}).");
    }

    private static bool Says(string words, string name) => $" {SearchKey.Of(words)} ".Contains($" {SearchKey.Of(name)} ", StringComparison.Ordinal);
}

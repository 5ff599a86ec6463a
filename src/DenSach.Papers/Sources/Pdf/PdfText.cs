using System.Text;
using System.Text.RegularExpressions;

namespace DenSach.Papers.Sources.Pdf;

/// <summary>A part of a page from above to below: text as it is laid out, or a table.</summary>
/// <param name="Text">The text; nothing for a table.</param>
/// <param name="Table">The table, or null.</param>
public sealed record PdfPart(string Text, RuledTable? Table = null);

/// <summary>A stretch of a page beside its tables, in points from above.</summary>
public readonly record struct PdfStrip(int Top, int Bottom);

/// <summary>
/// The text of a PDF with the tables that it draws written out: a row a line, its cells between bars. The rest is the text as laid out by poppler. A layout alone
/// cannot say which lines of wrapped cells make a row; the lines that a table draws can.
/// </summary>
public static partial class PdfText
{
    private const int FewestGaps = 3;
    private const double Slack = 3;

    /// <summary>Whether a page may hold a table: some of its lines have a gap inside.</summary>
    public static bool MayHoldTable(string page) => Gap().Count(page) >= FewestGaps;

    /// <summary>The stretches above, between and below the tables; no words in one, no strip.</summary>
    public static IReadOnlyList<PdfStrip?> Beside(PdfPage page, IReadOnlyList<RuledTable> tables)
    {
        var (tops, bottoms) = (tables.Select(t => t.Bottom).Prepend(0), tables.Select(t => t.Top).Append(page.Height));
        return
        [
            .. tops.Zip(
                bottoms,
                (top, bottom) => page.Words.Any(w => w.Height >= top && w.Height <= bottom) ? new PdfStrip((int)Math.Ceiling(top), (int)Math.Floor(bottom)) : (PdfStrip?)null
            ),
        ];
    }

    /// <summary>Whether the strips hold every letter of the page that stands in no table, and no other.</summary>
    public static bool Covers(PdfPage page, IReadOnlyList<RuledTable> tables, IEnumerable<string> strips)
    {
        var beside = page.Words.Where(w => !tables.Any(t => w.Height > t.Top && w.Height < t.Bottom)).Sum(w => Count(w.Text));
        return strips.Sum(Count) == beside;

        static int Count(string text) => text.Count(char.IsLetterOrDigit);
    }

    /// <summary>All pages as one text. A table that goes on over a page says its head once, and a row that the page cuts is one row.</summary>
    public static string Of(IEnumerable<IReadOnlyList<PdfPart>> pages)
    {
        var parts = pages.SelectMany(p => p.Append(new PdfPart("\f"))).ToList();
        var rows = parts.ConvertAll(p => p.Table?.Rows.ToList() ?? []);
        var run = new List<(RuledTable Table, List<string[]> Rows)>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Table is { } table)
            {
                if (run.Count > 0 && GoesOn(run[^1].Table, table))
                {
                    GoOn(run, table, rows[i]);
                }
                else
                {
                    run.Clear();
                }

                run.Add((table, rows[i]));
            }
            else if (!Nothing().IsMatch(parts[i].Text.Trim()))
            {
                run.Clear();
            }
        }

        var text = new StringBuilder();
        foreach (var (part, cells) in parts.Zip(rows))
        {
            text.Append(part.Text);
            cells.ForEach(r => text.Append("| ").AppendJoin(" | ", r).Append(" |\n"));
        }

        return text.ToString();
    }

    private static bool GoesOn(RuledTable above, RuledTable below) =>
        above.Columns.Length == below.Columns.Length && above.Columns.Zip(below.Columns).All(c => Math.Abs(c.First - c.Second) < Slack);

    private static void GoOn(List<(RuledTable Table, List<string[]> Rows)> run, RuledTable table, List<string[]> next)
    {
        var (head, last) = (run[0].Table.Rows, run[^1].Rows);
        next.RemoveRange(0, next.Zip(head).TakeWhile(r => r.First.SequenceEqual(r.Second)).Count());
        if (next.Count == 0 || last.Count == 0 || !Index().IsMatch(head[0][0]) || table.MergesDownwards || run.Exists(t => t.Table.MergesDownwards))
        {
            return;
        }

        // A row without a number where all others have one is the rest of the row that the page cuts, or its beginning.
        var others = run.SelectMany(t => t.Rows).SkipLast(1).Concat(next.Skip(1));
        if (others.All(r => r[0].Length > 0) && last[^1][0].Length == 0 != (next[0][0].Length == 0) && !Total().IsMatch(next[0][1]) && !last[^1].Zip(next[0]).Any(AreFigures))
        {
            last[^1] = [.. last[^1].Zip(next[0], (above, below) => $"{above} {below}".Trim())];
            next.RemoveAt(0);
        }
    }

    /// <summary>Two numbers are those of two rows.</summary>
    private static bool AreFigures((string Above, string Below) cells) => Figure().IsMatch(cells.Above) && Figure().IsMatch(cells.Below);

    [GeneratedRegex(@"^[0-9][0-9.,/]* ?%?$")]
    private static partial Regex Figure();

    [GeneratedRegex(@"^(tổng|cộng|toàn|bình quân|chung)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    [GeneratedRegex(@"[^ \n]  +[^ \n]")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(-? ?[0-9]{1,3} ?-?)?$")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^(stt|tt|t/t|số tt|số thứ tự)$", RegexOptions.IgnoreCase)]
    private static partial Regex Index();
}

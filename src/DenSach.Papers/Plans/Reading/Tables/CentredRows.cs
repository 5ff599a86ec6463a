namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Which lines make the rows of a printed table, where cells go over several lines: each row has one line that anchors it (its values, or its number), and the
/// other lines stand below it where cells begin at the top, or as many above it as below where they are centred. One way is taken for a stretch of lines, and
/// only one that leaves every row a beginning.
/// </summary>
internal static class CentredRows
{
    private const int MostLinesAbove = 6;
    private const int Beginning = 1,
        Continuing = 1,
        BrokenOff = -4,
        Unbalanced = -2;

    /// <summary>What a line of a stretch is.</summary>
    /// <param name="At">The line.</param>
    /// <param name="IsAnchor">It holds the values or the number of a row.</param>
    /// <param name="Label">The words that name the row on this line; empty where there are none.</param>
    /// <param name="HasNote">Words stand behind the values.</param>
    public readonly record struct Line(int At, bool IsAnchor, MappedText Label, bool HasNote = false);

    /// <summary>The rows as runs of lines; null where no way adds up, or two do.</summary>
    /// <param name="lines">The lines with words, in order; those before the first anchor and behind the last may belong to something else.</param>
    /// <param name="startKnown">The first line is one of the table's rows.</param>
    /// <param name="endKnown">So is the last.</param>
    public static (List<List<Line>> Rows, int Score)? Of(IReadOnlyList<Line> lines, bool startKnown, bool endKnown)
    {
        var anchors = Enumerable.Range(0, lines.Count).Where(i => lines[i].IsAnchor).ToList();
        if (anchors.Count == 0)
        {
            return null;
        }

        var before = Math.Min(MostLinesAbove, anchors[0]);
        var ways = Enumerable
            .Range(startKnown ? anchors[0] : 0, startKnown ? 1 : before + 1)
            .Select(above => Centred(lines, anchors, above, endKnown))
            .Append(startKnown && anchors[0] > 0 ? null : AtTheTop(lines, anchors, endKnown))
            .OfType<List<List<Line>>>()
            .DistinctBy(w => string.Join(' ', w.Select(r => r[0].At).Append(w[^1][^1].At)))
            .Select(w => (Way: w, Score: w.Sum(Score)))
            .OrderByDescending(w => w.Score)
            .ToList();
        return ways.Count > 0 && ways[0].Way.TrueForAll(HasBeginning) && (ways.Count == 1 || ways[0].Score > ways[1].Score) ? ways[0] : null;
    }

    /// <summary>As many lines above each anchor as below it.</summary>
    private static List<List<Line>>? Centred(IReadOnlyList<Line> lines, List<int> anchors, int above, bool endKnown)
    {
        var rows = new List<List<Line>>();
        var start = anchors[0] - above;
        for (var k = 0; k < anchors.Count; k++)
        {
            var end = anchors[k] + (anchors[k] - start) + 1;
            if (start > anchors[k] || end > (k + 1 < anchors.Count ? anchors[k + 1] : lines.Count))
            {
                return null;
            }

            rows.Add([.. lines.Skip(start).Take(end - start)]);
            start = end;
        }

        return endKnown && start < lines.Count ? null : rows;
    }

    private static List<List<Line>>? AtTheTop(IReadOnlyList<Line> lines, List<int> anchors, bool endKnown)
    {
        var end = anchors[^1] + 1;
        while (end < lines.Count && (endKnown || lines[end].Label.Length == 0 || GoesOn(lines[end].Label)))
        {
            end++;
        }

        List<List<Line>> rows = [.. anchors.Select((a, k) => lines.Skip(a).Take((k + 1 < anchors.Count ? anchors[k + 1] : end) - a).ToList())];
        // A note that begins below its row does not stand at the top of it.
        return rows.Exists(r => !r[0].HasNote && r.Exists(l => l.HasNote)) ? null : rows;
    }

    private static int Score(List<Line> row)
    {
        var label = Labels(row);
        return (HasBeginning(row) ? Beginning : BrokenOff)
            + label
                .Skip(1)
                .Sum(l =>
                    GoesOn(l) ? Continuing
                    : IsUpper(l) ? -Continuing
                    : 0
                )
            + (IsBalanced(label, '(', ')') && IsBalanced(label, '“', '”') ? 0 : Unbalanced);
    }

    private static List<MappedText> Labels(List<Line> row) => [.. row.Select(l => l.Label).Where(l => l.Length > 0)];

    private static bool HasBeginning(List<Line> row) => Labels(row) is [var first, ..] && !char.IsLower(first.Text[0]) && first.Text[0] is not (')' or ',' or '”');

    private static bool GoesOn(MappedText label) => char.IsLower(label.Text[0]) || label.Text[0] is '(' or ')' or ',' or '“' or '”' or '"';

    private static bool IsUpper(MappedText label) => char.IsUpper(label.Text[0]);

    private static bool IsBalanced(List<MappedText> label, char opens, char closes) => label.Sum(l => l.Text.Count(c => c == opens) - l.Text.Count(c => c == closes)) == 0;
}

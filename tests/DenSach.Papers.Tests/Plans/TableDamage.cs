using System.Text.RegularExpressions;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Tables as copying leaves them: a cell lost, or the number of a page between two lines. The same seed gives the same tables.</summary>
public sealed partial class TableDamage(int seed)
{
    private const int Pages = 9;
    private readonly Random random = new(seed);

    /// <summary>The written table with one damage, and what the damage is.</summary>
    public (string Written, string Damage) Next(string written)
    {
        var lines = written.Split('\n').ToList();
        var at = random.Next(1, lines.Count);
        if (random.Next(3) == 0)
        {
            lines.Insert(at, random.Next(2, Pages).ToString(System.Globalization.CultureInfo.InvariantCulture));
            return (string.Join('\n', lines), $"page number in line {at}");
        }

        var withCells = Enumerable
            .Range(0, lines.Count)
            .Where(i => lines[i].Contains('<', StringComparison.Ordinal) ? Cell().IsMatch(lines[i]) : lines[i].Trim().Length > 0)
            .ToList();
        at = withCells[random.Next(withCells.Count)];
        var line = lines[at];
        lines[at] =
            line.Contains('|', StringComparison.Ordinal) ? Without(line, '|')
            : line.Contains('\t', StringComparison.Ordinal) ? Without(line, '\t')
            : line.Contains("  ", StringComparison.Ordinal) ? Blanked(line)
            : line.Contains('<', StringComparison.Ordinal) ? WithoutCell(line)
            : "";
        return (string.Join('\n', lines), $"“{line}” became “{lines[at]}”");
    }

    private string Without(string line, char divider)
    {
        var cells = line.Split(divider).ToList();
        cells.RemoveAt(random.Next(cells.Count - 1));
        return string.Join(divider, cells);
    }

    private string WithoutCell(string line)
    {
        var cells = Cell().Matches(line);
        var cell = cells[random.Next(cells.Count)];
        return line.Remove(cell.Index, cell.Length);
    }

    [GeneratedRegex("<td.*?</td>")]
    private static partial Regex Cell();

    private string Blanked(string line)
    {
        var cells = line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        var cell = cells[random.Next(cells.Count)];
        var at = line.IndexOf(cell, StringComparison.Ordinal);
        return line.Remove(at, cell.Length).Insert(at, new string(' ', cell.Length)).TrimEnd();
    }
}

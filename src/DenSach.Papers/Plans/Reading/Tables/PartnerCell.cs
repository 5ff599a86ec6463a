namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Who works along, as a cell of a table lists them. A semicolon or a comma parts them, but not the parts of one name: "Các thôn, bản", "Các ban, ngành, đoàn thể" are one each.
/// </summary>
internal static class PartnerCell
{
    private const string Kinds = "thon|ban|ap|buon|khom|lang|xom|phum|soc|bon|khu pho|khu dan cu|to dan pho|nganh|doan the|co quan|don vi|to chuc|phong";
    private static readonly Pattern GoesOn = Pattern.Of($@"^(va )?({Kinds})\b");
    private static readonly Pattern OpensMany = Pattern.Of(@"^(cac|nhung|moi|toan the) ");
    private static readonly Pattern EndsInKind = Pattern.Of($@"\b({Kinds})$");

    /// <summary>So many letters tell what stands beside a comma, however long the cell is.</summary>
    private const int Near = 24;

    public static IReadOnlyList<string> Names(MappedText cell)
    {
        var names = new List<string>();
        var start = 0;
        for (var at = 0; at <= cell.Length; at++)
        {
            if (at < cell.Length && (cell.Text[at] is not (',' or ';') || (cell.Text[at] == ',' && IsOneName(cell, start, at))))
            {
                continue;
            }

            if (cell.Text[start..at].Trim() is { Length: > 0 } name)
            {
                names.Add(name);
            }

            start = at + 1;
        }

        return names;
    }

    /// <summary>What follows the comma is no name of its own: a kind of place or body in small letters, after others of that sort.</summary>
    private static bool IsOneName(MappedText cell, int start, int comma)
    {
        var after = cell.Text[(comma + 1)..Math.Min(cell.Length, comma + Near)].TrimStart();
        var words = cell.Folded;
        return after.Length > 0
            && char.IsLower(after[0])
            && GoesOn.IsMatch(words[(comma + 1)..Math.Min(cell.Length, comma + Near)].TrimStart())
            && (OpensMany.IsMatch(words[start..Math.Min(comma, start + Near)].TrimStart()) || EndsInKind.IsMatch(words[Math.Max(start, comma - Near)..comma].TrimEnd()));
    }
}

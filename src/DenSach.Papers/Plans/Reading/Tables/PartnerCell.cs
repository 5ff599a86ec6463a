namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Who works along, as a cell of a table lists them. A semicolon or a comma parts them, but not the parts of one name: "Các thôn, bản", "Các ban, ngành, đoàn thể" are one each. Words are
/// compared with their marks, since "bản" is a hamlet and "ban" a board; a board or an office that bears a name of its own ("ban chỉ đạo xã", "phòng Văn hóa") goes on with nothing.
/// </summary>
internal static class PartnerCell
{
    private const string Kinds = "thôn|bản|ấp|buôn|khóm|làng|xóm|phum|sóc|bon|khu phố|khu dân cư|tổ dân phố|ngành|đoàn thể|cơ quan|đơn vị|tổ chức";
    private const string Offices = "ban|phòng";
    private const string NoName = "và|liên quan|có liên quan|chuyên môn|trực thuộc|thuộc|của|trên địa bàn|xã|phường";
    private static readonly Pattern GoesOn = Pattern.Of($@"^(và )?(({Kinds})\b|({Offices})\s*($|[,;]|({NoName})\b))");
    private static readonly Pattern OpensMany = Pattern.Of(@"^(các|những|mọi|toàn thể) ");
    private static readonly Pattern EndsInKind = Pattern.Of($@"\b({Kinds}|{Offices})$");

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
        return after.Length > 0
            && char.IsLower(after[0])
            && GoesOn.IsMatch(Words(after))
            && (
                OpensMany.IsMatch(Words(cell.Text[start..Math.Min(comma, start + Near)].TrimStart()))
                || EndsInKind.IsMatch(Words(cell.Text[Math.Max(start, comma - Near)..comma].TrimEnd()))
            );
    }

    private static string Words(string text) => text.Normalize().ToLowerInvariant();
}

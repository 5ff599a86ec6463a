namespace DenSach.Papers.Plans.Reading;

/// <summary>Spells out the short forms of the learning titles. "CĐHT" and "CDHT" differ by a mark only, so this happens before letters are folded.</summary>
internal static class Abbreviations
{
    private static readonly (string Short, string Long)[] Forms =
    [
        ("GĐHT", "Gia đình học tập"),
        ("DHHT", "Dòng họ học tập"),
        ("CĐHT", "Cộng đồng học tập"),
        ("ĐVHT", "Đơn vị học tập"),
        ("CDHT", "Công dân học tập"),
    ];

    /// <summary>The text with short forms spelled out; each letter of a long form points at the whole short one.</summary>
    public static MappedText Expand(MappedText text)
    {
        foreach (var (form, name) in Forms)
        {
            for (var at = text.Text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf(form, at + 1, StringComparison.Ordinal))
            {
                var whole = (at == 0 || !char.IsLetter(text.Text[at - 1])) && (at + form.Length == text.Length || !char.IsLetter(text.Text[at + form.Length]));
                text = whole ? text.Replace(at, at + form.Length, name) : text;
            }
        }

        return text;
    }
}

namespace DenSach.Papers.Plans.Reading;

/// <summary>Which characters stand inside quotation marks. A mark that never closes counts to the next opening one or 200 characters.</summary>
internal static class Quotes
{
    private const int LongestQuote = 200;

    public static bool[] Inside(string text)
    {
        var inside = new bool[text.Length];
        var (open, nested) = (-1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '“' || (c is '"' && open < 0))
            {
                nested = open >= 0 && i - open <= LongestQuote && ClosesTwice(text, i);
                open = nested ? open : i;
            }
            else if (nested && c == '”')
            {
                nested = false; // "“Xây dựng mô hình “Công dân học tập” giai đoạn …”": the inner one ends.
            }
            else if (open >= 0 && (c is '”' or '"' || i - open > LongestQuote))
            {
                open = -1;
            }

            inside[i] = open >= 0;
        }

        return inside;
    }

    /// <summary>Whether the next two marks behind a second opening one both close: then it stands inside the first.</summary>
    private static bool ClosesTwice(string text, int at)
    {
        var one = text.AsSpan(at + 1).IndexOfAny('“', '”');
        var two = one < 0 ? -1 : text.AsSpan(at + 2 + one).IndexOfAny('“', '”');
        return two >= 0 && one + two < LongestQuote && text[at + 1 + one] == '”' && text[at + 2 + one + two] == '”';
    }
}

namespace DenSach.Papers.Plans.Reading;

/// <summary>Which characters stand inside quotation marks. A mark that never closes counts to the next opening one or 200 characters.</summary>
internal static class Quotes
{
    private const int LongestQuote = 200;

    public static bool[] Inside(string text)
    {
        var inside = new bool[text.Length];
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '“' || (c is '"' && open < 0))
            {
                open = i;
            }
            else if (open >= 0 && (c is '”' or '"' || i - open > LongestQuote))
            {
                open = -1;
            }

            inside[i] = open >= 0;
        }

        return inside;
    }
}

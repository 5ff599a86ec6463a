using System.Globalization;
using System.Text;

namespace DenSach.Platform.Text;

/// <summary>
/// Comma-separated values by RFC 4180, in UTF-8 with a byte order mark so that a spreadsheet reads Vietnamese. A text that a spreadsheet would take
/// for a formula begins with an apostrophe.
/// </summary>
public sealed class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    private readonly StringBuilder text = new();

    public Csv Row(params IEnumerable<object?> cells)
    {
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        return this;
    }

    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            string words => Quoted(IsFormula(words) ? "'" + words : words),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => Quoted(value.ToString() ?? ""),
        };

    // Leading white space does not keep a spreadsheet from calculating.
    private static bool IsFormula(string words) =>
        words.Length > 0 && (words[0] is '\t' or '\r' or '\n' || words.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..]);

    private static string Quoted(string words) => words.AsSpan().IndexOfAny(",\"\r\n") < 0 ? words : $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace DenSach.Modules.Decisions;

/// <summary>Số, ký hiệu of a paper as in the book: "125/QĐ-UBND". Numbers under 10 take a zero (Nghị định 30/2020, phụ lục I, II.3), so that 5 and 05 are one.</summary>
public sealed partial record DecisionNumber(int Number, string Symbol)
{
    /// <summary>Null if it is no number with its symbol.</summary>
    public static DecisionNumber? Parse(string? text) =>
        Form().Match((text ?? "").Trim()) is { Success: true } match
            ? new DecisionNumber(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Value.ToUpperInvariant())
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number:00}/{Symbol}");

    [GeneratedRegex(@"^0*([1-9][0-9]{0,5})\s*/\s*(\p{L}[\p{L}\p{Nd}&.-]{0,48})$")]
    private static partial Regex Form();
}

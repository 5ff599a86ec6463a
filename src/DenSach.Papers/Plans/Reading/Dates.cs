using System.Globalization;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Dates from their written parts.</summary>
internal static class Dates
{
    /// <summary>The date, or null where a part is missing or no such day exists.</summary>
    public static DateOnly? Of(string day, string month, string year) =>
        Number(day) is { } d && Number(month) is { } m && Number(year) is { } y && y is >= 1900 and <= 2200 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;

    public static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static int? Roman(string digits) =>
        digits switch
        {
            "i" or "1" => 1,
            "ii" or "2" => 2,
            "iii" or "3" => 3,
            "iv" or "4" => 4,
            _ => null,
        };
}

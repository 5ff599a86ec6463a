using System.Globalization;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Numbers as papers write them: a comma or a point before one or two decimals, a point before each three digits.</summary>
internal static class Figures
{
    private static readonly Pattern Grouped = Pattern.Of(@"^\d{1,3}(\.\d{3})+$");

    public static decimal Number(string digits) =>
        decimal.Parse(
            Grouped.IsMatch(digits) ? digits.Replace(".", "", StringComparison.Ordinal) : digits.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture
        );
}

using System.Globalization;

namespace DenSach.Scoring;

/// <summary>
/// An exact part of a whole: 90% is 90/100, two thirds are 2/3. Guarantees: comparisons multiply crosswise in 128 bits,
/// so 8999 of 10000 never rounds up to 90%.
/// </summary>
public readonly record struct Share
{
    private Share(long numerator, long denominator) => (Numerator, Denominator) = (numerator, denominator);

    /// <summary>The upper number; not negative.</summary>
    public long Numerator { get; }

    /// <summary>The lower number; positive in every value made by this type's methods.</summary>
    public long Denominator { get; }

    /// <summary>A whole number of percent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static Share Percent(int percent) => Of(percent, 100);

    /// <summary>The fraction of two whole numbers, kept as given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The numerator is negative or the denominator not positive.</exception>
    public static Share Of(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        return new Share(numerator, denominator);
    }

    /// <summary>Reads "90%", "62,5%" or "2/3"; anything else, also a bare number, is refused.</summary>
    public static bool TryParse(string? text, out Share share)
    {
        share = default;
        var body = text?.Trim() ?? "";
        if (body.EndsWith('%'))
        {
            if (!Decimals.TryParse(body[..^1].TrimEnd(), 4, out var scaled) || scaled < 0)
                return false;
            share = scaled % 10_000 == 0 ? new Share(scaled / 10_000, 100) : new Share(scaled, 1_000_000);
            return true;
        }
        var parts = body.Split('/');
        if (
            parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var upper)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var lower)
            || lower == 0
        )
            return false;
        share = new Share(upper, lower);
        return true;
    }

    /// <summary>Compares <paramref name="part"/> / <paramref name="whole"/> with this share: negative when below it, zero when
    /// equal. <paramref name="whole"/> must be positive.</summary>
    public int Compare(Quantity part, Quantity whole) => ((Int128)part.Thousandths * Denominator).CompareTo((Int128)whole.Thousandths * Numerator);

    /// <summary>The smallest whole number of units in a whole of <paramref name="whole"/> that reaches this share.</summary>
    public long LeastOf(Quantity whole)
    {
        var wanted = (Int128)whole.Thousandths * Numerator;
        var unit = (Int128)Denominator * 1000;
        return (long)((wanted + unit - 1) / unit);
    }

    /// <summary>The greatest whole number of units in a whole of <paramref name="whole"/> that does not exceed this share.</summary>
    public long MostOf(Quantity whole) => (long)((Int128)whole.Thousandths * Numerator / ((Int128)Denominator * 1000));

    /// <summary>Compares two shares exactly.</summary>
    public int CompareTo(Share other) => ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <summary>"90%", "62,5%" or "2/3".</summary>
    public override string ToString() =>
        Denominator switch
        {
            100 => Numerator.ToString(CultureInfo.InvariantCulture) + "%",
            1_000_000 => Decimals.Write(Numerator, 4) + "%",
            _ => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}"),
        };
}

using System.Globalization;

namespace DenSach.Scoring;

/// <summary>
/// Points of a criteria set, kept as a whole number of hundredths: 7,5 points are 750. Guarantees: no floating point is
/// used anywhere, and arithmetic that would leave the range throws <see cref="OverflowException"/> instead of wrapping.
/// </summary>
public readonly record struct Points : IComparable<Points>
{
    private const int Scale = 100;

    private Points(int hundredths) => Hundredths = hundredths;

    /// <summary>The value in hundredths of a point: what is stored and added up.</summary>
    public int Hundredths { get; }

    /// <summary>No points.</summary>
    public static Points Zero => default;

    /// <summary>Points from a stored number of hundredths.</summary>
    public static Points FromHundredths(int hundredths) => new(hundredths);

    /// <summary>Points from a whole number of points.</summary>
    /// <exception cref="OverflowException">More than about 21 million points.</exception>
    public static Points Whole(int points) => new(checked(points * Scale));

    /// <summary>Reads "10", "7,5" or "7.25": at most two decimals, no thousand separator.</summary>
    public static bool TryParse(string? text, out Points points)
    {
        points = default;
        if (!Decimals.TryParse(text, 2, out var hundredths) || hundredths is < int.MinValue or > int.MaxValue)
            return false;
        points = new Points((int)hundredths);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Points other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The sum leaves the range.</exception>
    public static Points operator +(Points a, Points b) => new(checked(a.Hundredths + b.Hundredths));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The difference leaves the range.</exception>
    public static Points operator -(Points a, Points b) => new(checked(a.Hundredths - b.Hundredths));

    /// <summary>The opposite.</summary>
    /// <exception cref="OverflowException">The result leaves the range.</exception>
    public static Points operator -(Points a) => new(checked(-a.Hundredths));

    /// <summary>Fewer points than.</summary>
    public static bool operator <(Points a, Points b) => a.Hundredths < b.Hundredths;

    /// <summary>More points than.</summary>
    public static bool operator >(Points a, Points b) => a.Hundredths > b.Hundredths;

    /// <summary>At most as many points as.</summary>
    public static bool operator <=(Points a, Points b) => a.Hundredths <= b.Hundredths;

    /// <summary>At least as many points as.</summary>
    public static bool operator >=(Points a, Points b) => a.Hundredths >= b.Hundredths;

    /// <summary>The value as it is written on a Vietnamese form: "7,5"; the same under every culture.</summary>
    public override string ToString() => Decimals.Write(Hundredths, 2);
}

/// <summary>Decimal text to scaled integers and back, without passing through a floating-point number.</summary>
internal static class Decimals
{
    public static bool TryParse(string? text, int decimals, out long scaled)
    {
        scaled = 0;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var body = text.Trim().AsSpan();
        var negative = body[0] == '-';
        if (negative)
            body = body[1..];
        var mark = body.IndexOfAny(',', '.');
        var whole = mark < 0 ? body : body[..mark];
        var part = mark < 0 ? default : body[(mark + 1)..];
        if (whole.Length == 0 || part.Length > decimals || (mark >= 0 && part.Length == 0))
            return false;
        if (!Digits(whole, out var high))
            return false;
        long low = 0;
        if (part.Length > 0 && !Digits(part, out low))
            return false;
        for (var i = part.Length; i < decimals; i++)
            low *= 10;
        long scale = 1;
        for (var i = 0; i < decimals; i++)
            scale *= 10;
        if (high > (long.MaxValue - low) / scale)
            return false;
        scaled = high * scale + low;
        if (negative)
            scaled = -scaled;
        return true;
    }

    public static string Write(long scaled, int decimals, bool grouped = true)
    {
        long scale = 1;
        for (var i = 0; i < decimals; i++)
            scale *= 10;
        var magnitude = UInt128.CreateChecked(Int128.Abs(scaled));
        var whole = ((ulong)(magnitude / (ulong)scale)).ToString(CultureInfo.InvariantCulture);
        if (grouped)
            for (var i = whole.Length - 3; i > 0; i -= 3)
                whole = whole.Insert(i, ".");
        var rest = (ulong)(magnitude % (ulong)scale);
        var tail = rest == 0 ? "" : "," + rest.ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0').TrimEnd('0');
        return (scaled < 0 ? "-" : "") + whole + tail;
    }

    private static bool Digits(ReadOnlySpan<char> text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}

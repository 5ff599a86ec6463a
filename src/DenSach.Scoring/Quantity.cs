namespace DenSach.Scoring;

/// <summary>
/// A counted or measured number (persons, books, đồng), kept as a whole number of thousandths. Guarantees: exact, no
/// floating point; a value outside about ±9.2 × 10^15 is refused with <see cref="OverflowException"/>.
/// </summary>
public readonly record struct Quantity : IComparable<Quantity>
{
    private const long Scale = 1000;

    private Quantity(long thousandths) => Thousandths = thousandths;

    /// <summary>The value in thousandths.</summary>
    public long Thousandths { get; }

    /// <summary>A number stored in thousandths.</summary>
    public static Quantity FromThousandths(long thousandths) => new(thousandths);

    /// <summary>A whole number.</summary>
    /// <exception cref="OverflowException">The number leaves the range.</exception>
    public static Quantity Whole(long number) => new(checked(number * Scale));

    /// <summary>Reads "12" or "12,5" ("12.5"): at most three decimals, no thousand separator.</summary>
    public static bool TryParse(string? text, out Quantity quantity)
    {
        var read = Decimals.TryParse(text, 3, out var thousandths);
        quantity = new Quantity(thousandths);
        return read;
    }

    /// <summary>Whether the number has no part after the comma.</summary>
    public bool IsWhole => Thousandths % Scale == 0;

    /// <inheritdoc/>
    public int CompareTo(Quantity other) => Thousandths.CompareTo(other.Thousandths);

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The difference leaves the range.</exception>
    public static Quantity operator -(Quantity a, Quantity b) => new(checked(a.Thousandths - b.Thousandths));

    /// <summary>Smaller than.</summary>
    public static bool operator <(Quantity a, Quantity b) => a.Thousandths < b.Thousandths;

    /// <summary>Greater than.</summary>
    public static bool operator >(Quantity a, Quantity b) => a.Thousandths > b.Thousandths;

    /// <summary>At most.</summary>
    public static bool operator <=(Quantity a, Quantity b) => a.Thousandths <= b.Thousandths;

    /// <summary>At least.</summary>
    public static bool operator >=(Quantity a, Quantity b) => a.Thousandths >= b.Thousandths;

    /// <summary>The number as Vietnamese writes it: "1.234,5"; the same under every culture.</summary>
    public override string ToString() => Decimals.Write(Thousandths, 3);

    internal string Code => Decimals.Write(Thousandths, 3, grouped: false).Replace(',', '.');
}

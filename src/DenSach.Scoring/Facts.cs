namespace DenSach.Scoring;

/// <summary>What a fact holds.</summary>
public enum FactKind
{
    /// <summary>A whole number, not negative: persons, families.</summary>
    Count,

    /// <summary>A number with up to three decimals.</summary>
    Amount,

    /// <summary>A step of a scale, or none reached.</summary>
    Level,

    /// <summary>A title held since a day, or none.</summary>
    Title,
}

/// <summary>Where a fact usually comes from; a page asks people only for those typed by hand.</summary>
public enum FactOrigin
{
    /// <summary>Counted by the registry as at a day.</summary>
    Registry,

    /// <summary>Typed on the sheet ("nhập tay").</summary>
    Typed,

    /// <summary>Taken from a file.</summary>
    Imported,
}

/// <summary>A fact a set reads.</summary>
/// <param name="Name">Stable name by which the fact is given.</param>
/// <param name="Title">What people read: "Số người lớn trong gia đình".</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Unit">What is counted: "người"; null for levels and titles.</param>
/// <param name="From">Where it usually comes from.</param>
/// <param name="Scale">Steps from low to high for a level, or the levels of a title; empty for numbers.</param>
public sealed record FactDefinition(string Name, string Title, FactKind Kind, string? Unit, FactOrigin From, IReadOnlyList<Named> Scale);

/// <summary>
/// The value of a fact. Guarantees: <c>default</c> is "not known", which is never the same as zero, "none reached" or "no title".
/// </summary>
public readonly record struct FactValue
{
    private readonly long number;
    private readonly int day;

    private FactValue(Form form, long number, int day, bool byHand) => (Holds, this.number, this.day, ByHand) = (form, number, day, byHand);

    internal enum Form : byte
    {
        Missing,
        Number,
        Level,
        Title,
    }

    internal Form Holds { get; }

    /// <summary>Not known.</summary>
    public static FactValue Missing => default;

    /// <summary>Whether nothing is known.</summary>
    public bool IsMissing => Holds == Form.Missing;

    /// <summary>Whether a person typed it, so that it is no evidence by itself.</summary>
    public bool ByHand { get; }

    /// <summary>The number; zero for other kinds.</summary>
    public Quantity Number => Holds == Form.Number ? Quantity.FromThousandths(number) : default;

    /// <summary>Step of the scale, 1 the lowest, 0 for none; for a title its level, or 1 for a title without levels.</summary>
    public int Ordinal => Holds is Form.Level or Form.Title ? (int)number : 0;

    /// <summary>The day a title is held since; null where none is held.</summary>
    public DateOnly? Since => Holds == Form.Title && number > 0 ? DateOnly.FromDayNumber(day) : null;

    /// <summary>A whole number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static FactValue Count(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return Amount(Quantity.Whole(number));
    }

    /// <summary>A number.</summary>
    public static FactValue Amount(Quantity number) => new(Form.Number, number.Thousandths, 0, false);

    /// <summary>A step of a scale: 1 is the lowest, 0 says that none is reached.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public static FactValue Level(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        return new FactValue(Form.Level, ordinal, 0, false);
    }

    /// <summary>A title held since a day; <paramref name="ordinal"/> is its level, 1 for a title without levels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not positive.</exception>
    public static FactValue Title(DateOnly since, int ordinal = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ordinal);
        return new FactValue(Form.Title, ordinal, since.DayNumber, false);
    }

    /// <summary>It is known that no title is held.</summary>
    public static FactValue NoTitle => new(Form.Title, 0, 0, false);

    /// <summary>The same value, marked as typed by a person.</summary>
    public FactValue Typed() => new(Holds, number, day, true);
}

/// <summary>Where a value was taken from.</summary>
/// <param name="Origin">Registry, typed or imported.</param>
/// <param name="AsAt">The day the value holds for, where known.</param>
/// <param name="Note">Name of the file, or of who typed it.</param>
public sealed record FactSource(FactOrigin Origin, DateOnly? AsAt = null, string? Note = null)
{
    /// <summary>Typed on the sheet.</summary>
    public static FactSource ByHand { get; } = new(FactOrigin.Typed);

    /// <summary>Counted by the registry as at a day.</summary>
    public static FactSource Registry(DateOnly asAt) => new(FactOrigin.Registry, asAt);

    /// <summary>Taken from a file.</summary>
    public static FactSource Import(string file, DateOnly? asAt = null) => new(FactOrigin.Imported, asAt, file);

    /// <summary>The source as people read it: "nhập tay", "sổ đăng ký, số liệu ngày 31/12/2026".</summary>
    public override string ToString() => Wording.Source(this);
}

/// <summary>A value and its source.</summary>
/// <param name="Value">The value.</param>
/// <param name="Source">Its source.</param>
public sealed record Fact(FactValue Value, FactSource Source);

/// <summary>The facts about one subject by name. Guarantees: never changes; a name that is not there is not known.</summary>
public sealed class Facts
{
    private readonly Dictionary<string, Fact> byName;

    /// <summary>Facts by name; the last of a repeated name holds.</summary>
    public Facts(IEnumerable<KeyValuePair<string, Fact>> facts)
    {
        byName = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var (name, fact) in facts)
            byName[name] = fact.Source.Origin == FactOrigin.Typed ? fact with { Value = fact.Value.Typed() } : fact;
    }

    /// <summary>Nothing is known.</summary>
    public static Facts None { get; } = new([]);

    /// <summary>The names that are given.</summary>
    public IReadOnlyCollection<string> Names => byName.Keys;

    /// <summary>The fact of a name, or null.</summary>
    public Fact? this[string name] => byName.GetValueOrDefault(name);

    /// <summary>These facts with one more, or another value of one.</summary>
    public Facts With(string name, FactValue value, FactSource source) => new(byName.Append(new(name, new Fact(value, source))));
}

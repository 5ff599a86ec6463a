namespace DenSach.Papers.Plans;

/// <summary>A stretch of the document as received: <c>[Start, End)</c> in UTF-16 characters of the text handed to the reader.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character; never before <paramref name="Start"/>.</param>
public readonly record struct SourceSpan(int Start, int End)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;

    /// <summary>The words of the source that the span covers.</summary>
    public string Of(string source) => source[Start..End];

    /// <summary>Whether both spans share at least one character.</summary>
    public bool Overlaps(SourceSpan other) => Start < other.End && other.Start < End;
}

/// <summary>Two calendar years, both included.</summary>
/// <param name="From">First year.</param>
/// <param name="To">Last year; never before <paramref name="From"/>.</param>
public readonly record struct YearRange(int From, int To)
{
    /// <summary>Whether the other range lies inside this one and is shorter.</summary>
    public bool ProperlyContains(YearRange other) => From <= other.From && other.To <= To && this != other;
}

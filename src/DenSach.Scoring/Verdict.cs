namespace DenSach.Scoring;

/// <summary>How a line came out. For a knock-out or deduction, met means that the bad thing did not happen.</summary>
public enum LineState : byte
{
    /// <summary>Chưa trả lời, or a fact that is not known.</summary>
    Unanswered,

    /// <summary>Đạt.</summary>
    Met,

    /// <summary>Some of the points.</summary>
    Partly,

    /// <summary>Chưa đạt.</summary>
    NotMet,

    /// <summary>Không có minh chứng phù hợp: counts as not met (TT 24/2023, điều 9.3), but is another answer.</summary>
    NoEvidence,

    /// <summary>Không áp dụng.</summary>
    NotApplicable,
}

/// <summary>What the sheet says of the title.</summary>
public enum Outcome : byte
{
    /// <summary>Something needed is not known yet, and what is known decides neither way. No recognition rests on it.</summary>
    Incomplete,

    /// <summary>Đạt.</summary>
    Met,

    /// <summary>Chưa đạt, whatever the open lines would say.</summary>
    NotMet,
}

/// <summary>Why a line keeps the title away.</summary>
public enum BlockReason : byte
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It must be answered first.</summary>
    Open,

    /// <summary>It must be met and is not.</summary>
    Required,

    /// <summary>It has fewer points than the lowest allowed.</summary>
    BelowLowest,

    /// <summary>What it asks for loses the title.</summary>
    KnockOut,

    /// <summary>The total is short, and points were lost here.</summary>
    LostPoints,
}

/// <summary>Result of one line in the innermost loop.</summary>
internal readonly record struct Verdict(LineState State, Points Points)
{
    public static readonly Verdict Open = new(LineState.Unanswered, Points.Zero);
    public static readonly Verdict NotApplicable = new(LineState.NotApplicable, Points.Zero);
    public static readonly Verdict NoEvidence = new(LineState.NoEvidence, Points.Zero);
    public static readonly Verdict NotMet = new(LineState.NotMet, Points.Zero);

    public static Verdict Met(Points max) => new(LineState.Met, max);

    public static Verdict Graded(Points points, Points max) =>
        points >= max ? Met(max)
        : points > Points.Zero ? new Verdict(LineState.Partly, points)
        : NotMet;

    public bool IsInFavour => State is LineState.Met or LineState.Partly;
}

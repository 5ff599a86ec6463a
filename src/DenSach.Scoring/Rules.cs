namespace DenSach.Scoring;

/// <summary>
/// How a line is judged. The family is closed: <see cref="Judged"/> and <see cref="Checklist"/> read the answer of a
/// person; <see cref="Threshold"/>, <see cref="Ratio"/>, <see cref="LevelReached"/>, <see cref="Change"/> and
/// <see cref="TitleHeld"/> read facts. Knock-out, bonus and deduction are what a line does with it: <see cref="LineRole"/>.
/// </summary>
public abstract record Rule
{
    private protected Rule() { }

    /// <summary>Names of the facts the rule reads, in its order; empty where a person judges.</summary>
    public IReadOnlyList<string> FactNames => Wording.Names(this);
}

/// <summary>A person judges: met or not met, or one of some choices with points.</summary>
/// <param name="Choices">Empty for met / not met.</param>
public sealed record Judged(IReadOnlyList<Choice> Choices) : Rule;

/// <summary>One of the choices of a judged line.</summary>
/// <param name="Id">Stable name, unique in the line.</param>
/// <param name="Text">What people read.</param>
/// <param name="Points">What it gives.</param>
public sealed record Choice(string Id, string Text, Points Points);

/// <summary>A person ticks what is there. With <paramref name="Need"/> the line is met from so many ticks on; without, the
/// points of the ticked items are added, up to the points of the line.</summary>
/// <param name="Items">At most 64 items.</param>
/// <param name="Need">How many ticks meet the line; null when items carry points.</param>
public sealed record Checklist(IReadOnlyList<ChecklistItem> Items, int? Need) : Rule;

/// <summary>One item of a checklist.</summary>
/// <param name="Id">Stable name, unique in the line.</param>
/// <param name="Text">What people read.</param>
/// <param name="Points">What it gives; zero in a checklist that counts ticks.</param>
public sealed record ChecklistItem(string Id, string Text, Points Points);

/// <summary>Which side of a bound is the good one.</summary>
public enum Comparison
{
    /// <summary>The bound or more.</summary>
    AtLeast,

    /// <summary>The bound or less.</summary>
    AtMost,
}

/// <summary>A number against bounds.</summary>
/// <param name="Fact">The fact read.</param>
/// <param name="Comparison">Which side is good.</param>
/// <param name="Steps">Bounds from the best to the weakest.</param>
public sealed record Threshold(string Fact, Comparison Comparison, IReadOnlyList<Step<Quantity>> Steps) : Rule;

/// <summary>A part of a whole against bounds; both are facts. More part than whole is contradictory data and leaves the line open.</summary>
/// <param name="Of">The part.</param>
/// <param name="In">The whole.</param>
/// <param name="WhenEmpty">What a whole of zero means; there is no default.</param>
/// <param name="Comparison">Which side is good.</param>
/// <param name="Steps">Bounds from the best to the weakest.</param>
public sealed record Ratio(string Of, string In, WhenEmpty WhenEmpty, Comparison Comparison, IReadOnlyList<Step<Share>> Steps) : Rule;

/// <summary>What a ratio over nothing means.</summary>
public enum WhenEmpty
{
    /// <summary>The line does not apply.</summary>
    NotApplicable,

    /// <summary>The line is met.</summary>
    Met,

    /// <summary>The line is not met.</summary>
    NotMet,
}

/// <summary>A step of a scale against the step asked.</summary>
/// <param name="Fact">A fact of the kind level; its scale runs from low to high.</param>
/// <param name="Steps">Steps of the scale from the best to the weakest; reaching one or more counts.</param>
public sealed record LevelReached(string Fact, IReadOnlyList<Step<string>> Steps) : Rule;

/// <summary>A number against the same number a year before.</summary>
/// <param name="Now">The fact of the assessed year.</param>
/// <param name="Before">The fact of the year before.</param>
/// <param name="Direction">Which way it must go.</param>
/// <param name="By">By at least how much, in units of the fact; zero for any change.</param>
public sealed record Change(string Now, string Before, Direction Direction, Quantity By) : Rule;

/// <summary>Which way a number must go.</summary>
public enum Direction
{
    /// <summary>It must rise.</summary>
    Up,

    /// <summary>It must fall.</summary>
    Down,

    /// <summary>It must not fall.</summary>
    NotDown,

    /// <summary>It must not rise.</summary>
    NotUp,
}

/// <summary>A title held, at a level or above, for some months on the day of the assessment.</summary>
/// <param name="Fact">A fact of the kind title.</param>
/// <param name="Level">The least level; null where any will do.</param>
/// <param name="Months">The least whole months held; zero for none. Needs <see cref="Scoring.Subject.AsAt"/>.</param>
public sealed record TitleHeld(string Fact, string? Level, int Months) : Rule;

/// <summary>A bound and what reaching it gives.</summary>
/// <param name="Bound">The bound.</param>
/// <param name="Points">What it gives; null for the full points of the line.</param>
public sealed record Step<T>(T Bound, Points? Points);

namespace DenSach.Scoring;

/// <summary>One line of a sheet with its reasons. Guarantees: sentences are composed when read.</summary>
public sealed class ScoredLine
{
    private readonly ScoreSheet sheet;

    internal ScoredLine(ScoreSheet sheet, Line line, Rule rule, Verdict verdict, BlockReason blocks) =>
        (this.sheet, Line, Rule, State, Points, Blocks) = (sheet, line, rule, verdict.State, verdict.Points, blocks);

    /// <summary>The line of the set.</summary>
    public Line Line { get; }

    /// <summary>The rule that held for this subject.</summary>
    public Rule Rule { get; }

    /// <summary>How it came out.</summary>
    public LineState State { get; }

    /// <summary>Points earned; negative for a deduction. What a line that does not apply gives stands in the total only.</summary>
    public Points Points { get; }

    /// <summary>Why it keeps the title away.</summary>
    public BlockReason Blocks { get; }

    /// <summary>The answer given.</summary>
    public Answer Answer => sheet.Answers[Line.Id];

    /// <summary>Points lost against the most that could be had.</summary>
    public Points Lost =>
        State == LineState.NotApplicable ? Points.Zero
        : Line.Role == LineRole.Scored ? Line.Points - Points
        : Line.Role == LineRole.Deduction ? -Points
        : Points.Zero;

    /// <summary>The state in words: "Đạt", "Chưa đạt", "Không có minh chứng"...</summary>
    public string StateText => Wording.State(Line.Role, State, Wording.Names(Rule).Count > 0);

    /// <summary>The rule in words, with its bounds.</summary>
    public string RuleText => Wording.Rule(Rule, Line, sheet.Set);

    /// <summary>The facts read, in the order of the rule.</summary>
    public IReadOnlyList<FactRead> Facts => [.. Wording.Names(Rule).Select(Read)];

    /// <summary>What is missing to meet the line: "còn thiếu 1 người để đạt"; null when nothing is.</summary>
    public string? Missing => Wording.Missing(this, sheet);

    /// <summary>The whole line in one or two sentences.</summary>
    public string Explanation => Wording.Line(this);

    private FactRead Read(string name) => new(sheet.Set.Facts.First(fact => fact.Name == name), sheet.Facts[name]?.Value ?? default, sheet.Facts[name]?.Source);
}

/// <summary>A fact a line read.</summary>
/// <param name="Definition">What it is.</param>
/// <param name="Value">Its value.</param>
/// <param name="Source">Its source; null where it is not known.</param>
public sealed record FactRead(FactDefinition Definition, FactValue Value, FactSource? Source)
{
    /// <summary>"Số người lớn: 4 người (sổ đăng ký, số liệu ngày 31/12/2026)".</summary>
    public override string ToString() => $"{Definition.Title}: {Wording.Value(Definition, Value)}" + (Source is null ? "" : $" ({Source})");
}

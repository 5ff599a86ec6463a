namespace DenSach.Scoring;

/// <summary>A rule made ready for one line: facts by position, bounds in order, points in full.</summary>
internal abstract class Judge(Points max, params int[] slots)
{
    protected Points Max { get; } = max;

    /// <summary>Positions of the facts read; empty where a person judges.</summary>
    public int[] Slots { get; } = slots;

    public abstract Verdict Decide(ReadOnlySpan<FactValue> facts, Answer answer);

    public static Judge For(Rule rule, Line line, CriteriaSet set, Func<string, int> slot, DateOnly? asAt) =>
        rule switch
        {
            Judged judged => new JudgedBy(line.Points, [.. judged.Choices.Select(choice => choice.Points)]),
            Checklist list => new ChecklistOf(line.Points, [.. list.Items.Select(item => item.Points)], list.Need),
            Threshold threshold => new ThresholdOf(
                line.Points,
                slot(threshold.Fact),
                threshold.Comparison == Comparison.AtLeast,
                [.. threshold.Steps.Select(step => (step.Bound, step.Points ?? line.Points))]
            ),
            Ratio ratio => new RatioOf(
                line.Points,
                slot(ratio.Of),
                slot(ratio.In),
                ratio.WhenEmpty,
                ratio.Comparison == Comparison.AtLeast,
                [.. ratio.Steps.Select(step => (step.Bound, step.Points ?? line.Points))]
            ),
            LevelReached level => new LevelOf(line.Points, slot(level.Fact), [.. level.Steps.Select(step => (set.OrdinalOf(level.Fact, step.Bound), step.Points ?? line.Points))]),
            Change change => new ChangeOf(line.Points, slot(change.Now), slot(change.Before), change.Direction, change.By),
            TitleHeld held => new TitleOf(
                line.Points,
                slot(held.Fact),
                held.Level is null ? 1 : set.OrdinalOf(held.Fact, held.Level),
                held.Months,
                held.Months > 0 ? asAt!.Value : DateOnly.MaxValue
            ),
            _ => throw new InvalidOperationException($"Quy tắc lạ: {rule.GetType().Name}."),
        };

    protected static FactValue Read(ReadOnlySpan<FactValue> facts, int slot, FactValue.Form form)
    {
        var value = facts[slot];
        return value.Holds == form || value.IsMissing ? value : throw new ArgumentException($"Số liệu thứ {slot + 1} không đúng kiểu mà chỉ tiêu cần.", nameof(facts));
    }

    protected static ArgumentException Unfit(Answer answer) => new($"Câu trả lời {answer.Kind} không hợp với cách chấm của chỉ tiêu.", nameof(answer));

    protected static bool IsOpen(Answer answer) => answer.Kind == AnswerKind.None;
}

internal sealed class JudgedBy(Points max, Points[] choices) : Judge(max)
{
    public override Verdict Decide(ReadOnlySpan<FactValue> facts, Answer answer)
    {
        if (IsOpen(answer))
            return Verdict.Open;
        if (choices.Length > 0)
            return answer.Kind == AnswerKind.Choice && answer.ChoicePosition < choices.Length ? Verdict.Graded(choices[answer.ChoicePosition], Max) : throw Unfit(answer);
        return answer.Kind switch
        {
            AnswerKind.Yes => Verdict.Met(Max),
            AnswerKind.No => Verdict.NotMet,
            _ => throw Unfit(answer),
        };
    }
}

internal sealed class ChecklistOf(Points max, Points[] items, int? need) : Judge(max)
{
    public override Verdict Decide(ReadOnlySpan<FactValue> facts, Answer answer)
    {
        if (IsOpen(answer))
            return Verdict.Open;
        if (answer.Kind != AnswerKind.Ticks || (items.Length < 64 && answer.Value >> items.Length != 0))
            throw Unfit(answer);
        if (need is { } least)
            return System.Numerics.BitOperations.PopCount(answer.Value) >= least ? Verdict.Met(Max) : Verdict.NotMet;
        var sum = Points.Zero;
        for (var i = 0; i < items.Length; i++)
            if (answer.IsTicked(i))
                sum += items[i];
        return Verdict.Graded(sum, Max);
    }
}

internal sealed class ThresholdOf(Points max, int fact, bool atLeast, (Quantity Bound, Points Points)[] steps) : Judge(max, fact)
{
    public override Verdict Decide(ReadOnlySpan<FactValue> facts, Answer answer)
    {
        var value = Read(facts, fact, FactValue.Form.Number);
        if (value.IsMissing)
            return Verdict.Open;
        foreach (var (bound, points) in steps)
            if (atLeast ? value.Number >= bound : value.Number <= bound)
                return Verdict.Graded(points, Max);
        return Verdict.NotMet;
    }
}

internal sealed class RatioOf(Points max, int of, int whole, WhenEmpty whenEmpty, bool atLeast, (Share Bound, Points Points)[] steps) : Judge(max, of, whole)
{
    public override Verdict Decide(ReadOnlySpan<FactValue> facts, Answer answer)
    {
        var all = Read(facts, whole, FactValue.Form.Number);
        var part = Read(facts, of, FactValue.Form.Number);
        if (all.IsMissing)
            return Verdict.Open;
        if (!part.IsMissing && part.Number > all.Number)
            return Verdict.Open;
        if (all.Number.Thousandths == 0)
            return whenEmpty switch
            {
                WhenEmpty.NotApplicable => Verdict.NotApplicable,
                WhenEmpty.Met => Verdict.Met(Max),
                _ => Verdict.NotMet,
            };
        if (part.IsMissing)
            return Verdict.Open;
        foreach (var (bound, points) in steps)
        {
            var side = bound.Compare(part.Number, all.Number);
            if (atLeast ? side >= 0 : side <= 0)
                return Verdict.Graded(points, Max);
        }
        return Verdict.NotMet;
    }
}

internal sealed class LevelOf(Points max, int fact, (int Ordinal, Points Points)[] steps) : Judge(max, fact)
{
    public override Verdict Decide(ReadOnlySpan<FactValue> facts, Answer answer)
    {
        var value = Read(facts, fact, FactValue.Form.Level);
        if (value.IsMissing)
            return Verdict.Open;
        foreach (var (ordinal, points) in steps)
            if (value.Ordinal >= ordinal)
                return Verdict.Graded(points, Max);
        return Verdict.NotMet;
    }
}

internal sealed class ChangeOf(Points max, int now, int before, Direction direction, Quantity by) : Judge(max, now, before)
{
    public override Verdict Decide(ReadOnlySpan<FactValue> facts, Answer answer)
    {
        var current = Read(facts, now, FactValue.Form.Number);
        var earlier = Read(facts, before, FactValue.Form.Number);
        if (current.IsMissing || earlier.IsMissing)
            return Verdict.Open;
        var rise = current.Number - earlier.Number;
        var none = Quantity.Whole(0);
        var holds = direction switch
        {
            Direction.Up => rise > none && rise >= by,
            Direction.Down => rise < none && none - rise >= by,
            Direction.NotDown => rise >= none,
            _ => rise <= none,
        };
        return holds ? Verdict.Met(Max) : Verdict.NotMet;
    }
}

internal sealed class TitleOf(Points max, int fact, int level, int months, DateOnly asAt) : Judge(max, fact)
{
    public override Verdict Decide(ReadOnlySpan<FactValue> facts, Answer answer)
    {
        var value = Read(facts, fact, FactValue.Form.Title);
        if (value.IsMissing)
            return Verdict.Open;
        return value.Ordinal >= level && (months == 0 || value.Since!.Value.AddMonths(months) <= asAt) ? Verdict.Met(Max) : Verdict.NotMet;
    }
}

namespace DenSach.Scoring.Tests;

/// <summary>A believable set, subject, facts and answers from a seed: every rule and role, open lines among them.</summary>
internal sealed class RandomCase
{
    private readonly Random random;
    private static readonly Named[] Scale = [new("b1", "Bậc 1"), new("b2", "Bậc 2"), new("b3", "Bậc 3")];

    public RandomCase(int seed, bool? allOf = null)
    {
        random = new Random(seed);
        var sum = !(allOf ?? random.Next(3) == 0);
        List<Line> lines = [.. Enumerable.Range(0, random.Next(1, 14)).Select(i => NewLine("c" + i, sum))];
        if (sum && lines.All(line => line.Role != LineRole.Scored))
            lines.Add(NewLine("them", true, LineRole.Scored));
        Set = Build(lines, sum ? NewSum(lines) : new AllOf());
        Subject = new Subject
        {
            Level = "m" + random.Next(1, 3),
            Areas = random.Next(2) == 0 ? ["kho"] : [],
            Groups = ["g" + random.Next(1, 3)],
            AsAt = new DateOnly(2026, 12, 31),
            Sampled = random.Next(4) == 0,
        };
        Facts = new Facts(Set.Facts.Where(_ => random.Next(6) > 0).Select(fact => KeyValuePair.Create(fact.Name, NewFact(fact))));
        Answers = new Answers(Set.Lines.Where(_ => random.Next(6) > 0).Select(line => KeyValuePair.Create(line.Id, NewAnswer(line))));
    }

    public CriteriaSet Set { get; }
    public Subject Subject { get; }
    public Facts Facts { get; }
    public Answers Answers { get; }

    public ScoreSheet Score() => Scorer.Score(Set, Subject, Facts, Answers);

    /// <summary>The same facts and answers with every gap filled.</summary>
    public (Facts Facts, Answers Answers) Completed()
    {
        var facts = Set.Facts.Aggregate(Facts, (all, fact) => all[fact.Name] is null ? all.With(fact.Name, NewFact(fact).Value, FactSource.ByHand) : all);
        var answers = Set.Lines.Aggregate(
            Answers,
            (all, line) => all[line.Id].Kind == AnswerKind.None && line.Rule is Judged or Checklist ? all.With(line.Id, NewAnswer(line)) : all
        );
        return (facts, answers);
    }

    public Line NewLine(string id, bool sum, LineRole? role = null)
    {
        var what =
            role
            ?? (
                sum ? (LineRole)random.Next(5)
                : random.Next(4) == 0 ? LineRole.KnockOut
                : LineRole.Required
            );
        var hasPoints = what is LineRole.Scored or LineRole.Bonus or LineRole.Deduction;
        var points = Points.FromHundredths(hasPoints ? 25 * random.Next(4, 80) : 0);
        var rule = NewRule(points, random.Next(7));
        return new Line
        {
            Id = id,
            Text = id,
            Role = what,
            Points = points,
            Rule = rule,
            Lowest = what == LineRole.Scored && random.Next(6) == 0 ? Points.FromHundredths(points.Hundredths / 2) : null,
            MayNotApply = random.Next(3) == 0,
            AppliesTo = what != LineRole.Scored && random.Next(3) == 0 ? new When(["m1"], [], [], [], []) : When.Always,
            Evidence = what is LineRole.KnockOut or LineRole.Deduction ? EvidenceAsk.None : (EvidenceAsk)random.Next(3),
            Variants = random.Next(3) == 0 ? [new RuleVariant(new When(["m2"], [], ["g1"], [], []), SameKind(rule, points))] : [],
        };
    }

    public CriteriaSet Build(IReadOnlyList<Line> lines, Combination combination, int sections = 2) =>
        new()
        {
            Id = "ngau-nhien",
            Title = "Ngẫu nhiên",
            Subject = SubjectKind.Household,
            Version = "1",
            Status = SetStatus.Sample,
            InForceFrom = new DateOnly(2026, 1, 1),
            Validity = Validity.OneYear,
            ContentHash = new string('0', 64),
            Combination = combination,
            Levels = [new("m1", "Mức 1"), new("m2", "Mức 2")],
            Areas = [new("kho", "Khó")],
            Groups = [new("g1", "Nhóm 1"), new("g2", "Nhóm 2")],
            Facts = [.. AllFacts.Where(fact => lines.Any(line => line.Variants.Select(v => v.Rule).Append(line.Rule).SelectMany(rule => rule.FactNames).Contains(fact.Name)))],
            Sections = [.. Enumerable.Range(0, sections).Select(s => new LineGroup("p" + s, "Phần", null, [.. lines.Where((_, i) => i % sections == s)]))],
        };

    public SumOfPoints NewSum(IReadOnlyList<Line> lines)
    {
        var max = lines.Where(line => line.Role == LineRole.Scored).Aggregate(Points.Zero, (all, line) => all + line.Points);
        var pass = Points.FromHundredths(Math.Max(1, max.Hundredths * random.Next(30, 90) / 100));
        return new SumOfPoints(max, pass, (NotApplicablePoints)random.Next(3), null, random.Next(2) == 0 ? max : null, [new Band("dat", "Đạt", pass)]);
    }

    public Answer NewAnswer(Line line)
    {
        var answer = random.Next(8) switch
        {
            0 => Answer.NoEvidence,
            1 when line.MayNotApply => Answer.NotApplicable,
            _ => line.Rule switch
            {
                Judged { Choices.Count: > 0 } judged => Answer.Choose(random.Next(judged.Choices.Count)),
                Judged => random.Next(3) > 0 ? Answer.Yes : Answer.No,
                Checklist list => Answer.Tick([.. Enumerable.Range(0, list.Items.Count).Where(_ => random.Next(2) == 0)]),
                _ => Answer.None,
            },
        };
        return answer.WithEvidence(random.Next(2) == 0);
    }

    private static IReadOnlyList<FactDefinition> AllFacts { get; } =
    [
        .. Enumerable.Range(0, 4).Select(i => new FactDefinition("n" + i, "Số " + i, FactKind.Count, "người", FactOrigin.Registry, [])),
        new("bac", "Bậc", FactKind.Level, null, FactOrigin.Typed, Scale),
        new("danh-hieu", "Danh hiệu", FactKind.Title, null, FactOrigin.Typed, Scale),
    ];

    private Fact NewFact(FactDefinition fact) =>
        new(
            fact.Kind switch
            {
                FactKind.Level => FactValue.Level(random.Next(4)),
                FactKind.Title => random.Next(3) == 0 ? FactValue.NoTitle : FactValue.Title(new DateOnly(2024, 1, 1).AddDays(random.Next(1095)), random.Next(1, 4)),
                _ => FactValue.Count(random.Next(12)),
            },
            random.Next(2) == 0 ? FactSource.ByHand : FactSource.Registry(new DateOnly(2026, 12, 31))
        );

    private Rule SameKind(Rule rule, Points points)
    {
        for (var kind = 0; ; kind++)
            if (
                NewRule(points, kind % 7) is var other
                && other.GetType() == rule.GetType()
                && (other is not Judged judged || judged.Choices.Count == ((Judged)rule).Choices.Count)
                && (other is not Checklist list || list.Items.Count == ((Checklist)rule).Items.Count)
            )
                return other;
    }

    private Rule NewRule(Points points, int kind)
    {
        Points? half = points > Points.FromHundredths(1) ? Points.FromHundredths(points.Hundredths / 2) : null;
        string Number() => "n" + random.Next(4);
        switch (kind)
        {
            case 0:
                return new Judged(half is { } some && random.Next(2) == 0 ? [new Choice("a", "A", points), new Choice("b", "B", some), new Choice("c", "C", Points.Zero)] : []);
            case 1:
                return half is { } part && random.Next(2) == 0
                    ? new Checklist([new("a", "A", part), new("b", "B", part), new("c", "C", points)], null)
                    : new Checklist([new("a", "A", Points.Zero), new("b", "B", Points.Zero), new("c", "C", Points.Zero)], random.Next(1, 4));
            case 2:
                var least = random.Next(2, 9);
                return new Threshold(
                    Number(),
                    Comparison.AtLeast,
                    half is null ? [new(Quantity.Whole(least), null)] : [new(Quantity.Whole(least), null), new(Quantity.Whole(least - 1), half)]
                );
            case 3:
                var of = random.Next(3);
                return new Ratio("n" + of, "n" + (of + 1), (WhenEmpty)random.Next(3), (Comparison)random.Next(2), [new(Share.Percent(random.Next(101)), null)]);
            case 4:
                return new LevelReached("bac", half is null ? [new("b2", null)] : [new("b3", null), new("b1", half)]);
            case 5:
                return new Change("n0", "n1", (Direction)random.Next(4), default);
            default:
                return new TitleHeld("danh-hieu", random.Next(2) == 0 ? "b2" : null, random.Next(3) * 6);
        }
    }
}

namespace DenSach.Modules.Rounds;

/// <summary>
/// Windows proposed backwards from the last day on which a decision still reaches the report that needs it. The lengths are our
/// defaults: the plan of Bình Lư asks for every step (III.7) but gives no days; the officer corrects them before opening.
/// </summary>
public static class ProposedWindows
{
    private static readonly (RoundStep Step, int Days)[] Lengths =
    [
        (RoundStep.Decision, 10),
        (RoundStep.Posting, 7),
        (RoundStep.Appraisal, 14),
        (RoundStep.HamletReview, 14),
        (RoundStep.SelfAssessment, 30),
        (RoundStep.Registration, 30),
    ];

    /// <summary>Fewer days than these do for no commune: then the result comes after the report.</summary>
    public const int FewestDays = 42;

    /// <param name="reportDue">Last day of the report; the figures must stand the day before.</param>
    /// <param name="today">Where the registration would be over already, the days that are left, from today on, are shared out among the steps; a posting hangs as long as ever.</param>
    public static IReadOnlyList<(RoundStep Step, DateOnly From, DateOnly LastDay)> Before(DateOnly reportDue, DateOnly today)
    {
        var windows = Back(reportDue.AddDays(-1), Lengths);
        if (windows[0].LastDay >= today)
        {
            return windows;
        }
        var days = Math.Max(FewestDays, reportDue.DayNumber - today.DayNumber);
        var (all, posting) = (Lengths.Sum(l => l.Days), Lengths.Single(l => l.Step == RoundStep.Posting).Days);
        windows = Back(today.AddDays(days - 1), Lengths.Select(l => l.Step == RoundStep.Posting ? l : (l.Step, l.Days * (days - posting) / (all - posting))));
        // What the divisions left over is the registration's.
        windows[0] = (windows[0].Step, today, windows[0].LastDay);
        return windows;
    }

    private static List<(RoundStep Step, DateOnly From, DateOnly LastDay)> Back(DateOnly last, IEnumerable<(RoundStep Step, int Days)> lengths)
    {
        var windows = new List<(RoundStep, DateOnly, DateOnly)>();
        foreach (var (step, days) in lengths)
        {
            var from = last.AddDays(1 - days);
            windows.Insert(0, (step, from, last));
            last = from.AddDays(-1);
        }
        return windows;
    }

    /// <summary>What is wrong with windows as typed: each ends after it begins, and no step ends before the one in front of it.</summary>
    public static string? Fault(IReadOnlyList<(RoundStep Step, DateOnly From, DateOnly LastDay)> windows)
    {
        foreach (var (step, from, lastDay) in windows)
        {
            if (lastDay < from)
            {
                return $"{NameOf(step)}: ngày cuối {lastDay:dd/MM/yyyy} đứng trước ngày đầu {from:dd/MM/yyyy}.";
            }
        }
        var ordered = windows.OrderBy(w => w.Step).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            if (ordered[i].LastDay < ordered[i - 1].LastDay)
            {
                return $"{NameOf(ordered[i].Step)} kết thúc ngày {ordered[i].LastDay:dd/MM/yyyy}, trước khi {NameOf(ordered[i - 1].Step).ToLowerInvariant()} kết thúc ({ordered[i - 1].LastDay:dd/MM/yyyy}).";
            }
        }
        return null;
    }

    public static string NameOf(RoundStep step) =>
        step switch
        {
            RoundStep.Registration => "Đăng ký",
            RoundStep.SelfAssessment => "Tự đánh giá",
            RoundStep.HamletReview => "Họp bình xét",
            RoundStep.Appraisal => "Thẩm định",
            RoundStep.Posting => "Niêm yết công khai",
            _ => "Quyết định công nhận",
        };
}

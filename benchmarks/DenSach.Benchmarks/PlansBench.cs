using System.Diagnostics;
using System.Globalization;
using DenSach.Papers.Plans;
using DenSach.Papers.Tests.Plans;

namespace DenSach.Benchmarks;

/// <summary>
/// How well and how fast plans are read: the five received plans and the families of plans of our own writing.
/// Figures count by (year, value, subject). The family kept aside is never looked into while the reader is changed.
/// </summary>
public static class PlansBench
{
    /// <returns>Whether what is promised holds, where a run promises something.</returns>
    public static bool Run(string root, string[] words)
    {
        switch (words)
        {
            case ["--mutations", var count, .. var more] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var inputs) && inputs > 0:
                var texts = Received(root).Concat(Corpus(root)).Select(p => p.Text).ToList();
                return more is ["--seed", var seed] ? MutationBench.Run(texts, inputs, int.Parse(seed, CultureInfo.InvariantCulture)) : MutationBench.Run(texts, inputs);
            case [] or ["--details"]:
                return Measure(root, details: words.Length > 0);
            default:
                Console.Error.WriteLine("plans [--details | --mutations N [--seed S]]");
                return false;
        }
    }

    private static IReadOnlyList<CorpusPlan> Corpus(string root) => CorpusPlan.Load(Path.Combine(root, "tests/DenSach.Papers.Tests/Plans/corpus"));

    private static bool Measure(string root, bool details)
    {
        var first = Stopwatch.StartNew();
        var received = Received(root).ToList();
        PlanReader.Read(received[0].Text);
        Console.WriteLine(
            Line($"first reading in the process: {first.Elapsed.TotalMilliseconds:0} ms, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB of this program at most")
        );
        Console.WriteLine();
        Console.WriteLine(
            "family        plans  figures: precision  recall     F1   deadlines F1   lead agencies   head fields wrong   wrong years without a warning   years doubted (of right ones)"
        );
        foreach (var family in received.Concat(Corpus(root)).GroupBy(p => p.Family))
        {
            var score = PlanScore.None;
            foreach (var plan in family)
            {
                var reading = PlanReader.Read(plan.Text);
                score = score.With(plan.Answer, reading);
                if (details && plan.Family != CorpusPlan.KeptAside)
                {
                    Differences(plan, reading);
                }
            }

            var name = family.Key == CorpusPlan.KeptAside ? $"{family.Key} (aside)" : family.Key;
            var (f, d) = (score.Figures, score.Deadlines);
            Console.WriteLine(
                Line(
                    $"{name, -12} {score.Plans, 6} {f.Precision, 19:0.000} {f.Recall, 7:0.000} {f.F1, 6:0.000} {d.F1, 14:0.000} {score.Leads.Recall, 15:0.000} {score.WrongFields, 19} {score.WrongYearsWithoutWarning.Count, 31} {score.YearDoubts.Doubted, 15} ({score.YearDoubts.DoubtedRight}, {score.YearDoubts.ForNothing:0%})"
                )
            );
        }

        return LongPlanBench.Run(Path.Combine(root, "densach"), received.MaxBy(p => p.Text.Length)!.Text);
    }

    private static IEnumerable<CorpusPlan> Received(string root) =>
        Directory
            .EnumerateFiles(Path.Combine(root, "content/plans"), "*.txt")
            .Order(StringComparer.Ordinal)
            .Select(f => (Name: Path.GetFileNameWithoutExtension(f), Text: File.ReadAllText(f)))
            .Select(f => new CorpusPlan(
                "received",
                f.Name,
                f.Text,
                PlanJson.Read(File.ReadAllText(Path.Combine(root, "tests/DenSach.Papers.Tests/Plans/answers", f.Name + ".json")))
            ));

    private static void Differences(CorpusPlan plan, ExtractedPlan reading)
    {
        var (d, figures) = (PlanComparison.Compare(plan.Answer, reading), PlanScore.FiguresOf(plan.Answer, reading));
        var lines = figures
            .Missing.Select(x => "missed " + x)
            .Concat(figures.Extra.Select(x => "invented " + x))
            .Concat(d.Fields)
            .Concat(d.WrongYearsWithoutWarning.Select(x => "WRONG YEAR WITHOUT A WARNING " + x))
            .Concat(d.Deadlines.Missing.Select(x => "missed date " + x));
        foreach (var line in lines.Concat(d.Deadlines.Extra.Select(x => "invented date " + x)).Concat(d.MissingLeads.Select(x => "missed agency " + x)))
        {
            Console.WriteLine($"  {plan.Family}/{plan.Name}: {line}");
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

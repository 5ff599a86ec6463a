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
    private const int LongDocumentCopies = 10;

    public static void Run(string root, bool details)
    {
        var first = Stopwatch.StartNew();
        var received = Received(root).ToList();
        PlanReader.Read(received[0].Text);
        Console.WriteLine(
            Line($"first reading in the process: {first.Elapsed.TotalMilliseconds:0} ms, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB of this program at most")
        );
        Console.WriteLine();
        Console.WriteLine("family        plans  figures: precision  recall     F1   deadlines F1   lead agencies   head fields wrong   wrong years without a warning");
        foreach (var family in received.Concat(CorpusPlan.Load(Path.Combine(root, "tests/DenSach.Papers.Tests/Plans/corpus"))).GroupBy(p => p.Family))
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
                    $"{name, -12} {score.Plans, 6} {f.Precision, 19:0.000} {f.Recall, 7:0.000} {f.F1, 6:0.000} {d.F1, 14:0.000} {score.Leads.Recall, 15:0.000} {score.WrongFields, 19} {score.WrongYearsWithoutWarning.Count, 31}"
                )
            );
        }

        Speed(received);
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
            .Concat(d.Deadlines.Missing.Select(x => "missed date " + x));
        foreach (var line in lines.Concat(d.Deadlines.Extra.Select(x => "invented date " + x)).Concat(d.MissingLeads.Select(x => "missed agency " + x)))
        {
            Console.WriteLine($"  {plan.Family}/{plan.Name}: {line}");
        }
    }

    /// <summary>The longest received plan, its body repeated to some eighty pages.</summary>
    private static void Speed(IReadOnlyList<CorpusPlan> received)
    {
        var longest = received.MaxBy(p => p.Text.Length)!.Text;
        var text = string.Concat(Enumerable.Repeat(longest, LongDocumentCopies));
        var clock = Stopwatch.StartNew();
        PlanReader.Read(text);
        Console.WriteLine();
        Console.WriteLine(
            Line(
                $"{text.Length:N0} characters (some {text.Length / 2600} pages): {clock.Elapsed.TotalMilliseconds:0} ms, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"
            )
        );
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

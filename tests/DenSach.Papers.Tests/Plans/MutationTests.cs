using System.Diagnostics;
using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>The reader takes whatever it is given: it neither throws nor hangs, and its spans lie in the text.</summary>
[Collection(nameof(Alone))]
public sealed class MutationTests
{
    // A run reads 2,000 damaged texts of the same seed. DENSACH_MUTATIONS=100000 reads as many, DENSACH_MUTATION_SEED others.
    private static readonly int Inputs = Setting("DENSACH_MUTATIONS", 2000);
    private static readonly int Seed = Setting("DENSACH_MUTATION_SEED", 20260301);
    private const int Window = 1200;
    private const long MostGrowth = 64L << 20;

    [Fact]
    public void Damaged_texts_are_read_without_a_crash_and_spans_stay_inside()
    {
        var random = new Random(Seed);
        var sources = ReceivedPlans.Names.Select(ReceivedPlans.Text).ToList();
        var kept = 0L;
        for (var i = 0; i < Inputs; i++)
        {
            kept = i == Math.Min(200, Inputs / 2) ? GC.GetTotalMemory(forceFullCollection: true) : kept;
            var source = sources[random.Next(sources.Count)];
            var start = random.Next(Math.Max(1, source.Length - Window));
            var text = Damage(random.Next(3) == 0 ? source[..Window] : source.Substring(start, Math.Min(Window, source.Length - start)), random);
            AllSpans(PlanReader.Read(text)).ShouldAllBe(s => 0 <= s.Start && s.Start <= s.End && s.End <= text.Length, $"mutation {i}");
        }

        (GC.GetTotalMemory(forceFullCollection: true) - kept).ShouldBeLessThan(MostGrowth);
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : usual;

    [Fact]
    public void Hostile_texts_take_no_more_than_moments()
    {
        string[] hostile =
        [
            "",
            "\uD800",
            "\uDC00\uD800 80%",
            new string('a', 50_000),
            new string('\u0301', 50_000),
            new string('1', 100_000) + "%",
            string.Concat(Enumerable.Repeat("80% ", 5_000)),
            string.Concat(Enumerable.Repeat("I. MỤC TIÊU\n", 5_000)),
            string.Concat(Enumerable.Repeat("“(", 20_000)),
            string.Concat(Enumerable.Repeat("số 1/QĐ-", 3_000)),
            "KẾ HOẠCH\nI. MỤC TIÊU đến năm 2030\n- " + string.Concat(Enumerable.Repeat("5% gia đình, ", 2_000)),
            string.Concat(Enumerable.Repeat("phối hợp với ", 5_000)),
        ];
        foreach (var text in hostile)
        {
            // Processor time: what other programs do on the machine does not count.
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            PlanReader.Read(text).ShouldNotBeNull();
            (Process.GetCurrentProcess().TotalProcessorTime - before).ShouldBeLessThan(TimeSpan.FromSeconds(4), text[..Math.Min(20, text.Length)]);
        }
    }

    private static string Damage(string text, Random random)
    {
        var letters = text.ToList();
        for (var n = random.Next(1, 40); n > 0 && letters.Count > 10; n--)
        {
            var at = random.Next(letters.Count);
            switch (random.Next(6))
            {
                case 0:
                    letters.RemoveAt(at);
                    break;
                case 1:
                    letters.Insert(at, (char)random.Next(0x20, 0x2100));
                    break;
                case 2:
                    letters[at] = (char)random.Next(0xFFFF);
                    break;
                case 3:
                    letters.Insert(at, "%/-“”().,;:\n\t0123456789"[random.Next(23)]);
                    break;
                case 4:
                    letters.InsertRange(at, letters.GetRange(at, Math.Min(random.Next(200), letters.Count - at)));
                    break;
                default:
                    letters.RemoveRange(at, Math.Min(random.Next(60), letters.Count - at));
                    break;
            }
        }

        return new string([.. letters]);
    }

    private static IEnumerable<SourceSpan> AllSpans(ExtractedPlan plan) =>
        plan
            .Targets.Select(t => t.Span)
            .Concat(plan.TableTargets.Select(t => t.Span))
            .Concat(plan.Deadlines.Select(d => d.Span))
            .Concat(plan.Tasks.Select(t => t.Span))
            .Concat(plan.LegalBases.Select(b => b.Span))
            .Concat(plan.CitedDocuments.Select(b => b.Span))
            .Concat(plan.QualitativeTargets.Select(q => q.Span))
            .Concat(plan.Warnings.Select(w => w.Span));
}

/// <summary>Runs by itself, so that the processor time measured is its own.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

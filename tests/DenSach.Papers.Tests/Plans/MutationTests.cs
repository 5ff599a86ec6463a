using System.Diagnostics;
using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>The reader takes whatever it is given: it neither throws nor hangs, and its spans lie in the text.</summary>
[Collection(nameof(Alone))]
public sealed class MutationTests
{
    // A run reads 2,000 damaged texts of the same seed; ./bench plans --mutations 100000 reads as many. DENSACH_MUTATION_SEED gives others.
    private static readonly int Inputs = Setting("DENSACH_MUTATIONS", 2000);
    private static readonly int Seed = Setting("DENSACH_MUTATION_SEED", 20260301);
    private const long MostGrowth = 64L << 20;

    [Fact]
    public void Damaged_texts_are_read_without_a_crash_and_spans_stay_inside()
    {
        var mutation = new Mutation([.. ReceivedPlans.Names.Select(ReceivedPlans.Text)], Seed);
        var kept = 0L;
        for (var i = 0; i < Inputs; i++)
        {
            kept = i == Math.Min(200, Inputs / 2) ? GC.GetTotalMemory(forceFullCollection: true) : kept;
            var text = mutation.Next();
            Mutation.AllSpans(PlanReader.Read(text)).ShouldAllBe(s => 0 <= s.Start && s.Start <= s.End && s.End <= text.Length, $"mutation {i}");
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
            .. HostileTables.All,
        ];
        foreach (var text in hostile)
        {
            // Processor time: what other programs do on the machine does not count.
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            PlanReader.Read(text).ShouldNotBeNull();
            (Process.GetCurrentProcess().TotalProcessorTime - before).ShouldBeLessThan(TimeSpan.FromSeconds(4), text[..Math.Min(20, text.Length)]);
        }
    }
}

/// <summary>Runs by itself, so that the processor time measured is its own.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

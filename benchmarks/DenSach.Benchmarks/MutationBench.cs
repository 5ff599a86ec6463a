using System.Diagnostics;
using System.Globalization;
using DenSach.Papers.Plans;
using DenSach.Papers.Tests.Plans;

namespace DenSach.Benchmarks;

/// <summary>Very many damaged plans: the reader neither throws nor hangs nor grows, and whatever it says stands inside the text.</summary>
public static class MutationBench
{
    private const int Seed = 20260301;
    private const int Warm = 2_000;
    private const long MostGrowth = 64L << 20;

    // Ordinary inputs take milliseconds; these bounds leave room for other programs on the machine.
    private static readonly TimeSpan MostForOne = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(30);

    /// <returns>Whether all went well.</returns>
    public static bool Run(IReadOnlyList<string> sources, int inputs, int seed = Seed)
    {
        var mutation = new Mutation(sources, seed);
        var (faults, slowest, slowestAt, before) = (new List<string>(), TimeSpan.Zero, 0, 0L);
        var (at, since) = (0, Stopwatch.GetTimestamp());
        var whole = Stopwatch.StartNew();
        var reading = new Thread(ReadAll) { IsBackground = true };
        reading.Start();
        while (!reading.Join(TimeSpan.FromSeconds(1)))
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref since)) > Hanging)
            {
                Console.WriteLine(Line($"input {Volatile.Read(ref at)} of seed {seed} hangs"));
                return false;
            }
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        foreach (var fault in faults.Take(5))
        {
            Console.WriteLine(fault);
        }

        var good = faults.Count == 0 && growth < MostGrowth && slowest < MostForOne;
        Console.WriteLine(
            Line(
                $"{inputs:N0} damaged inputs from {sources.Count} texts, seed {seed}: {faults.Count} faults, slowest {slowest.TotalMilliseconds:0} ms (input {slowestAt}), memory kept {growth / 1048576.0:0.0} MB since input {Math.Min(Warm, inputs)}, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB, {whole.Elapsed.TotalSeconds:0} s: {(good ? "good" : "NOT GOOD")}"
            )
        );
        return good;

        void ReadAll()
        {
            for (var i = 0; i < inputs; i++)
            {
                before = i == Math.Min(Warm, inputs - 1) ? GC.GetTotalMemory(forceFullCollection: true) : before;
                var text = mutation.Next();
                Volatile.Write(ref at, i);
                Interlocked.Exchange(ref since, Stopwatch.GetTimestamp());
                try
                {
                    var outside = Mutation.AllSpans(PlanReader.Read(text)).Count(s => s.Start < 0 || s.Start > s.End || s.End > text.Length);
                    if (outside > 0)
                    {
                        faults.Add(Line($"input {i}: {outside} spans outside the text"));
                    }
                }
                catch (Exception failure)
                {
                    faults.Add(Line($"input {i}: {failure}"));
                }

                var took = Stopwatch.GetElapsedTime(since);
                (slowest, slowestAt) = took > slowest ? (took, i) : (slowest, slowestAt);
                if ((i + 1) % 10_000 == 0)
                {
                    Console.WriteLine(Line($"  {i + 1:N0} read, {GC.GetTotalMemory(forceFullCollection: false) >> 20} MB in use"));
                }
            }
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

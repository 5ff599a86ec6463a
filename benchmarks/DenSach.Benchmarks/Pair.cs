using System.Diagnostics;

namespace DenSach.Benchmarks;

/// <summary>Runs two ways of the same work in turn and prints medians and the median ratio.</summary>
public static class Pair
{
    public static async Task RunAsync(string name, int runs, Func<Task> ours, Func<Task> baseline)
    {
        await baseline();
        await ours();
        var (a, b) = (new List<double>(), new List<double>());
        for (var i = 0; i < runs; i++)
        {
            b.Add(await TimeAsync(baseline));
            a.Add(await TimeAsync(ours));
        }
        var ratios = a.Zip(b, (x, y) => x / y).Order().ToList();
        Console.WriteLine($"{name, -64} ours {Median(a), 9:0.0} ms   baseline {Median(b), 9:0.0} ms   ratio {Median(ratios):0.00} ({ratios[0]:0.00}–{ratios[^1]:0.00})");
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

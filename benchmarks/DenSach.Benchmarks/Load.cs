using System.Collections.Concurrent;
using System.Diagnostics;

namespace DenSach.Benchmarks;

/// <summary>What a load came to.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="Milliseconds">How long each took, sorted.</param>
public sealed record Loaded(double PerSecond, double[] Milliseconds)
{
    public double At(double share) => Milliseconds[Math.Min(Milliseconds.Length - 1, (int)(Milliseconds.Length * share))];

    public string Quantiles => $"p50 {At(0.50):0.0} ms, p95 {At(0.95):0.0} ms, p99 {At(0.99):0.0} ms";
}

/// <summary>Two ways to ask: as many at once as are clients, each as soon as the last is answered; or so many a second, whatever becomes of the answers.</summary>
public static class Load
{
    public static async Task<Loaded> SaturateAsync<T>(IReadOnlyList<T> work, int clients, Func<T, Task> ask)
    {
        var waiting = new ConcurrentQueue<T>(work);
        var times = new ConcurrentBag<double>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (waiting.TryDequeue(out var each))
                        {
                            var begun = clock.Elapsed;
                            await ask(each);
                            times.Add((clock.Elapsed - begun).TotalMilliseconds);
                        }
                    })
                )
        );
        return new Loaded(work.Count / clock.Elapsed.TotalSeconds, [.. times.Order()]);
    }

    /// <summary>A wait counts from the moment the question was due, so that a stall is felt by all that were due in it.</summary>
    public static async Task<Loaded> AtRateAsync<T>(IReadOnlyList<T> work, int perSecond, Func<T, Task> ask)
    {
        var times = new ConcurrentBag<double>();
        var asked = new List<Task>(work.Count);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < work.Count; )
        {
            for (; i < work.Count && clock.Elapsed.TotalSeconds * perSecond >= i; i++)
            {
                var (each, due) = (work[i], TimeSpan.FromSeconds((double)i / perSecond));
                asked.Add(
                    Task.Run(async () =>
                    {
                        await ask(each);
                        times.Add((clock.Elapsed - due).TotalMilliseconds);
                    })
                );
            }
            // A timer of the pool may be a tick late; this thread sleeps a millisecond.
            Thread.Sleep(1);
        }
        await Task.WhenAll(asked);
        return new Loaded(work.Count / clock.Elapsed.TotalSeconds, [.. times.Order()]);
    }
}

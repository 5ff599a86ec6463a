namespace DenSach.Modules.Registry.Demo;

/// <summary>SplitMix64: the same numbers from the same seed on every platform and version, which the framework's own generator does not promise.</summary>
public sealed class DemoRandom(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 up to, not including, the bound.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public DateOnly Day(DateOnly first, DateOnly last) => first.AddDays(Below(last.DayNumber - first.DayNumber + 1));

    public T Pick<T>(IReadOnlyList<(T Item, int Weight)> choices)
    {
        var at = Below(choices.Sum(c => c.Weight));
        foreach (var (item, weight) in choices)
        {
            if ((at -= weight) < 0)
            {
                return item;
            }
        }
        throw new InvalidOperationException("Weights are positive numbers.");
    }
}

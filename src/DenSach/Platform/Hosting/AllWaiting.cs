using System.Collections.Concurrent;
using DenSach.Platform.Access;

namespace DenSach.Platform.Hosting;

/// <summary>
/// All that waits for the actor, asked of every module. What was answered is remembered for a minute, or until the account carries out a command: so the menu tells on
/// every page what waits, and asks the database once a minute and not once a page. What others did shows within the minute; the home page asks anew.
/// </summary>
public sealed class AllWaiting(IEnumerable<IWaitForMe> modules, Gate gate, WaitingMemory memory)
{
    public async Task<IReadOnlyList<Waiting>> AskAsync(CancellationToken cancellation)
    {
        var all = new List<Waiting>();
        foreach (var module in modules)
        {
            all.AddRange(await module.ForAsync(gate.Actor, cancellation));
        }
        memory.Keep(gate.Actor.AccountId, all);
        return all;
    }

    /// <summary>What is remembered, null if nothing is.</summary>
    public IReadOnlyList<Waiting>? Remembered => memory.Of(gate.Actor.AccountId);
}

/// <summary>What waited for each account a moment ago, in this process.</summary>
public sealed class WaitingMemory(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, IReadOnlyList<Waiting> Rows)> kept = new();

    public void Keep(Guid account, IReadOnlyList<Waiting> rows)
    {
        if (kept.Count >= Most)
        {
            kept.Clear();
        }
        kept[account] = (time.GetUtcNow(), rows);
    }

    public IReadOnlyList<Waiting>? Of(Guid account) => kept.TryGetValue(account, out var found) && time.GetUtcNow() - found.At < Fresh ? found.Rows : null;

    public void Forget(Guid account) => kept.TryRemove(account, out _);
}

using System.Collections.Concurrent;
using DenSach.Platform.Access;

namespace DenSach.Platform.Hosting;

/// <summary>
/// All that waits for the actor, asked of every module. What was answered is remembered for a minute, or until the account carries out a command: so the menu tells on
/// every page what waits, and asks the database once a minute and not once a page. What others did shows within the minute; the home page asks anew.
/// A module that fails is logged and counts nothing; the others are asked all the same.
/// </summary>
public sealed class AllWaiting(IEnumerable<IWaitForMe> modules, Gate gate, WaitingMemory memory, ILogger<AllWaiting> log)
{
    private readonly List<Type> failed = [];

    /// <summary>Who could not answer when last asked in this request.</summary>
    public IReadOnlyList<Type> Failed => failed;

    public async Task<IReadOnlyList<Waiting>> AskAsync(CancellationToken cancellation)
    {
        var began = memory.Begin(gate.Actor.AccountId);
        var all = new List<Waiting>();
        failed.Clear();
        foreach (var module in modules)
        {
            try
            {
                all.AddRange(await module.ForAsync(gate.Actor, cancellation));
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                log.LogError(failure, "{Module} could not tell what waits for account {Account}", module.GetType().FullName, gate.Actor.AccountId);
                failed.Add(module.GetType());
            }
        }
        memory.Keep(gate.Actor.AccountId, began, all);
        return all;
    }

    /// <summary>What is remembered, null if nothing is.</summary>
    public IReadOnlyList<Waiting>? Remembered => memory.Of(gate.Actor.AccountId);
}

/// <summary>
/// What waited for each account a moment ago, in this process. Each account has a generation, a number given once: a command of the account gives it a new one, and an answer
/// is kept only under the number it was begun with, so that what was read before the command was committed does not stand after it.
/// A command carried out by another process is not told here: its outcome shows when the minute is over.
/// </summary>
public sealed class WaitingMemory(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, (long Generation, DateTimeOffset At, IReadOnlyList<Waiting>? Rows)> kept = new();
    private long given;

    /// <summary>Says that the modules are going to be asked; the number goes to <see cref="Keep"/> with their answer.</summary>
    public long Begin(Guid account)
    {
        if (kept.Count >= Most)
        {
            kept.Clear();
        }
        return kept.GetOrAdd(account, _ => Unknown()).Generation;
    }

    public void Keep(Guid account, long began, IReadOnlyList<Waiting> rows)
    {
        while (kept.TryGetValue(account, out var there) && there.Generation == began)
        {
            if (kept.TryUpdate(account, (began, time.GetUtcNow(), rows), there))
            {
                return;
            }
        }
    }

    public IReadOnlyList<Waiting>? Of(Guid account) => kept.TryGetValue(account, out var found) && time.GetUtcNow() - found.At < Fresh ? found.Rows : null;

    /// <summary>After the commit of a command: what was asked before it is not kept any more.</summary>
    public void Forget(Guid account) => kept[account] = Unknown();

    private (long Generation, DateTimeOffset At, IReadOnlyList<Waiting>? Rows) Unknown() => (Interlocked.Increment(ref given), default, null);
}

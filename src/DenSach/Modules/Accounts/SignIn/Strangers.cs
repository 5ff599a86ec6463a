using DenSach.Platform.Hosting;

namespace DenSach.Modules.Accounts.SignIn;

/// <summary>
/// Counts failures under names nobody has, so that such a name is locked out with the same sentence as a real one and the sentence betrays
/// nothing. Per node and in memory; hashes only; the oldest leave when there are too many.
/// </summary>
public sealed class Strangers(Clock clock)
{
    private const int Most = 20_000;
    private readonly Dictionary<string, (int Failures, DateTime LockedUntil, DateTime Last)> names = [];
    private readonly Lock guard = new();

    public DateTime? LockedUntil(string name)
    {
        lock (guard)
        {
            return names.TryGetValue(OneTimeCode.HashText(name), out var known) && known.LockedUntil > clock.Now ? known.LockedUntil : null;
        }
    }

    /// <summary>Answers whether this failure locks the name.</summary>
    public bool Failed(string name)
    {
        lock (guard)
        {
            if (names.Count >= Most)
            {
                foreach (var old in names.OrderBy(n => n.Value.Last).Take(Most / 10).Select(n => n.Key).ToList())
                {
                    names.Remove(old);
                }
            }
            var key = OneTimeCode.HashText(name);
            var failures = names.GetValueOrDefault(key).Failures + 1;
            var locks = failures >= Account.FailuresAllowed;
            names[key] = (locks ? 0 : failures, locks ? clock.Now + Account.LockOut : default, clock.Now);
            return locks;
        }
    }
}

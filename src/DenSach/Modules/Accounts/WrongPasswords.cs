using DenSach.Platform.Hosting;

namespace DenSach.Modules.Accounts;

/// <summary>From where somebody tries a name: the network, or the device if the name was signed in on it before.</summary>
public readonly record struct Origin(string Network, string? Device = null);

/// <summary>
/// Counts wrong passwords for each name and place, so that a stranger far away closes the door for the own network only and never holds somebody's
/// account shut: five in a row close the name there for a quarter of an hour. A device that signed in before has a counter of its own. Over all
/// networks together a hundred within an hour close the name to every device that was never signed in, until that hour is over.
/// Names that nobody has are counted alike, so that nothing betrays them. Per node and in memory; hashes only; the oldest leave when there are too many.
/// </summary>
public sealed class WrongPasswords(Clock clock)
{
    public const int MostTogether = 100;
    public static readonly TimeSpan Together = TimeSpan.FromHours(1);

    private const int MostNames = 20_000;
    private const int MostPlaces = 1_000;
    private readonly Dictionary<string, Tries> names = [];
    private readonly Lock guard = new();

    /// <summary>One try that was right or wrong. Asked after the work of hashing, in one step: of many at once none slips by.</summary>
    /// <returns>Until when the door is closed, and whether this try closed it.</returns>
    public (DateTime? ClosedUntil, bool Closes) Judge(string name, Origin origin, bool right)
    {
        var now = clock.Now;
        lock (guard)
        {
            var tries = Of(OneTimeCode.HashText(name), now);
            var place = OneTimeCode.HashText(origin.Device is { } device ? $"device {device}" : $"network {origin.Network}");
            var (failures, until) = tries.Places.GetValueOrDefault(place);
            var together = origin.Device is null && tries.All >= MostTogether ? tries.HourEnds : default;
            if (Later(until, together) is var closed && closed > now)
            {
                return (closed, false);
            }
            if (right)
            {
                tries.Places.Remove(place);
                return (null, false);
            }
            if (tries.Places.Count >= MostPlaces)
            {
                tries.Places.Clear();
            }
            var closes = failures + 1 >= Account.FailuresAllowed;
            tries.Places[place] = closes ? (0, now + Account.LockOut) : (failures + 1, default);
            tries.All += origin.Device is null ? 1 : 0;
            return closes ? (now + Account.LockOut, true)
                : origin.Device is null && tries.All >= MostTogether ? (tries.HourEnds, true)
                : (null, false);
        }
    }

    /// <summary>Whether the name is closed anywhere just now.</summary>
    public bool IsClosedSomewhere(string name)
    {
        var now = clock.Now;
        lock (guard)
        {
            return names.TryGetValue(OneTimeCode.HashText(name), out var tries)
                && ((tries.All >= MostTogether && tries.HourEnds > now) || tries.Places.Values.Any(p => p.Until > now));
        }
    }

    /// <summary>Opens the door of a name everywhere.</summary>
    public void Forgive(string name)
    {
        lock (guard)
        {
            names.Remove(OneTimeCode.HashText(name));
        }
    }

    private Tries Of(string key, DateTime now)
    {
        if (!names.TryGetValue(key, out var tries))
        {
            if (names.Count >= MostNames)
            {
                foreach (var old in names.OrderBy(n => n.Value.Last).Take(MostNames / 10).Select(n => n.Key).ToList())
                {
                    names.Remove(old);
                }
            }
            names[key] = tries = new Tries { HourEnds = now + Together };
        }
        if (tries.HourEnds <= now)
        {
            (tries.All, tries.HourEnds) = (0, now + Together);
        }
        tries.Last = now;
        return tries;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private sealed class Tries
    {
        public Dictionary<string, (int Failures, DateTime Until)> Places { get; } = [];
        public int All { get; set; }
        public DateTime HourEnds { get; set; }
        public DateTime Last { get; set; }
    }
}

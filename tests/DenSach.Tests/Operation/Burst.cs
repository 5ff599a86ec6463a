using DenSach.Platform.Data;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Operation;

/// <summary>One command that is fired at the application: where, with what, and the subject by which its effect is seen.</summary>
/// <param name="CommandId">Also inside the body.</param>
/// <param name="Card">The demo card that may do it.</param>
public sealed record Shot(Guid CommandId, string Card, string Url, object Body, Guid Subject);

/// <summary>What is fired while the application is killed. A module brings one for its commands; everything else is <see cref="KillRules"/>.</summary>
public interface IBurst
{
    /// <summary>The demo cards that shots are sent by.</summary>
    IReadOnlyList<string> Cards { get; }

    /// <summary>Commands that can all be carried out, in any order, each once. They are asked for again in every round, for the database as it then is.</summary>
    Task<IReadOnlyList<Shot>> LoadAsync(AppDb db, int count);

    /// <summary>The shots whose facts are there, seen in the facts themselves and not in the command log. Facts that are there by half are an error of its own.</summary>
    Task<IReadOnlySet<Guid>> DoneAsync(AppDb db, IReadOnlyList<Shot> shots);
}

/// <summary>Several of them at once, mixed: each brings its share, and what one of them lacks the next one brings.</summary>
public sealed class Bursts(params IBurst[] all) : IBurst
{
    private readonly Dictionary<Guid, IBurst> from = [];

    public IReadOnlyList<string> Cards => [.. all.SelectMany(b => b.Cards).Distinct()];

    public async Task<IReadOnlyList<Shot>> LoadAsync(AppDb db, int count)
    {
        var shots = new List<Shot>();
        for (var i = 0; i < all.Length; i++)
        {
            foreach (var shot in await all[i].LoadAsync(db, (count - shots.Count) / (all.Length - i)))
            {
                from[shot.CommandId] = all[i];
                shots.Add(shot);
            }
        }
        return shots;
    }

    public async Task<IReadOnlySet<Guid>> DoneAsync(AppDb db, IReadOnlyList<Shot> shots)
    {
        var done = new HashSet<Guid>();
        foreach (var burst in shots.GroupBy(s => from[s.CommandId]))
        {
            done.UnionWith(await burst.Key.DoneAsync(db, [.. burst]));
        }
        return done;
    }
}

using DenSach.Platform.Data;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Operation;

/// <summary>One command that is fired at the application: where, with what, and the subject by which its effect is seen.</summary>
/// <param name="CommandId">Also inside the body.</param>
public sealed record Shot(Guid CommandId, string Url, object Body, Guid Subject);

/// <summary>What is fired while the application is killed. A module brings one for its commands; everything else is <see cref="KillRules"/>.</summary>
public interface IBurst
{
    /// <summary>The demo card that may do it.</summary>
    string Card { get; }

    /// <summary>Commands that can all be carried out, in any order, each once. They may be asked for again in every round, for the database as it then is.</summary>
    Task<IReadOnlyList<Shot>> LoadAsync(AppDb db, int count);

    /// <summary>The shots whose facts are there, seen in the facts themselves and not in the command log. Facts that are there by half are an error of its own.</summary>
    Task<IReadOnlySet<Guid>> DoneAsync(AppDb db, IReadOnlyList<Shot> shots);
}

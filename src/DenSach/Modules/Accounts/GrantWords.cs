using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Accounts;

/// <summary>A right as people read it: which role, where, from when to when.</summary>
/// <param name="Role">In words, the key of its translation.</param>
/// <param name="Place">Full name of the area, or of the household, clan or organisation with it; Vietnamese.</param>
public sealed record GrantLine(Grant Grant, string Role, string Place, GrantState State);

public enum GrantState
{
    Ahead,
    Holds,
    Over,
}

public sealed class GrantWords(AreaTree areas, IEnumerable<IKnowSubjects> subjects, Clock clock)
{
    /// <summary>Those that hold first, then what comes, then what is over.</summary>
    public async Task<IReadOnlyList<GrantLine>> LinesAsync(IEnumerable<Grant> grants, CancellationToken cancellation)
    {
        var all = grants.ToList();
        var names = await NamesAsync(all, cancellation);
        var lines = all.Select(grant => new GrantLine(grant, RoleWords.Of(grant.Role), PlaceOf(grant, names), StateOf(grant)));
        return
        [
            .. lines
                .OrderBy(l =>
                    l.State == GrantState.Holds ? 0
                    : l.State == GrantState.Ahead ? 1
                    : 2
                )
                .ThenByDescending(l => l.Grant.From),
        ];
    }

    /// <summary>From the commune down; the province alone for what lies above.</summary>
    public string PlaceOf(int areaId)
    {
        var path = areas.PathTo(areaId, clock.Today);
        var near = path.Where(a => a.Kind is AreaKind.Commune or AreaKind.Hamlet).Reverse().Select(a => a.FullName).ToList();
        return near.Count > 0 ? string.Join(", ", near) : areas.Find(areaId)?.FullName ?? "";
    }

    private string PlaceOf(Grant grant, Dictionary<Guid, string> names) =>
        grant.SubjectId is { } id && names.TryGetValue(id, out var name) ? $"{name}, {PlaceOf(grant.AreaId)}" : PlaceOf(grant.AreaId);

    private async Task<Dictionary<Guid, string>> NamesAsync(List<Grant> grants, CancellationToken cancellation)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var kind in grants.Where(g => g.SubjectId is not null).GroupBy(g => g.Scope, g => g.SubjectId!.Value))
        {
            foreach (var known in subjects)
            {
                foreach (var subject in await known.FindAsync(kind.Key, [.. kind.Distinct()], cancellation))
                {
                    names[subject.Id] = subject.Name;
                }
            }
        }
        return names;
    }

    private GrantState StateOf(Grant grant) =>
        grant.HoldsOn(clock.Today) ? GrantState.Holds
        : grant.From > clock.Today && (grant.To is null || grant.To > grant.From) ? GrantState.Ahead
        : GrantState.Over;
}

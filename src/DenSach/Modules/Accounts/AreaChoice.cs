using DenSach.Modules.Areas;

namespace DenSach.Modules.Accounts;

/// <summary>Where one stands in the part of the tree whose accounts one looks after: the way down to it, and where it goes on.</summary>
/// <param name="Url">The page that moves, without its query.</param>
public sealed record AreaChoice(Area Area, IReadOnlyList<Area> Path, IReadOnlyList<Area> Children, IReadOnlyList<Area> Starts, string Url)
{
    /// <summary>The area asked for, or the first one of the actor; null if it is not theirs.</summary>
    public static AreaChoice? Of(Authority authority, AreaTree areas, DateOnly today, int? areaId, string url)
    {
        var starts = authority.Areas.ToList();
        var id = areaId ?? starts.FirstOrDefault()?.Id;
        if (id is null || !authority.Sees(id.Value) || areas.Find(id.Value) is not { } area)
        {
            return null;
        }
        var path = areas.PathTo(area.Id, today).Where(a => authority.Sees(a.Id)).ToList();
        return new AreaChoice(area, path, areas.ChildrenOf(area.Id, today), starts, url);
    }
}

using System.Globalization;
using DenSach.Platform.Text;

namespace DenSach.Modules.Areas;

/// <summary>One thing that happened to an area.</summary>
/// <param name="Reform">By what record.</param>
/// <param name="Parent">Where it lies from then on; null if the record left its place alone or ended it.</param>
/// <param name="Ended">Whether it was dissolved.</param>
/// <param name="Predecessors">Whose whole or part it took over.</param>
/// <param name="Successors">Who took over its whole or part.</param>
public sealed record AreaEvent(Reform Reform, Area? Parent, bool Ended, IReadOnlyList<(Area Area, Share Share)> Predecessors, IReadOnlyList<(Area Area, Share Share)> Successors);

/// <summary>The tree at one revision, indexed for reading. Never changed after it is made.</summary>
internal sealed class AreaPicture
{
    /// <summary>Names in Vietnamese order, numbers in them as numbers: "Tổ 2" before "Tổ 10".</summary>
    public static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), CompareOptions.NumericOrdering);

    private readonly Dictionary<int, AreaNode> nodes;
    private readonly ILookup<int, AreaPlacement> below;
    private readonly ILookup<string, Area> byCode;
    private readonly Dictionary<int, Reform> reforms;
    private readonly ILookup<int, AreaSuccession> from;
    private readonly ILookup<int, AreaSuccession> to;
    private volatile Ended? ended;

    public AreaPicture(DatedTree tree, int revision)
    {
        Revision = revision;
        nodes = new Dictionary<int, AreaNode>(tree.Areas.Count);
        foreach (var area in tree.Areas.Values)
        {
            nodes.Add(area.Id, new AreaNode(area));
        }
        foreach (var placement in tree.Placements)
        {
            nodes[placement.AreaId].Placements.Add(placement);
        }
        foreach (var position in tree.Positions)
        {
            nodes[position.AreaId].Positions.Add(position);
        }
        below = tree.Placements.Where(p => p.ParentId is not null && !p.NeverHeld()).ToLookup(p => p.ParentId!.Value);
        byCode = tree.Areas.Values.Where(a => a.Code is not null).ToLookup(a => a.Code!);
        reforms = tree.Reforms.Where(r => r.RevertedAt is null).ToDictionary(r => r.Id);
        from = tree.Successions.ToLookup(s => s.FromId);
        to = tree.Successions.ToLookup(s => s.ToId);
    }

    public int Revision { get; }

    public int NextFreeId => 1 + nodes.Values.Select(n => Math.Max(n.Area.Id, n.Area.HomeRegisterId ?? 0)).DefaultIfEmpty(99).Max();

    public IEnumerable<AreaNode> Nodes => nodes.Values;

    public AreaNode? Node(int id) => nodes.GetValueOrDefault(id);

    public IEnumerable<Area> WithCode(string code) => byCode[code];

    public IReadOnlyList<Area> ChildrenOf(int id, DateOnly asAt) =>
        [.. below[id].Where(p => p.HoldsOn(asAt)).Select(p => nodes[p.AreaId].Area).OrderBy(a => a.Kind).ThenBy(a => a.Name, ByName).ThenBy(a => a.Id)];

    public IReadOnlyList<AreaEvent> HistoryOf(int id) =>
        nodes.TryGetValue(id, out var node) ? [.. reforms.Values.OrderBy(r => r.On).ThenBy(r => r.Id).Select(r => EventOf(node, r)).OfType<AreaEvent>()] : [];

    /// <summary>Who looks after what was the area's: itself while it is in force, else who took it over, else who took over what it lay in.</summary>
    public IEnumerable<Area> HeirsOf(int id, DateOnly asAt)
    {
        HashSet<int> seen = [];
        return Of(id);

        IEnumerable<Area> Of(int next)
        {
            if (!seen.Add(next) || Node(next) is not { } node)
            {
                return [];
            }
            if (node.PositionOn(asAt) is not null)
            {
                return [node.Area];
            }
            var successors = from[next].Select(s => s.ToId).ToList();
            return successors.Count > 0 ? successors.SelectMany(Of)
                : node.Placements.Where(p => !p.NeverHeld()).MaxBy(p => p.From)?.ParentId is { } parent ? Of(parent)
                : [];
        }
    }

    /// <summary>Areas that are no more on the day and whose heirs lie in one of these.</summary>
    public IReadOnlyList<int> FormerIn(IReadOnlyCollection<int> areas, DateOnly asAt)
    {
        var outer = areas.Select(a => Node(a)?.PositionOn(asAt)).OfType<AreaPosition>().ToList();
        return [.. EndedBy(asAt).Areas.Where(e => e.Heirs.Any(left => outer.Any(o => o.Left <= left && left <= o.Right))).Select(e => e.Id)];
    }

    /// <summary>Every request asks for the same day: the last one reckoned is kept.</summary>
    private Ended EndedBy(DateOnly day)
    {
        if (ended is { } known && known.Day == day)
        {
            return known;
        }
        var gone = nodes.Values.Where(n => n.PositionOn(day) is null && n.Placements.Any(p => p.From <= day && !p.NeverHeld()));
        return ended = new Ended(day, [.. gone.Select(n => (n.Area.Id, HeirsOf(n.Area.Id, day).Select(heir => nodes[heir.Id].PositionOn(day)!.Left).Distinct().ToArray()))]);
    }

    /// <summary>The areas that are no more on a day, with the places of their heirs.</summary>
    private sealed record Ended(DateOnly Day, (int Id, long[] Heirs)[] Areas);

    private AreaEvent? EventOf(AreaNode node, Reform reform)
    {
        var id = node.Area.Id;
        var began = node.Placements.FirstOrDefault(p => p.ReformId == reform.Id);
        var held = began is not null && !began.NeverHeld();
        var ended = began is null && node.Placements.Any(p => p.ClosedBy == reform.Id);
        (Area, Share)[] predecessors = [.. to[id].Where(s => s.ReformId == reform.Id).Select(s => (nodes[s.FromId].Area, s.Share))];
        (Area, Share)[] successors = [.. from[id].Where(s => s.ReformId == reform.Id).Select(s => (nodes[s.ToId].Area, s.Share))];
        return held || ended || predecessors.Length + successors.Length > 0
            ? new AreaEvent(reform, held && began!.ParentId is { } parent ? nodes[parent].Area : null, ended, predecessors, successors)
            : null;
    }
}

/// <summary>An area with its rows: nearly always one or two of each.</summary>
internal sealed class AreaNode(Area area)
{
    private string? key;

    public Area Area { get; } = area;
    public List<AreaPlacement> Placements { get; } = new(1);
    public List<AreaPosition> Positions { get; } = new(1);

    /// <summary>The folded name, made when somebody first searches.</summary>
    public string Key => key ??= SearchKey.Of(Area.FullName);

    public AreaPlacement? PlacementOn(DateOnly day) => On(Placements, day);

    public AreaPosition? PositionOn(DateOnly day) => On(Positions, day);

    private static T? On<T>(List<T> rows, DateOnly day)
        where T : class, IDated
    {
        foreach (var row in rows)
        {
            if (row.HoldsOn(day))
            {
                return row;
            }
        }
        return null;
    }
}

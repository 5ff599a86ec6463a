using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Areas;

/// <summary>
/// The copy of the dated tree in memory, for questions that must not cost a round trip: who lies in whom on a day, the way up, what is below.
/// A reload makes a new picture beside the old one and swaps; readers never wait and never see half a reform.
/// </summary>
public sealed class AreaTree(Func<CancellationToken, Task<(DatedTree Tree, int Revision)>> read) : IPlaceAreas
{
    private readonly SemaphoreSlim loading = new(1);
    private volatile AreaPicture? picture;

    /// <summary>A tree that is in no database: for rules and benchmarks.</summary>
    public static AreaTree Of(DatedTree tree) => new(_ => Task.FromResult((tree, 1)));

    /// <summary>Counts the changes of the tree; what is cached by tree is cached by this number.</summary>
    public int Revision => Now.Revision;

    /// <summary>Every area there is or was.</summary>
    public IEnumerable<Area> All => Now.Nodes.Select(n => n.Area);

    public Area? Find(int id) => Now.Node(id)?.Area;

    public Area this[int id] => Find(id) ?? throw new KeyNotFoundException($"No area has the number {id}.");

    /// <summary>Whether the area lies in the other, or is it, on that day. An area that is not in force on the day lies nowhere.</summary>
    public bool IsWithin(int id, int ancestor, DateOnly asAt)
    {
        var now = Now;
        return now.Node(id)?.PositionOn(asAt) is { } inner && now.Node(ancestor)?.PositionOn(asAt) is { } outer && outer.Left <= inner.Left && inner.Left <= outer.Right;
    }

    bool IPlaceAreas.IsWithin(int areaId, int ancestorId, DateOnly asAt) => IsWithin(areaId, ancestorId, asAt);

    string? IPlaceAreas.NameOf(int areaId) => Find(areaId)?.FullName;

    public bool IsInForce(int id, DateOnly asAt) => Now.Node(id)?.PositionOn(asAt) is not null;

    /// <summary>From the country down to the area itself; empty if the area is not in force on the day.</summary>
    public IReadOnlyList<Area> PathTo(int id, DateOnly asAt)
    {
        var now = Now;
        List<Area> path = [];
        for (int? next = id; next is { } step && now.Node(step) is { } node && node.PlacementOn(asAt) is { } placement; next = placement.ParentId)
        {
            path.Add(node.Area);
        }
        path.Reverse();
        return path;
    }

    /// <summary>From the country down to the area as it last lay: of an area that is no more the place it had on its last day.</summary>
    public IReadOnlyList<Area> LastPathTo(int id) => LastDayOf(id) is { } day ? PathTo(id, day) : PathTo(id, DateOnly.MaxValue.AddDays(-1));

    public IReadOnlyList<Area> ChildrenOf(int id, DateOnly asAt) => Now.ChildrenOf(id, asAt);

    /// <summary>Everything below the area on the day, each parent before its children.</summary>
    public IReadOnlyList<Area> DescendantsOf(int id, DateOnly asAt)
    {
        var now = Now;
        List<Area> found = [];
        Add(id);
        return found;

        void Add(int parent)
        {
            foreach (var child in now.ChildrenOf(parent, asAt))
            {
                found.Add(child);
                Add(child.Id);
            }
        }
    }

    /// <summary>The commune the area lies in, or is, on the day.</summary>
    public Area? CommuneOf(int id, DateOnly asAt) => PathTo(id, asAt).FirstOrDefault(a => a.Kind == AreaKind.Commune);

    /// <summary>The areas with that code of the statistics office in force on the day; at most one per level.</summary>
    public IEnumerable<Area> WithCode(string code, DateOnly asAt) => Now.WithCode(code).Where(a => IsInForce(a.Id, asAt));

    /// <summary>A number no area and no home register has; above all of them.</summary>
    public int NextFreeId => Now.NextFreeId;

    /// <summary>All areas of a level in force on the day, by name.</summary>
    public IReadOnlyList<Area> AllOf(AreaKind kind, DateOnly asAt) =>
        [.. Now.Nodes.Where(n => n.Area.Kind == kind && n.PositionOn(asAt) is not null).Select(n => n.Area).OrderBy(a => a.Name, AreaPicture.ByName).ThenBy(a => a.Id)];

    /// <summary>The last day the area is in force, or null if no end is known.</summary>
    public DateOnly? LastDayOf(int id)
    {
        DateOnly? last = null;
        foreach (var row in Now.Node(id)?.Placements.Where(p => !p.NeverHeld()) ?? [])
        {
            if (row.To is not { } end)
            {
                return null;
            }
            last = last > end.AddDays(-1) ? last : end.AddDays(-1);
        }
        return last;
    }

    /// <summary>What happened to the area, oldest first: placed, moved, joined, dissolved, taken over.</summary>
    public IReadOnlyList<AreaEvent> HistoryOf(int id) => Now.HistoryOf(id);

    /// <summary>Who looks after what was the area's on the day: itself while it is in force, else who took it over.</summary>
    public IReadOnlyList<Area> HeirsOf(int id, DateOnly asAt) => [.. Now.HeirsOf(id, asAt).DistinctBy(a => a.Id)];

    /// <summary>
    /// Areas that are no more on the day and whose heirs lie in one of these: their rows are looked after there now. The heirs are reckoned once for each picture and day.
    /// </summary>
    public IReadOnlyList<int> FormerIn(IReadOnlyCollection<int> areas, DateOnly asAt) => Now.FormerIn(areas, asAt);

    /// <summary>By words of the name in any order, without marks; those in force on the day first, then by level.</summary>
    public IReadOnlyList<Area> Search(string text, DateOnly asAt, int most = 50)
    {
        var words = SearchKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var now = Now;
        return words.Length == 0
            ? []
            :
            [
                .. now
                    .Nodes.Where(n => words.All(word => n.Key.Contains(word, StringComparison.Ordinal)))
                    .OrderByDescending(n => n.PositionOn(asAt) is not null)
                    .ThenBy(n => n.Area.Kind)
                    .ThenBy(n => n.Area.Name, AreaPicture.ByName)
                    .Select(n => n.Area)
                    .Take(most),
            ];
    }

    public async Task ReloadAsync(CancellationToken cancellation = default)
    {
        await loading.WaitAsync(cancellation);
        try
        {
            var (tree, revision) = await read(cancellation);
            picture = new AreaPicture(tree, revision);
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Reads again if the database counts more changes than this copy: another process recorded a reform.</summary>
    public Task ReloadIfOlderAsync(int revision) => picture is { } now && now.Revision == revision ? Task.CompletedTask : ReloadAsync();

    private AreaPicture Now
    {
        get
        {
            if (picture is null)
            {
                // The first question loads it; there is no caller to be asynchronous for.
                Task.Run(() => ReloadAsync()).GetAwaiter().GetResult();
            }
            return picture!;
        }
    }
}

public static class TreeRows
{
    /// <summary>The whole tree as it stands in the database, untracked.</summary>
    public static async Task<DatedTree> ReadTreeAsync(this AppDb db, CancellationToken cancellation) =>
        new(
            await db.Set<Area>().AsNoTracking().ToListAsync(cancellation),
            await db.Set<AreaPlacement>().AsNoTracking().ToListAsync(cancellation),
            await db.Set<AreaPosition>().AsNoTracking().ToListAsync(cancellation),
            await db.Set<Reform>().AsNoTracking().ToListAsync(cancellation),
            await db.Set<AreaSuccession>().AsNoTracking().ToListAsync(cancellation)
        );

    public static Task<int> TreeRevisionAsync(this AppDb db, CancellationToken cancellation) =>
        db.Set<AreaTreeHead>().Where(h => h.Id == AreaTreeHead.Only).Select(h => h.Version).SingleOrDefaultAsync(cancellation);
}

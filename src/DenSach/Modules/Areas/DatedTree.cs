using System.Collections.Frozen;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Areas;

/// <summary>An area that a reform founds, and where it lies.</summary>
public sealed record NewArea(int Id, AreaKind Kind, string Name, string LocalKind, int? ParentId)
{
    public string? Code { get; init; }
    public int? HomeRegisterId { get; init; }
    public bool Invented { get; init; }
    public string? Note { get; init; }
}

public sealed record MoveArea(int AreaId, int ParentId);

public sealed record NameSuccessor(int FromId, int ToId, Share Share);

/// <summary>What a reform does, all on its one day.</summary>
public sealed record ReformSteps
{
    public IReadOnlyList<NewArea> Found { get; init; } = [];
    public IReadOnlyList<MoveArea> Move { get; init; } = [];
    public IReadOnlyList<int> Dissolve { get; init; } = [];
    public IReadOnlyList<NameSuccessor> Successors { get; init; } = [];
}

/// <summary>The rows a reform, or taking it back, writes, changes and deletes: what the database is told, and nothing more.</summary>
public sealed record TreeChange(Reform Reform)
{
    public IReadOnlyList<Area> NewAreas { get; init; } = [];
    public IReadOnlyList<AreaPlacement> NewPlacements { get; init; } = [];
    public IReadOnlyList<AreaPosition> NewPositions { get; init; } = [];
    public IReadOnlyList<AreaSuccession> NewSuccessions { get; init; } = [];
    public IReadOnlyList<AreaPlacement> ChangedPlacements { get; init; } = [];
    public IReadOnlyList<AreaPosition> ChangedPositions { get; init; } = [];
    public IReadOnlyList<Area> GoneAreas { get; init; } = [];
    public IReadOnlyList<AreaPlacement> GonePlacements { get; init; } = [];
    public IReadOnlyList<AreaPosition> GonePositions { get; init; } = [];
    public IReadOnlyList<AreaSuccession> GoneSuccessions { get; init; } = [];
}

/// <summary>The whole tree over all its days, as values: what a reform is judged against. It knows no database and is never changed; a change makes another one.</summary>
public sealed partial class DatedTree
{
    public static DatedTree Empty { get; } = new([], [], [], [], []);

    private readonly FrozenDictionary<int, Area> areas;

    public DatedTree(
        IEnumerable<Area> areas,
        IReadOnlyList<AreaPlacement> placements,
        IReadOnlyList<AreaPosition> positions,
        IReadOnlyList<Reform> reforms,
        IReadOnlyList<AreaSuccession> successions
    )
    {
        this.areas = areas.ToFrozenDictionary(a => a.Id);
        Placements = placements;
        Positions = positions;
        Reforms = reforms;
        Successions = successions;
    }

    public IReadOnlyDictionary<int, Area> Areas => areas;
    public IReadOnlyList<AreaPlacement> Placements { get; }
    public IReadOnlyList<AreaPosition> Positions { get; }
    public IReadOnlyList<Reform> Reforms { get; }
    public IReadOnlyList<AreaSuccession> Successions { get; }

    public int NextReformId => Reforms.Count == 0 ? 1 : Reforms.Max(r => r.Id) + 1;

    /// <summary>Everything that is wrong with the tree: in the placements, or between them and the positions.</summary>
    public IEnumerable<string> Faults() => PlacementRules.Faults(Areas, Placements).Concat(TreeNumbering.Faults(Areas, Placements, Positions));

    public DatedTree With(TreeChange change)
    {
        var placementKeys = change.ChangedPlacements.Concat(change.GonePlacements).Select(p => (p.AreaId, p.ReformId)).ToHashSet();
        var positionKeys = change.ChangedPositions.Concat(change.GonePositions).Select(p => (p.AreaId, p.ReformId)).ToHashSet();
        var gone = change.GoneAreas.Select(a => a.Id).ToHashSet();
        return new DatedTree(
            areas.Values.Where(a => !gone.Contains(a.Id)).Concat(change.NewAreas),
            [.. Placements.Where(p => !placementKeys.Contains((p.AreaId, p.ReformId))), .. change.ChangedPlacements, .. change.NewPlacements],
            [.. Positions.Where(p => !positionKeys.Contains((p.AreaId, p.ReformId))), .. change.ChangedPositions, .. change.NewPositions],
            [.. Reforms.Where(r => r.Id != change.Reform.Id), change.Reform],
            [.. Successions.Except(change.GoneSuccessions), .. change.NewSuccessions]
        );
    }

    private static Problem Refused(string code, string sentence) => Problem.Refused($"areas.{code}", sentence);
}

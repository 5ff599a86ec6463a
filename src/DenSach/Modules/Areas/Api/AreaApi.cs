using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Areas.Api;

/// <summary>The tree for programs: an area as at a day, what lies in it, and the two commands that change it.</summary>
internal static class AreaApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var areas = endpoints.MapGroup("/api/areas").WithTags("areas");
        areas.MapGet("/{id:int}", One).WithMetadata(new SignedInAttribute()).WithSummary("An area as at a day: kind, way down to it, history.");
        areas.MapGet("/{id:int}/children", Children).WithMetadata(new SignedInAttribute()).WithSummary("What lies directly in an area on a day.");
        areas
            .MapPost("/reforms", async (ApplyReform command, ReformAreas reforms, CancellationToken cancellation) => (await reforms.ApplyAsync(command, cancellation)).ToHttp())
            .WithMetadata(new NeedsAttribute(ReformAreas.Permission))
            .WithSummary("Records a reform: founds, moves and dissolves areas on a day.");
        areas
            .MapPost(
                "/reforms/revert",
                async (RevertReform command, ReformAreas reforms, CancellationToken cancellation) => (await reforms.RevertAsync(command, cancellation)).ToHttp()
            )
            .WithMetadata(new NeedsAttribute(ReformAreas.Permission))
            .WithSummary("Takes a reform back, as if it had not been recorded.");
    }

    private static IResult One(int id, string? asAt, AreaTree tree, Clock clock) => Ask(id, asAt, tree, clock, (area, day) => AreaAnswer.Of(area, day, tree)).ToHttp();

    private static IResult Children(int id, string? asAt, AreaTree tree, Clock clock) =>
        Ask(id, asAt, tree, clock, (area, day) => new ChildrenAnswer(area.Id, day, [.. tree.ChildrenOf(area.Id, day).Select(AreaBrief.Of)])).ToHttp();

    private static Result<T> Ask<T>(int id, string? asAt, AreaTree tree, Clock clock, Func<Area, DateOnly, T> answer)
    {
        var day = DayInQuery.Read(asAt, clock.Today, nameof(asAt));
        return tree.Find(id) is not { } area ? Problem.NotFound($"Không có địa bàn nào mang số {id}.")
            : day.Problem is { } problem ? problem
            : answer(area, day.Value);
    }
}

public sealed record AreaBrief(int Id, AreaKind Kind, string LocalKind, string Name, string? Code, bool Invented)
{
    internal static AreaBrief Of(Area area) => new(area.Id, area.Kind, area.LocalKind, area.Name, area.Code, area.Invented);
}

public sealed record ChildrenAnswer(int Id, DateOnly AsAt, IReadOnlyList<AreaBrief> Children);

public sealed record NeighbourAnswer(int Id, string FullName, Share Share);

public sealed record EventAnswer(DateOnly On, string Reform, string LegalBasis, int? ParentId, bool Ended, IReadOnlyList<NeighbourAnswer> From, IReadOnlyList<NeighbourAnswer> To);

/// <param name="Path">From the country down to the area itself; empty if it is not in force on the day.</param>
public sealed record AreaAnswer(AreaBrief Area, string? Note, DateOnly AsAt, bool InForce, IReadOnlyList<AreaBrief> Path, IReadOnlyList<EventAnswer> History)
{
    internal static AreaAnswer Of(Area area, DateOnly day, AreaTree tree)
    {
        AreaBrief[] path = [.. tree.PathTo(area.Id, day).Select(AreaBrief.Of)];
        return new AreaAnswer(AreaBrief.Of(area), area.Note, day, path.Length > 0, path, [.. tree.HistoryOf(area.Id).Select(Told)]);
    }

    private static EventAnswer Told(AreaEvent e) =>
        new(e.Reform.On, e.Reform.Name, e.Reform.LegalBasis, e.Parent?.Id, e.Ended, [.. e.Predecessors.Select(Neighbour)], [.. e.Successors.Select(Neighbour)]);

    private static NeighbourAnswer Neighbour((Area Area, Share Share) neighbour) => new(neighbour.Area.Id, neighbour.Area.FullName, neighbour.Share);
}

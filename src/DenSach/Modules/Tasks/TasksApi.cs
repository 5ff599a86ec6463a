using DenSach.Modules.Plans;
using DenSach.Modules.Tasks.Board;
using DenSach.Modules.Tasks.Follow;
using DenSach.Modules.Tasks.Report;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Tasks;

/// <summary>A task for programs.</summary>
/// <param name="State">How far it is; where several hold it and the caller is one of them, how far his part is.</param>
/// <param name="Whole">How far the whole is.</param>
/// <param name="Due">Of the part, where State is.</param>
/// <param name="DueSaid">The words of the plan that name the day; null where a person said it.</param>
/// <param name="Asking">Who holds it waits for a word of who follows it.</param>
/// <param name="Unreached">Given to somebody who has no account.</param>
/// <param name="Version">What the next giving, or word on the whole, is based on; 0 where nobody began.</param>
/// <param name="Product">What shall come of it.</param>
/// <param name="OwnParts">Where several hold it: the caller's parts. A word on one names its key as "holder" and is based on its version.</param>
/// <param name="Parts">Where several hold it: the parts of all, for who may read them and tell them in their stead.</param>
public sealed record TaskLine(
    Guid PlanId,
    int Place,
    string Lead,
    string What,
    TaskState State,
    DateOnly? Due,
    string? DueSaid,
    bool Late,
    bool Asking,
    bool Unreached,
    bool IsOwn,
    int Version,
    TaskState Whole,
    string? Product,
    IReadOnlyList<PartLine> OwnParts,
    IReadOnlyList<PartLine> Parts
);

/// <summary>The part of one who holds a task with others.</summary>
/// <param name="Asked">He is among those to whom it is given today.</param>
public sealed record PartLine(string Key, string Name, TaskState State, DateOnly? DoneOn, bool Late, bool Asked, int Version)
{
    internal static PartLine Of(SharerPart part) => new(part.Sharer.Key, part.Sharer.Name, part.State, part.DoneOn, part.IsLate, part.Asked, part.Version);
}

internal static class TasksApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var tasks = endpoints.MapGroup("/api/tasks").WithTags("tasks");
        tasks
            .MapGet("", ListAsync)
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .WithSummary("The tasks of the plans one works by, or of one plan")
            .Produces<IReadOnlyList<TaskLine>>();
        tasks
            .MapPost("/follow", async (FollowTask.Command command, FollowTask follow, CancellationToken cancellation) => (await follow.Handle(command, cancellation)).ToHttp())
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .WithSummary("Says whose a task is, what shall come of it and by when")
            .Produces<int>();
        tasks
            .MapPost(
                "/report",
                async (ReportProgress.Command command, ReportProgress report, CancellationToken cancellation) => (await report.Handle(command, cancellation)).ToHttp()
            )
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .WithSummary("Tells how a task goes")
            .Produces<Guid>();
        endpoints.MapGet("/nhiem-vu/ghi-chu/{id:guid}/tep", FileAsync).WithMetadata(new NeedsAttribute(PlansModule.Read)).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(Guid? plan, TaskBoard board, TasksInReach reach, CancellationToken cancellation)
    {
        var view = await board.AskAsync(new BoardFilter(PlanId: plan, Page: 0), cancellation);
        return Results.Ok(
            view.Cases.Select(c => new TaskLine(
                c.Plan.Id,
                c.Task.Place,
                c.Task.Lead,
                c.Task.What,
                c.State,
                c.Due,
                c.Due is null ? null : c.Said?.Words,
                c.IsLate,
                c is { IsOpen: true, Followed.Asking: true },
                view.Unreached.Contains((c.Plan.Id, c.Task.Place)),
                c.IsOwn,
                c.Followed?.Version ?? 0,
                c.Whole,
                c.Product,
                [.. Own(c).Select(PartLine.Of)],
                reach.MayReadParts(c) ? [.. PartsOf(c).Select(PartLine.Of)] : []
            ))
        );

        IEnumerable<SharerPart> PartsOf(TaskCase c) => view.Parts.GetValueOrDefault((c.Plan.Id, c.Task.Place))?.Parts ?? [];

        IEnumerable<SharerPart> Own(TaskCase c) => reach.OwnPartsOf(c).Select(own => PartsOf(c).FirstOrDefault(p => p.Sharer.Key == own.Key) ?? SharerPart.Untold(own));
    }

    /// <summary>The file of a note, for who may see the task.</summary>
    private static async Task<IResult> FileAsync(Guid id, AppDb db, TasksInReach reach, FileStore store, HttpContext http, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(id);
        var note = await db.Set<TaskNote>().AsNoTracking().SingleOrDefaultAsync(n => n.RegisterId == register && n.Id == id, cancellation);
        if (
            note?.FileSha256 is not { } hash
            || await reach.FindAsync(note.PlanId, note.Place, cancellation) is not { } found
            || !reach.MayReadNotes(found)
            || !reach.MayReadNote(found, note)
        )
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }
        var opened = await store.OpenAsync(note.RegisterId, hash, cancellation);
        if (opened.Problem is { } problem)
        {
            http.Items[nameof(Problem)] = problem;
            return Results.StatusCode(ProblemHttp.StatusOf(problem.Kind));
        }
        return opened.Value.ToHttp($"tien-do-nhiem-vu-{note.Place}");
    }
}

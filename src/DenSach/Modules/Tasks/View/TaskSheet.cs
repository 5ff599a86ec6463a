using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Tasks.View;

/// <summary>That a person gave a task; to whom and by when stands in what is followed of it.</summary>
/// <param name="On">Null of what was given before this was kept.</param>
/// <param name="ByName">Null where that is not known.</param>
public sealed record Giving(DateOnly? On, string? ByName);

/// <summary>What the page of a task shows, and what the actor may do there.</summary>
/// <param name="Given">That a person gave it last, for who may read how it goes.</param>
/// <param name="Before">Tasks of earlier plans that go on as this one, with what was noted there.</param>
/// <param name="Onward">The task of a later plan by which this one goes on, if the actor may see it.</param>
/// <param name="Tried">The task of a later plan that was withdrawn, by which this one had gone on.</param>
/// <param name="Replacing">Of a plan that is over, where the task does not go on: the plan that took its place.</param>
/// <param name="Parts">Where several hold it and the actor may read how it goes: how their parts stand.</param>
/// <param name="ToldPart">Whose part the form tells of: the actor's own, or that of the one he chose; null where it tells of the whole.</param>
/// <param name="OwnParts">The actor's own parts: several for who heads two hamlets.</param>
/// <param name="NamesParts">The actor may read of each part how it stands, not only how many are done.</param>
/// <param name="Closes">Left open under a plan that was replaced, it may be told done or stopped and nothing else.</param>
/// <param name="IsUnreached">It was given to somebody who cannot sign in and does not see it.</param>
/// <param name="IsUnheard">It was given to the actor, who has not said a word since.</param>
/// <param name="Answer">The word on what the actor asked, which he has not said to have read.</param>
/// <param name="Organisations">To which it can be given.</param>
/// <param name="Held">Those of them that see what is given to them.</param>
public sealed record TaskSheet(
    TaskCase Case,
    Giving? Given,
    IReadOnlyList<TaskNote> Notes,
    IReadOnlyList<(TaskCase Case, IReadOnlyList<TaskNote> Notes)> Before,
    TaskCase? Onward,
    TaskCase? Tried,
    Plan? Replacing,
    SharedParts? Parts,
    SharerPart? ToldPart,
    IReadOnlyList<SharerPart> OwnParts,
    bool NamesParts,
    bool Closes,
    bool MayFollow,
    bool MayReport,
    bool IsUnreached,
    bool IsUnheard,
    TaskNote? Answer,
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<Guid> Held
)
{
    /// <summary>What is asked and waits for a word of who follows the task.</summary>
    public IReadOnlyList<TaskNote> Questions => Case is { IsOpen: true, Followed.Asking: true } ? Talk.Open(Notes) : [];

    /// <summary>What the form that tells how it goes is based on.</summary>
    public int ReportBase => ToldPart is { } part ? part.Version : Case.Followed?.Version ?? 0;

    /// <summary>The states that may be told.</summary>
    public IReadOnlyList<TaskState> States =>
        Closes ? [TaskState.Done, TaskState.Stopped]
        : ToldPart is not null ? [TaskState.NotStarted, TaskState.Doing, TaskState.Done]
        : Enum.GetValues<TaskState>();

    /// <summary>The key by which the form names the part it tells of; null where there is no choice.</summary>
    public string? Holder => OwnParts.Count == 1 ? null : ToldPart?.Sharer.Key;

    public string? NameOf(Guid? organisation) => Organisations.FirstOrDefault(o => o.Id == organisation)?.Name;
}

/// <summary>Opens the page of a task.</summary>
public sealed class TaskSheets(AppDb db, TasksInReach reach, TaskSharers sharers, TaskHolders holders, Gate gate, AreaTree tree, Clock clock)
{
    /// <param name="plan">The plan.</param>
    /// <param name="place">The place of the task in it.</param>
    /// <param name="holder">The key of one in whose stead it is told, by who follows it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null where there is no such task for the actor.</returns>
    public async Task<TaskSheet?> OpenAsync(Guid plan, int place, string? holder, CancellationToken cancellation)
    {
        if (await reach.FindAsync(plan, place, cancellation) is not { } found)
        {
            return null;
        }
        var next = await reach.OnwardAsync(plan, place, cancellation);
        var over = reach.Over(found.Plan) is not null;
        var closes = over && found.State is TaskState.NotStarted or TaskState.Doing && await reach.MayCloseAsync(found, cancellation);
        var (mayFollow, mayReport) = (!over && next is null && reach.MayFollow(found.Plan), (!over || closes) && reach.MayReport(found));
        var parts = reach.MayReadNotes(found) ? await sharers.OfAsync(found, cancellation) : null;
        var own = OwnParts(found, parts);
        var communes = tree.HeirsOf(found.Plan.AreaId, clock.Today).Select(a => a.Id).ToList();
        var organisations = await db.Set<Organisation>().AsNoTracking().Where(o => communes.Contains(o.AreaId)).OrderBy(o => o.Name).ToListAsync(cancellation);
        var notes = await NotesAsync(found, cancellation);
        return new TaskSheet(
            found,
            GivingOf(found),
            notes,
            await BeforeAsync(found, cancellation),
            next is null ? null : await reach.FindAsync(next.PlanId, next.Place, cancellation),
            next is null && !over ? await reach.TriedAsync(plan, place, cancellation) : null,
            over && next is null ? await Succession.ReplacingAsync(db, found.Plan, cancellation) : null,
            parts,
            own.Count == 0
                ? parts?.Parts.FirstOrDefault(p => reach.MayFollow(found.Plan) && p.Sharer.Key == holder)
                : own.FirstOrDefault(p => p.Sharer.Key == holder) ?? own.FirstOrDefault(p => p.State != TaskState.Done) ?? own[0],
            own,
            reach.MayReadParts(found),
            closes,
            mayFollow,
            mayReport,
            (await holders.UnreachedAsync([found], cancellation)).Count > 0,
            found.IsOwn && mayReport && (await reach.UnheardAsync([found], cancellation)).Count > 0,
            mayReport ? Talk.AnswerTo(gate.Actor.AccountId, notes) : null,
            organisations,
            mayFollow ? await holders.HeldSeatsAsync([.. organisations.Select(o => o.Id)], cancellation) : []
        );
    }

    /// <summary>The actor's parts, told of or not.</summary>
    private IReadOnlyList<SharerPart> OwnParts(TaskCase found, SharedParts? parts) =>
        [.. reach.OwnPartsOf(found).Select(own => parts?.Parts.FirstOrDefault(p => p.Sharer.Key == own.Key) ?? SharerPart.Untold(own))];

    private Giving? GivingOf(TaskCase found) =>
        found is { IsGiven: true, Followed: { } followed } && reach.MayReadNotes(found)
            ? new Giving(followed.GivenAt is { } at ? Clock.DayOf(at) : null, followed.GivenByName)
            : null;

    private async Task<IReadOnlyList<(TaskCase Case, IReadOnlyList<TaskNote> Notes)>> BeforeAsync(TaskCase found, CancellationToken cancellation)
    {
        var before = new List<(TaskCase, IReadOnlyList<TaskNote>)>();
        foreach (var earlier in await reach.BeforeAsync(found, cancellation))
        {
            before.Add((earlier, await NotesAsync(earlier, cancellation)));
        }
        return before;
    }

    private async Task<IReadOnlyList<TaskNote>> NotesAsync(TaskCase found, CancellationToken cancellation)
    {
        if (!reach.MayReadNotes(found))
        {
            return [];
        }
        var notes = await db.Set<TaskNote>()
            .AsNoTracking()
            .Where(n => n.RegisterId == found.Plan.RegisterId && n.PlanId == found.Plan.Id && n.Place == found.Task.Place)
            .OrderByDescending(n => n.At)
            .ThenByDescending(n => n.Id)
            .ToListAsync(cancellation);
        return [.. notes.Where(n => reach.MayReadNote(found, n))];
    }
}

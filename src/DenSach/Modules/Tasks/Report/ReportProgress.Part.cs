using DenSach.Platform.Commands;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Tasks.Report;

/// <summary>Of a task that several hold: each tells of his part, and who follows it tells of the part of one who cannot.</summary>
public sealed partial class ReportProgress
{
    /// <summary>Whose part is told; null where it is the whole.</summary>
    private async Task<Result<Sharer?>> PartAsync(Command command, TaskCase found, CancellationToken cancellation)
    {
        var own = reach.OwnPartsOf(found);
        var mine = command.Holder is { } chosen ? own.FirstOrDefault(s => s.Key == chosen) : own.FirstOrDefault();
        if ((command.Holder ?? mine?.Key) is not { } key)
        {
            return (Result<Sharer?>)(Sharer?)null;
        }
        var part = (await sharers.OfAsync(found, cancellation))?.Parts.FirstOrDefault(p => p.Sharer.Key == key)?.Sharer ?? mine;
        if (mine is null && (part is null || !reach.MayFollow(found.Plan)))
        {
            return Problem.Invalid("tasks.holder", "Không có nơi này trong số các nơi cùng làm: hãy mở lại trang rồi chọn lại.", nameof(command.Holder));
        }
        return command.State == TaskState.Stopped
            ? Problem.Refused(
                "tasks.shared",
                "Việc này giao cho nhiều nơi cùng làm: phần của một nơi không dừng riêng được. Vướng ở đâu thì hãy ghi lại; cán bộ theo dõi kế hoạch mới dừng cả việc."
            )
            : part;
    }

    /// <summary>
    /// Tells of a part. The whole has begun with it, and is told done by who follows it; who is about to do so, or to give it anew, is shown this first, but not the others who hold it.
    /// </summary>
    private async Task<Result<TaskFollowed>> TellPartAsync(Command command, TaskCase found, Sharer part, int register, Work work, CancellationToken cancellation)
    {
        var share = await ShareAsync(register, command.PlanId, command.Place, part, cancellation);
        if (share.Version != command.BasedOn)
        {
            return Problem.Stale;
        }
        if (command.BasedOn > 0)
        {
            db.Entry(share).State = EntityState.Modified;
        }
        Tell(share);
        var asks = command.Asks && !reach.MayFollow(found.Plan);
        var followed = await BeginAsync(command, found, register, asks, work, cancellation);
        await foreach (var onward in OnwardAsync(command, cancellation))
        {
            Tell(await ShareAsync(onward.RegisterId, onward.PlanId, onward.Place, part, cancellation));
            Begin(onward, found, command.State, asks, work);
            if (onward.RegisterId != register)
            {
                work.Tell(onward.RegisterId, "tasks.report", command.State.ToString(), onward.PlanId);
            }
        }
        return followed;

        void Tell(TaskShare of) => (of.Name, of.Standing) = (part.Kept, found.ToldPart(of.Standing, command.State));
    }

    /// <summary>
    /// What is followed of the whole, begun. Written past what was read, by one statement: of two who tell their parts at the same moment neither is refused for the other.
    /// </summary>
    private async Task<TaskFollowed> BeginAsync(Command command, TaskCase found, int register, bool asks, Work work, CancellationToken cancellation)
    {
        var rows = db.Set<TaskFollowed>().Where(f => f.RegisterId == register && f.PlanId == command.PlanId && f.Place == command.Place);
        var before = await rows.AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (before is null)
        {
            var begun = await FollowedAsync(command, register, cancellation);
            Begin(begun, found, command.State, asks, work);
            return begun;
        }
        var state = before.Standing.On(before.Times(found.Said), work.Today) == TaskState.NotStarted && command.State != TaskState.NotStarted ? TaskState.Doing : before.State;
        await rows.ExecuteUpdateAsync(
            set =>
                set.SetProperty(f => f.State, f => f.State == before.State ? state : f.State)
                    .SetProperty(f => f.Asking, f => f.Asking || asks)
                    .SetProperty(f => f.Version, f => f.Version + 1),
            cancellation
        );
        return before;
    }

    private static void Begin(TaskFollowed whole, TaskCase found, TaskState told, bool asks, Work work)
    {
        if (told != TaskState.NotStarted && whole.Standing.On(whole.Times(found.Said), work.Today) == TaskState.NotStarted)
        {
            whole.Stand(TaskState.Doing, work.Today, found.Said);
        }
        if (asks)
        {
            whole.Ask(true);
        }
    }

    private async Task<TaskShare> ShareAsync(int register, Guid plan, int place, Sharer part, CancellationToken cancellation)
    {
        var share = await db.Set<TaskShare>().SingleOrDefaultAsync(s => s.RegisterId == register && s.PlanId == plan && s.Place == place && s.Holder == part.Key, cancellation);
        if (share is null)
        {
            share = new TaskShare
            {
                RegisterId = register,
                PlanId = plan,
                Place = place,
                Holder = part.Key,
                Name = part.Kept,
            };
            db.Add(share);
        }
        return share;
    }
}

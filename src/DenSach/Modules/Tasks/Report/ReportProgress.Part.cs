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
        var own = command.Holder is null ? reach.OwnPartOf(found) : null;
        if ((command.Holder ?? own?.Key) is not { } key)
        {
            return (Result<Sharer?>)(Sharer?)null;
        }
        var part = (await sharers.OfAsync(found, cancellation))?.Parts.FirstOrDefault(p => p.Sharer.Key == key)?.Sharer ?? own;
        if (command.Holder is not null && (part is null || !reach.MayFollow(found.Plan)))
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

    /// <summary>Tells of a part. The whole has begun with it, and is told done by who follows it.</summary>
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
        var followed = await FollowedAsync(command, register, cancellation);
        Begin(followed);
        if (command.Asks && !reach.MayFollow(found.Plan))
        {
            followed.Ask(true);
        }
        await foreach (var onward in OnwardAsync(command, cancellation))
        {
            Tell(await ShareAsync(onward.RegisterId, onward.PlanId, onward.Place, part, cancellation));
            Begin(onward);
            if (onward.RegisterId != register)
            {
                work.Tell(onward.RegisterId, "tasks.report", command.State.ToString(), onward.PlanId);
            }
        }
        return followed;

        void Tell(TaskShare of) => (of.Name, of.Standing) = (part.Name, found.OfPart(of.Standing).Told(command.State, found.Times, work.Today));

        void Begin(TaskFollowed whole)
        {
            if (command.State != TaskState.NotStarted && whole.Standing.On(whole.Times(found.Said), work.Today) == TaskState.NotStarted)
            {
                whole.Stand(TaskState.Doing, work.Today, found.Said);
            }
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
                Name = part.Name,
            };
            db.Add(share);
        }
        return share;
    }
}

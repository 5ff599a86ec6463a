using System.Runtime.CompilerServices;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Tasks.Report;

/// <summary>Tells how a task goes: a state, a note, and a file where there is one. Who holds it with others tells of his part.</summary>
public sealed partial class ReportProgress(AppDb db, CommandRunner runner, TasksInReach reach, TaskSharers sharers, FileStore store, Clock clock)
{
    public const int LongestText = 2000;

    public sealed record Command : Platform.Commands.Command
    {
        public required Guid PlanId { get; init; }
        public required int Place { get; init; }

        /// <summary>The version that was shown, of the task or of the part; 0 where nobody had begun. Whoever tells on top of words he has not read is shown them first.</summary>
        public required int BasedOn { get; init; }
        public required TaskState State { get; init; }
        public required string Text { get; init; }

        /// <summary>SHA-256 of a file that went first.</summary>
        public string? FileSha256 { get; init; }

        /// <summary>Whoever follows the task is asked to answer: it waits in his queue until he does.</summary>
        public bool Asks { get; init; }

        /// <summary>Noted by who follows it, in the stead of who holds it and has no account. Marked so.</summary>
        public bool InStead { get; init; }

        /// <summary>The key of one who holds the task with others and whose part is told in his stead by who follows it; who holds a part himself tells of it without naming it.</summary>
        public string? Holder { get; init; }
    }

    public async Task<Result<Guid>> Handle(Command command, CancellationToken cancellation)
    {
        if (RowId.RegisterOf(command.PlanId) is not { } register || await reach.FindAsync(command.PlanId, command.Place, cancellation) is not { } found || !reach.MayReport(found))
        {
            return Problem.NotFound("Không tìm thấy nhiệm vụ này, hoặc đây không phải việc của tài khoản này.");
        }
        if (reach.Over(found.Plan) is { } over && !(command.State is TaskState.Done or TaskState.Stopped && await reach.MayCloseAsync(found, cancellation)))
        {
            return over;
        }
        if (command.State == TaskState.Done && found.ComesAgain && found.Plan.WaitsOn(clock.Today))
        {
            return Problem.Refused(
                "tasks.ahead",
                $"Việc định kỳ của kế hoạch này tính từ năm {found.Plan.FirstYear}, nên chưa ghi “Đã xong” được. Phần đã chuẩn bị thì ghi và để “Đang làm”; việc của năm nay ghi ở kế hoạch đang thực hiện."
            );
        }
        var part = await PartAsync(command, found, cancellation);
        if (part is { Ok: false, Problem: { } notPart })
        {
            return notPart;
        }
        if (string.IsNullOrWhiteSpace(command.Text) || command.Text.Length > LongestText)
        {
            return Problem.Invalid("tasks.text", $"Hãy ghi đã làm được gì, còn vướng gì, nhiều nhất {LongestText} ký tự.", nameof(command.Text));
        }
        if (command.Asks && !found.WholeIsOpen && !reach.MayAnswer(found))
        {
            return Problem.Refused(
                "tasks.asks",
                "Cả việc này đã khép lại nên câu hỏi không tới được người giao. Hãy bỏ dấu “Cần người giao việc trả lời” rồi ghi, hoặc hỏi trực tiếp người theo dõi kế hoạch."
            );
        }
        if (!Enum.IsDefined(command.State))
        {
            return Problem.Invalid("tasks.state", "Hãy chọn nhiệm vụ đang ở bước nào.", nameof(command.State));
        }
        if (command is { InStead: true, Holder: null } && (!reach.MayFollow(found.Plan) || found.Followed is not ({ OrganisationId: not null } or { OwnerRole: not null })))
        {
            return Problem.Invalid("tasks.stead", "Chỉ người giao việc ghi thay được, và chỉ khi việc đã giao cho một vai hoặc một đơn vị.", nameof(command.InStead));
        }
        return await runner.Run<Guid>(command, register, work => NoteAsync(command, found, part.Value, register, work, cancellation), cancellation);
    }

    private async Task<Result<Guid>> NoteAsync(Command command, TaskCase found, Sharer? part, int register, Work work, CancellationToken cancellation)
    {
        // In the transaction: nobody lets the file go before the note that names it is written.
        if (command.FileSha256 is { } hash && await store.FindAsync(register, hash, cancellation) is null)
        {
            return Problem.Invalid("file_unknown", "Máy chủ chưa có tệp này: hãy gửi lại tệp.", nameof(command.FileSha256));
        }
        var told = part is null ? await TellAsync(command, found, register, work, cancellation) : await TellPartAsync(command, found, part, register, work, cancellation);
        if (told.Problem is { } problem)
        {
            return problem;
        }
        // Who follows a task tells no part but that of another.
        var inStead = part is not null && reach.MayFollow(found.Plan);
        var note = new TaskNote
        {
            RegisterId = register,
            Id = RowId.New(register),
            PlanId = command.PlanId,
            Place = command.Place,
            At = work.Now,
            By = work.Actor.AccountId,
            ByName = work.Actor.Name,
            State = command.State,
            Text = command.Text.Trim(),
            FileSha256 = command.FileSha256,
            Asks = command.Asks && !reach.MayAnswer(found),
            ByFollower = reach.MayAnswer(found),
            InSteadOf =
                inStead ? part?.Kept
                : command.InStead ? await HolderAsync(told.Value, cancellation)
                : null,
            PartOf = inStead ? null : part?.Kept,
        };
        db.Add(note);
        work.Role = (inStead ? reach.GrantToFollow(found.Plan) : reach.GrantToReport(found))?.Role;
        work.OnBehalfOf =
            inStead ? part?.OrganisationId
            : command.InStead ? told.Value.OrganisationId
            : null;
        work.Tell(register, "tasks.report", command.State.ToString(), command.PlanId, note.Id);
        return note.Id;
    }

    /// <summary>Tells of the whole.</summary>
    private async Task<Result<TaskFollowed>> TellAsync(Command command, TaskCase found, int register, Work work, CancellationToken cancellation)
    {
        var followed = await FollowedAsync(command, register, cancellation);
        if (followed.Version != command.BasedOn)
        {
            return Problem.Stale;
        }
        if (command.BasedOn > 0)
        {
            // A note that leaves the state as it is makes what was shown older all the same.
            db.Entry(followed).State = EntityState.Modified;
        }
        var follows = reach.MayAnswer(found);
        followed.Stand(command.State, work.Today, found.Said);
        // A question stands until whoever follows the task says a word, or it is over; and so does that it was done.
        followed.Ask(command.State is TaskState.NotStarted or TaskState.Doing && (follows ? command.InStead && followed.Asking : command.Asks || followed.Asking));
        followed.TellDone(command.State == TaskState.Done && !follows);
        // Later plans that have not begun yet take it over as it stands on the day they begin.
        await foreach (var onward in OnwardAsync(command, cancellation))
        {
            // Done is the day that the earlier plan named, not the first one of the later.
            onward.Stand(command.State, work.Today, found.Said);
            onward.Ask(followed.Asking);
            onward.TellDone(followed.ToldDone);
            if (onward.RegisterId != register)
            {
                work.Tell(onward.RegisterId, "tasks.report", command.State.ToString(), onward.PlanId);
            }
        }
        return followed;
    }

    /// <summary>What is followed of the task, begun where nobody had.</summary>
    private async Task<TaskFollowed> FollowedAsync(Command command, int register, CancellationToken cancellation)
    {
        var followed = await db.Set<TaskFollowed>().SingleOrDefaultAsync(f => f.RegisterId == register && f.PlanId == command.PlanId && f.Place == command.Place, cancellation);
        if (followed is null)
        {
            followed = new TaskFollowed
            {
                RegisterId = register,
                PlanId = command.PlanId,
                Place = command.Place,
            };
            db.Add(followed);
        }
        return followed;
    }

    /// <summary>The tasks of later plans by which it goes on, one after the other.</summary>
    private async IAsyncEnumerable<TaskFollowed> OnwardAsync(Command command, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (
            var onward = await reach.OnwardAsync(command.PlanId, command.Place, cancellation);
            onward is not null;
            onward = await reach.OnwardAsync(onward.PlanId, onward.Place, cancellation)
        )
        {
            yield return onward;
        }
    }

    private async Task<string?> HolderAsync(TaskFollowed followed, CancellationToken cancellation)
    {
        var register = followed.OrganisationId is { } id ? RowId.RegisterOf(id) : null;
        return await db.Set<Organisation>().Where(o => o.RegisterId == register && o.Id == followed.OrganisationId).Select(o => o.Name).SingleOrDefaultAsync(cancellation)
            ?? (followed.OwnerRole is { } role ? RoleWords.Of(role) : null);
    }
}

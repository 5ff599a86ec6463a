using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Calendar.Settle;

/// <summary>Tells that a deadline of a plan was kept, or need not be any more, or takes that back: one time it comes, not all of them.</summary>
public sealed class SettleDeadline(AppDb db, CommandRunner runner, PlansInReach plans, SettledDeadlines settled, AreaTree tree, IPlaceAreas places)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid PlanId { get; init; }

        /// <summary>The place of the deadline in the plan.</summary>
        public required int Place { get; init; }

        /// <summary>Which time it is, as the calendar names it.</summary>
        public required string Occurrence { get; init; }

        /// <summary>The commune that tells it of a plan of the level above, for itself; null for whose plan it is.</summary>
        public int? AreaId { get; init; }

        /// <summary>The version that was shown; 0 where nobody had said anything.</summary>
        public required int BasedOn { get; init; }
        public required DeadlineState State { get; init; }

        /// <summary>When it was done; today where nobody says so.</summary>
        public DateOnly? On { get; init; }

        /// <summary>The number of the report that was sent, or the reason why nothing is needed.</summary>
        public string? Note { get; init; }
    }

    public async Task<Result<int>> Handle(Command command, CancellationToken cancellation)
    {
        if (await FindAsync(command, cancellation) is not { } plan || tree.Find(AreaOf(command, plan)) is not { } area || !settled.MayTell(plan, area.Id))
        {
            return Problem.NotFound("Không tìm thấy hạn này, hoặc tài khoản này không được ghi cho nó.");
        }
        if ((area.Id == plan.AreaId ? plan.RegisterId : area.HomeRegisterId) is not { } home || !Enum.IsDefined(command.State))
        {
            return Problem.NotFound();
        }
        if (command.Note is { Length: > SettledDeadline.LongestNote })
        {
            return Problem.Invalid("calendar.note", $"Ghi chú dài {command.Note.Length} ký tự, nhiều nhất là {SettledDeadline.LongestNote}: hãy viết ngắn lại.", "Note");
        }
        if (command.State == DeadlineState.NotNeeded && string.IsNullOrWhiteSpace(command.Note))
        {
            return Problem.Invalid("calendar.reason", "Hãy ghi vì sao hạn này không cần nữa.", "Note");
        }
        return await runner.Run<int>(command, home, work => TellAsync(command, plan, area, home, work, cancellation), cancellation);
    }

    private int AreaOf(Command command, Plan plan) => command.AreaId is { } area && settled.IsOfTheLevelAbove(plan, area) ? area : plan.AreaId;

    private async Task<Result<int>> TellAsync(Command command, Plan plan, Area area, int register, Work work, CancellationToken cancellation)
    {
        var on = command.On ?? work.Today;
        if (on > work.Today || on < plan.HoldsFrom || on.Year < 2000)
        {
            return Problem.Invalid("calendar.on", "Ngày xong không sau hôm nay và không trước ngày kế hoạch bắt đầu.", "On");
        }
        var told = await db.Set<SettledDeadline>()
            .SingleOrDefaultAsync(
                s => s.RegisterId == register && s.PlanId == plan.Id && s.Place == command.Place && s.Occurrence == command.Occurrence && s.AreaId == area.Id,
                cancellation
            );
        if ((told?.Version ?? 0) != command.BasedOn)
        {
            return Problem.Stale;
        }
        if (told is null)
        {
            if (command.State == DeadlineState.Open)
            {
                return Problem.Refused("calendar.open", "Hạn này chưa ai ghi là xong: không có gì để lấy lại.");
            }
            told = new SettledDeadline
            {
                RegisterId = register,
                PlanId = plan.Id,
                Place = command.Place,
                Occurrence = command.Occurrence,
                AreaId = area.Id,
            };
            db.Add(told);
        }
        var grant = settled.GrantFor(plan, area.Id);
        var note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim();
        told.Tell(command.State, on, note, work.Now, work.Actor.AccountId, work.Actor.Name, grant is null ? null : places.OfficeOf(grant));
        work.Role = grant?.Role;
        work.Tell(register, "calendar.settle", command.State.ToString(), plan.Id);
        return command.BasedOn + 1;
    }

    /// <summary>The plan, if it asks for the deadline at that time.</summary>
    private async Task<Plan?> FindAsync(Command command, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(command.PlanId);
        var plan = await plans
            .Query()
            .Include(p => p.Deadlines.Where(d => d.Place == command.Place))
            .SingleOrDefaultAsync(p => p.RegisterId == register && p.Id == command.PlanId, cancellation);
        return
            plan?.Deadlines is [var deadline]
            && int.TryParse(command.Occurrence.Split('-')[0], out var year)
            && year is >= 2000 and <= 2100
            && deadline.TimesIn(year).Any(time => time.Name == command.Occurrence && PlanDates.IsAskedOn(plan, deadline, time.LastDay))
            ? plan
            : null;
    }
}

using DenSach.Modules.Areas;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Coordination.Committees;

/// <summary>Corrects what was written wrongly of a member, also of one whose term ended. The audit tells which member it was, by the number.</summary>
public sealed class CorrectMember(AppDb db, CommandRunner runner, CoordinationInReach reach)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid CommitteeId { get; init; }

        /// <summary>The version that was shown.</summary>
        public required int BasedOn { get; init; }
        public required int Member { get; init; }
        public required string? Name { get; init; }
        public string? Office { get; init; }
        public required string? Position { get; init; }
        public required DateOnly From { get; init; }

        /// <summary>The first day on which the member no longer sits; null for who still does.</summary>
        public DateOnly? To { get; init; }
    }

    public Task<Result<int>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.CommitteeId) is { } register
            ? runner.Run<int>(command, register, work => CorrectAsync(command, register, work, cancellation), cancellation)
            : Task.FromResult<Result<int>>(Problem.NotFound());

    private async Task<Result<int>> CorrectAsync(Command command, int register, Work work, CancellationToken cancellation)
    {
        var committee = await db.Set<SteeringCommittee>().SingleOrDefaultAsync(c => c.RegisterId == register && c.Id == command.CommitteeId, cancellation);
        if (committee is null || !reach.MayKeep(committee.AreaId))
        {
            return Problem.NotFound();
        }
        if (committee.Version != command.BasedOn)
        {
            return Problem.Stale;
        }
        if (committee.To is { } dissolved)
        {
            return Problem.Refused("committee.dissolved", $"Ban chỉ đạo đã giải thể từ {dissolved.Written()}: thành viên của ban chỉ còn để xem lại.");
        }
        if (committee.Members.SingleOrDefault(m => m.Number == command.Member) is not { } member)
        {
            return Problem.Invalid("committee.member", "Không có thành viên này trong ban chỉ đạo: hãy mở lại trang.", nameof(command.Member));
        }
        if ((CommitteeMember.Fault(command.Name, command.Office, command.Position) ?? DayFault(command, committee)) is { } fault)
        {
            return fault;
        }
        member.Write(command.Name!, command.Office, command.Position!, command.From, command.To);
        db.Entry(committee).State = EntityState.Modified;
        work.Role = reach.GrantToKeep(committee.AreaId)?.Role;
        work.Tell(register, "committee.members", $"member {member.Number} corrected", committee.Id);
        return committee.Version + 1;
    }

    private static Problem? DayFault(Command command, SteeringCommittee committee) =>
        command.From < committee.From || !CoordinationInReach.IsDay(command.From)
            ? Problem.Invalid("committee.day", $"Ngày vào ban phải từ ngày thành lập {committee.From.Written()} trở đi, muộn nhất là năm 2100.", nameof(command.From))
        : command.To < command.From || !CoordinationInReach.IsDay(command.To)
            ? Problem.Invalid("committee.to", $"Ngày thôi không trước ngày vào ban {command.From.Written()}, muộn nhất là năm 2100.", nameof(command.To))
        : null;
}

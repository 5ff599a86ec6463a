using DenSach.Modules.Areas;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Coordination.Committees;

/// <summary>Appoints a member, ends a member's term, or dissolves the committee. Who sat on it when stays to be read.</summary>
public sealed class ChangeMembers(AppDb db, CommandRunner runner, CoordinationInReach reach)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid CommitteeId { get; init; }

        /// <summary>The version that was shown.</summary>
        public required int BasedOn { get; init; }

        /// <summary>The member whose term ends; null to appoint one, or to dissolve the committee.</summary>
        public int? Member { get; init; }
        public bool Dissolve { get; init; }
        public string? Name { get; init; }
        public string? Office { get; init; }
        public string? Position { get; init; }

        /// <summary>From when the new member sits, or the first day on which the old one no longer does.</summary>
        public required DateOnly Day { get; init; }
    }

    public Task<Result<int>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.CommitteeId) is { } register
            ? runner.Run<int>(command, register, work => ChangeAsync(command, register, work, cancellation), cancellation)
            : Task.FromResult<Result<int>>(Problem.NotFound());

    private async Task<Result<int>> ChangeAsync(Command command, int register, Work work, CancellationToken cancellation)
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
        if (command.Day < committee.From || !CoordinationInReach.IsDay(command.Day))
        {
            return Problem.Invalid("committee.day", $"Ngày phải từ ngày thành lập {committee.From.Written()} trở đi, muộn nhất là năm 2100.", nameof(command.Day));
        }
        if (Fault(command, committee) is { } fault)
        {
            return fault;
        }
        db.Entry(committee).State = EntityState.Modified;
        work.Role = reach.GrantToKeep(committee.AreaId)?.Role;
        work.Tell(
            register,
            "committee.members",
            command.Dissolve ? "dissolved"
                : command.Member is null ? "appointed"
                : "ended",
            committee.Id
        );
        return committee.Version + 1;
    }

    private static Problem? Fault(Command command, SteeringCommittee committee)
    {
        if (command.Dissolve)
        {
            committee.Dissolve(command.Day);
            return null;
        }
        if (command.Member is { } number)
        {
            if (committee.Members.SingleOrDefault(m => m.Number == number) is not { } member || command.Day < member.From)
            {
                return Problem.Invalid("committee.member", "Không có thành viên này, hoặc ngày thôi trước ngày bắt đầu.", nameof(command.Day));
            }
            if (member.To is { } ended)
            {
                return Problem.Refused("committee.ended", $"Thành viên này đã thôi từ {ended.Written()}: nhiệm kỳ đã kết thúc thì không sửa lại.");
            }
            member.EndOn(command.Day);
            return null;
        }
        if (CommitteeMember.Fault(command.Name, command.Office, command.Position) is { } fault)
        {
            return fault;
        }
        committee.Appoint(command.Name!, command.Office, command.Position!, command.Day, null);
        return null;
    }
}

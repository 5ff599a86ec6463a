using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Coordination.Committees;

/// <summary>Sets up a steering committee by its decision; its first members may be those that the plan lists.</summary>
public sealed class FoundCommittee(AppDb db, CommandRunner runner, CoordinationInReach reach, PlansInReach plans, AreaTree tree)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required int AreaId { get; init; }
        public required string Name { get; init; }
        public string? DecisionNumber { get; init; }
        public required DateOnly From { get; init; }
        public string? PermanentBody { get; init; }

        /// <summary>The plan whose list of members is taken over.</summary>
        public Guid? PlanId { get; init; }
    }

    public async Task<Result<Guid>> Handle(Command command, CancellationToken cancellation)
    {
        if (tree.Find(command.AreaId) is not { Kind: AreaKind.Commune or AreaKind.Province, HomeRegisterId: { } register } || !reach.MayKeep(command.AreaId))
        {
            return Problem.Forbidden();
        }
        if (string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > 300)
        {
            return Problem.Invalid("committee.name", "Hãy ghi tên ban chỉ đạo, nhiều nhất 300 ký tự.", nameof(command.Name));
        }
        if (command.From.Year is < 2000 or > 2100)
        {
            return Problem.Invalid("committee.from", "Hãy ghi ngày thành lập theo quyết định, như 15/3/2026.", nameof(command.From));
        }
        if (CoordinationInReach.TooLong(command.DecisionNumber, 60) || CoordinationInReach.TooLong(command.PermanentBody, 300))
        {
            return Problem.Invalid("committee.long", "Số quyết định dài nhất 60 ký tự, cơ quan thường trực dài nhất 300: hãy viết ngắn lại.", nameof(command.DecisionNumber));
        }
        var plan = command.PlanId is { } id ? await plans.FindAsync(id, withDropped: false, cancellation) : null;
        if (command.PlanId is not null && plan is not { Members.Count: > 0 })
        {
            return Problem.Invalid("committee.plan", "Kế hoạch đã chọn không có danh sách thành viên: hãy chọn kế hoạch khác, hoặc thêm từng người.", nameof(command.PlanId));
        }
        return await runner.Run<Guid>(command, register, work => Task.FromResult(Add(command, register, plan, work)), cancellation);
    }

    private Result<Guid> Add(Command command, int register, Plan? plan, Work work)
    {
        var committee = new SteeringCommittee
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = command.AreaId,
            Name = command.Name.Trim(),
            DecisionNumber = string.IsNullOrWhiteSpace(command.DecisionNumber) ? null : command.DecisionNumber.Trim(),
            From = command.From,
            PermanentBody = string.IsNullOrWhiteSpace(command.PermanentBody) ? null : command.PermanentBody.Trim(),
        };
        foreach (var member in plan?.Members ?? [])
        {
            committee.Appoint(member.Who, null, member.Role, command.From, null);
        }
        db.Add(committee);
        work.Role = reach.GrantToKeep(command.AreaId)?.Role;
        work.Tell(register, "committee.found", "founded", committee.Id);
        return committee.Id;
    }
}

using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Object;

/// <summary>Takes down what somebody says against a posted family, until the posting ends.</summary>
public sealed class RaiseObjection(AppDb db, CommandRunner runner, Gate gate)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid AssessmentId { get; init; }
        public required string Text { get; init; }
        public string? SaidBy { get; init; }
    }

    public sealed record Raised(Guid ObjectionId);

    public async Task<Result<Raised>> Handle(Command command, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(command.Text) || command.Text.Length > 4000 ? Problem.Invalid("text", "Hãy ghi nội dung ý kiến, không quá 4.000 chữ cái.", nameof(command.Text))
        : RowId.RegisterOf(command.AssessmentId) is { } register
            ? await runner.Run<Raised>(command, register, work => RaiseAsync(work, command, register, cancellation), cancellation)
        : Problem.NotFound();

    private async Task<Result<Raised>> RaiseAsync(Work work, Command command, int register, CancellationToken cancellation)
    {
        var file = await CaseFile.LoadAsync(db, command.AssessmentId, cancellation);
        // A citizen of the same hamlet may object to a neighbour: what counts is the hamlet, not the household.
        if (file is null || (gate.GrantFor(AssessmentPermissions.Object, new Place(file.Household.AreaId)) ?? NeighbourGrant(file)) is not { } grant)
        {
            return Problem.NotFound();
        }
        var posting = await db.Set<Posting>().SingleOrDefaultAsync(p => p.RegisterId == file.Assessment.PostingRegisterId && p.Id == file.Assessment.PostingId, cancellation);
        if (file.Assessment.Status != AssessmentStatus.Posted || posting is null || posting.HasEndedOn(work.Today))
        {
            return Problem.Refused("not_posted", "Chỉ ghi được ý kiến khi hộ đang được niêm yết. Khiếu nại quyết định đã ban hành thì gửi UBND xã theo Luật Khiếu nại.");
        }
        var objection = new Objection
        {
            RegisterId = register,
            Id = RowId.New(register),
            AssessmentId = file.Assessment.Id,
            Text = command.Text.Trim(),
            SaidBy = string.IsNullOrWhiteSpace(command.SaidBy) ? null : command.SaidBy.Trim(),
            RaisedAt = work.Now,
            RaisedBy = work.Actor.AccountId,
        };
        db.Add(objection);
        work.Role = grant.Role;
        work.Tell(register, "objection.raise", "open", objection.Id, file.Assessment.Id);
        return new Raised(objection.Id);
    }

    private Grant? NeighbourGrant(CaseFile file) =>
        gate.ScopesOf(AssessmentPermissions.Object).FirstOrDefault(g => g.Scope == ScopeKind.Household && g.AreaId == file.Household.AreaId);
}

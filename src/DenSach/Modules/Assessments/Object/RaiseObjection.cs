using DenSach.Modules.Assessments.Posted;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Assessments.Object;

/// <summary>Takes down what somebody says against a posted family until the posting ends, or what a refused family says until the round is decided.</summary>
public sealed class RaiseObjection(AppDb db, CommandRunner runner, PostingBook book)
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
        if (file is null || book.GrantToObject(file) is not { } grant)
        {
            return Problem.NotFound();
        }
        if (await book.LastDayToObjectAsync(file, cancellation) is not { } last || work.Today > last)
        {
            return Problem.Refused(
                "not_posted",
                "Chỉ ghi được ý kiến khi hộ đang được niêm yết, hoặc khi hộ không đạt, không được đề nghị mà đợt chưa hết hạn quyết định. Khiếu nại quyết định đã ban hành thì gửi UBND xã theo Luật Khiếu nại."
            );
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
}

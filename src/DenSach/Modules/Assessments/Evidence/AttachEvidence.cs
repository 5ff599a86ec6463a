using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;

namespace DenSach.Modules.Assessments.Evidence;

/// <summary>Shows files for a line of a family's sheet. The files went first; the command names their hashes.</summary>
public sealed class AttachEvidence(AppDb db, CommandRunner runner, CaseDesk desk, FamilySheets sheets, FileStore store)
{
    private const int MostPerLine = 10;

    public sealed record Command : Platform.Commands.Command
    {
        public required Guid AssessmentId { get; init; }
        public required string LineId { get; init; }

        /// <summary>SHA-256 of each file, as the upload answered.</summary>
        public required IReadOnlyList<string> Files { get; init; }
        public string? Caption { get; init; }
    }

    /// <param name="EvidenceIds">In the order of the command; a file that was there already keeps its id.</param>
    /// <param name="BasedOn">The version a form showed until now.</param>
    /// <param name="Version">The one it shows from now on: a new file may change the points of what is written.</param>
    public sealed record Attached(IReadOnlyList<Guid> EvidenceIds, int BasedOn, int Version);

    /// <summary>Until the meeting has spoken: what it saw is not changed behind its back.</summary>
    public static bool IsOpen(AssessmentStatus status) => status is AssessmentStatus.Registered or AssessmentStatus.SelfAssessed or AssessmentStatus.Returned;

    public async Task<Result<Attached>> Handle(Command command, CancellationToken cancellation) =>
        command.Files is not { Count: > 0 } ? Problem.Invalid("file", "Hãy chọn ảnh hoặc tệp PDF.", "Tep")
        : RowId.RegisterOf(command.AssessmentId) is { } register
            ? await runner.Run<Attached>(command, register, work => AttachAsync(work, command, register, cancellation), cancellation)
        : Problem.NotFound();

    private async Task<Result<Attached>> AttachAsync(Work work, Command command, int register, CancellationToken cancellation)
    {
        var file = await CaseFile.LoadAsync(db, command.AssessmentId, cancellation);
        if (file is null || desk.GrantFor(file, Moves.SubmitSelf) is not { } grant)
        {
            return Problem.NotFound();
        }
        var sheet = sheets.For(file);
        if (sheet.Set.Lines.FirstOrDefault(l => l.Id == command.LineId) is not { } line)
        {
            return Problem.Invalid("line", $"Phiếu này không có mục {command.LineId}.", nameof(command.LineId));
        }
        if (Refusal(file, grant.Role) is { } refusal)
        {
            return refusal;
        }
        var here = file.Evidence.Where(e => e.LineId == line.Id).ToDictionary(e => e.Sha256);
        var ids = new List<Guid>();
        var added = new List<EvidenceFile>();
        foreach (var hash in command.Files.Distinct())
        {
            if (here.TryGetValue(hash, out var before))
            {
                ids.Add(before.Id);
                continue;
            }
            if (await store.FindAsync(register, hash, cancellation) is not { } stored)
            {
                return Problem.Invalid("file_unknown", "Máy chủ chưa có tệp này: hãy gửi tệp trước, rồi gắn vào phiếu.", nameof(command.Files));
            }
            var evidence = new EvidenceFile
            {
                RegisterId = register,
                Id = RowId.New(register),
                AssessmentId = file.Assessment.Id,
                LineId = line.Id,
                Sha256 = stored.Sha256,
                MediaType = stored.MediaType,
                Size = stored.Size,
                Caption = string.IsNullOrWhiteSpace(command.Caption) ? null : command.Caption.Trim(),
                AddedBy = work.Actor.AccountId,
                AddedAt = work.Now,
            };
            db.Add(evidence);
            added.Add(evidence);
            ids.Add(evidence.Id);
        }
        if (here.Count + added.Count > MostPerLine)
        {
            return Problem.Refused("too_many", $"Mỗi mục giữ nhiều nhất {MostPerLine} tệp; mục {line.Id} đã có {here.Count}.");
        }
        var basedOn = file.Assessment.Version;
        var changed = ScoreAgain(file with { Evidence = [.. file.Evidence, .. added] });
        work.Role = grant.Role;
        work.OnBehalfOf = grant.Role == Role.Citizen ? null : file.Household.Id;
        work.Tell(register, "evidence.attach", $"{added.Count} files", [file.Assessment.Id, .. added.Select(e => e.Id)]);
        return new Attached(ids, basedOn, changed ? basedOn + 1 : basedOn);
    }

    private Problem? Refusal(CaseFile file, Role role)
    {
        if (role != Role.Citizen && desk.IsOwn(file.Household.Id))
        {
            return Problem.Refused(Judgement.OwnCode, "Đây là hộ của chính bạn: người khác phải làm việc này (phân tách trách nhiệm).");
        }
        return IsOpen(file.Assessment.Status)
            ? null
            : Problem.Refused(
                "wrong_status",
                $"Hộ này đang ở bước “{file.Assessment.Status.InWords()}” nên không thêm minh chứng được nữa. Thẩm định có thể trả lại phiếu để bổ sung."
            );
    }

    /// <summary>What is written already may be worth more with the file; whether it is.</summary>
    private bool ScoreAgain(CaseFile file)
    {
        var (self, by) = (file.Assessment.Self, file.Assessment.SelfEnteredBy);
        if (self.IsEmpty || by is null)
        {
            return false;
        }
        var written = sheets.For(file).Write(self.Answers, self.Facts);
        if (!written.Ok || written.Value.Column == self)
        {
            return false;
        }
        file.Assessment.WriteSelf(written.Value.Column, by.Value);
        return true;
    }
}

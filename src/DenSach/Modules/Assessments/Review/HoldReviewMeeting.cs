using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Rounds;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Review;

/// <summary>Records the hamlet's meeting: a list with a verdict for each family, contested ones with their votes. All or none.</summary>
public sealed class HoldReviewMeeting(AppDb db, CommandRunner runner, CaseDesk desk, FamilySheets sheets, AreaTree tree)
{
    public sealed record Line(Guid AssessmentId, int BasedOn, bool Proposed, int? VotesFor = null, string? Reason = null);

    public sealed record Command : Platform.Commands.Command
    {
        public required Guid RoundId { get; init; }
        public required int AreaId { get; init; }
        public required DateOnly HeldOn { get; init; }
        public required string Chair { get; init; }
        public required string Secretary { get; init; }
        public required int InvitedHouseholds { get; init; }
        public required int PresentHouseholds { get; init; }
        public required IReadOnlyList<Line> Lines { get; init; }
        public string? LateReason { get; init; }

        /// <summary>Why the recorder writes down the line of the own household, there being nobody else. Without it that line is left out.</summary>
        public string? ExceptionReason { get; init; }
    }

    /// <param name="OwnLeftOut">Assessments of the recorder's own household: another of the hamlet records them.</param>
    public sealed record Held(Guid MeetingId, int Proposed, int NotProposed, IReadOnlyList<Guid>? OwnLeftOut = null);

    /// <summary>More than half of the households present: our default, no text says how many.</summary>
    public static bool Carries(int votesFor, int present) => 2 * votesFor > present;

    public async Task<Result<Held>> Handle(Command command, CancellationToken cancellation)
    {
        if (tree.Find(command.AreaId)?.HomeRegisterId is not { } register || RowId.RegisterOf(command.RoundId) is not { } roundRegister)
        {
            return Problem.NotFound();
        }
        return Fault(command) ?? await runner.Run<Held>(command, register, work => HoldAsync(work, command, register, roundRegister, cancellation), cancellation);
    }

    private static Result<Held>? Fault(Command command)
    {
        if (command.Lines is not { Count: > 0 })
        {
            return Problem.Invalid("lines", "Danh sách họp chưa có hộ nào.");
        }
        if (command.Lines.DistinctBy(l => l.AssessmentId).Count() != command.Lines.Count)
        {
            return Problem.Invalid("lines", "Danh sách họp có hộ ghi hai lần.");
        }
        if (string.IsNullOrWhiteSpace(command.Chair) || string.IsNullOrWhiteSpace(command.Secretary))
        {
            return Problem.Invalid("people", "Cần ghi người chủ trì và thư ký.", nameof(command.Chair));
        }
        if (command.PresentHouseholds < 1 || command.PresentHouseholds > command.InvitedHouseholds)
        {
            return Problem.Invalid("present", "Số hộ dự họp phải từ 1 đến số hộ được mời.", nameof(command.PresentHouseholds));
        }
        foreach (var line in command.Lines)
        {
            if (line.VotesFor is { } votes && (votes < 0 || votes > command.PresentHouseholds))
            {
                return Problem.Invalid("votes", $"Số phiếu đồng ý không thể lớn hơn số hộ dự họp ({command.PresentHouseholds}).", nameof(command.Lines));
            }
            if (line.VotesFor is { } counted && line.Proposed != Carries(counted, command.PresentHouseholds))
            {
                return Problem.Invalid(
                    "votes",
                    $"Kết luận không khớp số phiếu: {counted}/{command.PresentHouseholds} hộ đồng ý. Quá nửa số hộ dự họp thì đề nghị (quy ước mặc định của hệ thống).",
                    nameof(command.Lines)
                );
            }
        }
        return null;
    }

    private async Task<Result<Held>> HoldAsync(Work work, Command command, int register, int roundRegister, CancellationToken cancellation)
    {
        if (command.HeldOn > work.Today)
        {
            return Problem.Invalid("held_on", "Ngày họp chưa đến.", nameof(command.HeldOn));
        }
        var files = (await CaseFile.LoadAsync(db, command.Lines.Select(l => l.AssessmentId), cancellation)).ToDictionary(f => f.Assessment.Id);
        var meeting = new ReviewMeeting
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = command.AreaId,
            RoundRegisterId = roundRegister,
            RoundId = command.RoundId,
            HeldOn = command.HeldOn,
            Chair = command.Chair.Trim(),
            Secretary = command.Secretary.Trim(),
            InvitedHouseholds = command.InvitedHouseholds,
            PresentHouseholds = command.PresentHouseholds,
            RecordedAt = work.Now,
        };
        db.Add(meeting);
        var own = new List<Guid>();
        Problem? ownOnly = null;
        foreach (var line in command.Lines)
        {
            if (
                !files.TryGetValue(line.AssessmentId, out var file)
                || file.Assessment.RegisterId != register
                || file.Assessment.AreaId != command.AreaId
                || file.Assessment.RoundId != command.RoundId
            )
            {
                return Problem.NotFound();
            }
            if (file.Assessment.Version != line.BasedOn)
            {
                return Problem.Stale;
            }
            var written = sheets.For(file).Write(file.Assessment.Self.Answers, file.Assessment.Self.Facts);
            if (written.Problem is { } misfit)
            {
                return Of(file, misfit);
            }
            var (column, sheet) = written.Value;
            Condition[] holds = sheet.Outcome == Outcome.Incomplete ? [] : [Condition.SheetComplete];
            var action = line.Proposed ? Moves.Propose : Moves.NotPropose;
            var reasons = new Reasons(line.Reason, command.LateReason, command.ExceptionReason);
            if (desk.May(file, action, work.Today, reasons, holds).Problem is { Code: Judgement.OwnCode } isOwn)
            {
                ownOnly = Of(file, isOwn);
                own.Add(file.Assessment.Id);
                continue;
            }
            if (desk.IsOwn(file.Household.Id) && line.VotesFor is null && !string.IsNullOrWhiteSpace(command.ExceptionReason))
            {
                return Of(file, Problem.Invalid("own_vote", "Đây là hộ của người ghi biên bản nên phải bỏ phiếu riêng và ghi số hộ đồng ý.", nameof(command.Lines)));
            }
            file.Assessment.WriteHamlet(column);
            if (desk.Move(work, file, action, reasons, holds).Problem is { } problem)
            {
                return Of(file, problem);
            }
            db.Add(
                new ReviewLine
                {
                    RegisterId = register,
                    Id = RowId.New(register),
                    MeetingId = meeting.Id,
                    AssessmentId = file.Assessment.Id,
                    Proposed = line.Proposed,
                    Points = column.Points,
                    VotesFor = line.VotesFor,
                    Reason = line.Reason,
                }
            );
        }
        var said = command.Lines.Where(l => !own.Contains(l.AssessmentId)).ToList();
        if (said.Count == 0)
        {
            return ownOnly!;
        }
        if (NotOnThatDay(command, [.. said.Select(l => files[l.AssessmentId])]) is { } wrongDay)
        {
            return wrongDay;
        }
        var proposed = said.Count(l => l.Proposed);
        work.Tell(register, "assessment.review", $"{proposed} proposed, {said.Count - proposed} not", [meeting.Id, .. said.Select(l => l.AssessmentId)]);
        return new Held(meeting.Id, proposed, said.Count - proposed, own);
    }

    /// <summary>A meeting cannot have looked at a sheet that was handed in after it.</summary>
    private static Problem? NotOnThatDay(Command command, IReadOnlyList<CaseFile> files)
    {
        var opened = Clock.DayOf(files[0].Round.OpenedAt);
        if (command.HeldOn < opened)
        {
            return Problem.Invalid("held_on", $"Ngày họp {command.HeldOn:dd/MM/yyyy} đứng trước ngày mở đợt {opened:dd/MM/yyyy}.", nameof(command.HeldOn));
        }
        var newest = files.MaxBy(HandedIn)!;
        return command.HeldOn < Clock.DayOf(HandedIn(newest))
            ? Problem.Invalid(
                "held_on",
                $"Ngày họp {command.HeldOn:dd/MM/yyyy} đứng trước ngày hộ số {newest.Household.Number} ({newest.Household.HeadName}) nộp phiếu, {Clock.DayOf(HandedIn(newest)):dd/MM/yyyy}. "
                    + "Sửa ngày họp, hoặc để hộ đó cho cuộc họp sau.",
                nameof(command.HeldOn)
            )
            : null;
    }

    private static DateTime HandedIn(CaseFile file) => file.Steps.LastOrDefault(s => s.Action == Moves.SubmitSelf)?.At ?? file.Round.OpenedAt;

    /// <summary>Among 120 families the sentence must say which one.</summary>
    private static Problem Of(CaseFile file, Problem problem) => problem with { Sentence = $"Hộ số {file.Household.Number} ({file.Household.HeadName}): {problem.Sentence}" };
}

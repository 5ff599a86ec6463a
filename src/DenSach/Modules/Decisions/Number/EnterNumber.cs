using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;

namespace DenSach.Modules.Decisions.Number;

/// <summary>The records clerk enters number, date and the signed scan from the book: the decision is in force, its families hold the title, those of the year before end, the sums move.</summary>
public sealed class EnterNumber(AppDb db, CommandRunner runner, DecisionDesk desk, CaseDesk cases, TitlePeriods periods, GivenNumber numbers, FileStore files)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid DecisionId { get; init; }
        public required int BasedOn { get; init; }
        public required string Number { get; init; }
        public required DateOnly IssuedOn { get; init; }

        /// <summary>The scan went first, by its hash.</summary>
        public string? ScanSha256 { get; init; }

        /// <summary>Why it is issued after the round's window of decisions.</summary>
        public string? LateReason { get; init; }
    }

    public sealed record InForce(Guid DecisionId, string Number, IReadOnlyList<Guid> RecognitionIds);

    public async Task<Result<InForce>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.DecisionId) is { } register
            ? await runner.Run<InForce>(command, register, work => IssueAsync(work, command, cancellation), cancellation)
            : Problem.NotFound();

    private async Task<Result<InForce>> IssueAsync(Work work, Command command, CancellationToken cancellation)
    {
        var opened = await desk.OpenAsync(command.DecisionId, command.BasedOn, DecisionPermissions.Number, [DecisionStatus.Signed], cancellation);
        if (opened.Problem is { } refused)
        {
            return refused;
        }
        var (decision, grant) = opened.Value;
        var read = await numbers.ReadAsync(decision, command.Number, command.IssuedOn, cancellation);
        if (read.Problem is { } misread)
        {
            return misread;
        }
        var round = await desk.RoundAsync(decision, cancellation);
        var families = await desk.FamiliesAsync(decision, cancellation);
        var which = ("issued_on", "Ngày ban hành", nameof(command.IssuedOn));
        if (await desk.DayFaultAsync(families, round, command.IssuedOn, work.Today, command.LateReason, which, cancellation) is { } fault)
        {
            return fault;
        }
        if (command.ScanSha256 is { } scan && await files.FindAsync(decision.RegisterId, scan, cancellation) is null)
        {
            return Problem.Invalid("scan", "Bản quét chưa có trên máy chủ: hãy gửi tệp trước, hoặc bỏ trống ô này.", nameof(command.ScanSha256));
        }
        await periods.HoldRoundsAsync(decision, cancellation);
        var end = await periods.EndAsync(decision, round, command.IssuedOn, cancellation);
        if (end <= command.IssuedOn)
        {
            return TitlePeriods.Over(decision, end);
        }
        var holds = await desk.HoldsAsync(families, decision.RestsOnSample, work.Today, cancellation);
        var recognitions = new List<Recognition>();
        foreach (var file in families)
        {
            if (cases.Move(work, file, Moves.Recognise, new Reasons(LateReason: command.LateReason), holds[file.Assessment.Id]).Problem is { } problem)
            {
                return problem with { Sentence = $"Hộ số {file.Household.Number} ({file.Household.HeadName}): {problem.Sentence}" };
            }
            recognitions.Add(Recognise(decision, file, command.IssuedOn, end));
        }
        // Another decision may be about to recognise one of these families: what it counts for is read after that one, not beside it.
        await work.HoldAsync([decision.RegisterId, .. families.Select(f => f.Assessment.RegisterId)], cancellation);
        var ended = await periods.MovePreviousAsync(decision, round, command.IssuedOn, cancellation);
        await periods.TallyAsync(work, [.. recognitions, .. ended], cancellation);
        db.AddRange(recognitions);
        decision.Issue(read.Value, command.IssuedOn, work.Now, command.ScanSha256);
        var late = DecisionDesk.IsLate(round, command.IssuedOn) ? command.LateReason : null;
        desk.Note(work, decision, grant, "decision.issue", $"{decision.Number}, {command.IssuedOn:d/M/yyyy}", lateReason: late);
        work.Tell(decision.RegisterId, "decision.issue", $"{families.Count} families", decision.Id);
        TitlePeriods.Tell(work, decision, "recognition.begin", recognitions);
        TitlePeriods.Tell(work, decision, "recognition.end", ended);
        return new InForce(decision.Id, decision.Number!, [.. recognitions.Select(r => r.Id)]);
    }

    private static Recognition Recognise(Decision decision, CaseFile file, DateOnly from, DateOnly to) =>
        new()
        {
            RegisterId = file.Assessment.RegisterId,
            Id = RowId.New(file.Assessment.RegisterId),
            AreaId = file.Household.AreaId,
            HouseholdId = file.Household.Id,
            AssessmentId = file.Assessment.Id,
            Title = decision.Title,
            Year = decision.Year,
            DecisionRegisterId = decision.RegisterId,
            DecisionId = decision.Id,
            RestsOnSample = decision.RestsOnSample,
            From = from,
            To = to,
        };
}

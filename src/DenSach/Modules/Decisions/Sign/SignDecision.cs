using System.Globalization;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Decisions.Sign;

/// <summary>The leader signs: for every family on the list the workflow is asked whether this person may decide on it.</summary>
public sealed class SignDecision(CommandRunner runner, DecisionDesk desk, CaseDesk cases)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid DecisionId { get; init; }
        public required int BasedOn { get; init; }
        public required string SignerPosition { get; init; }
        public string? ExceptionReason { get; init; }

        /// <summary>The day on the paper, where it was signed by hand before this was recorded; today if none is said.</summary>
        public DateOnly? SignedOn { get; init; }

        /// <summary>Why it is signed after the round's window of decisions.</summary>
        public string? LateReason { get; init; }
    }

    public sealed record Signed(Guid DecisionId, int Families);

    public async Task<Result<Signed>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.DecisionId) is { } register
            ? await runner.Run<Signed>(command, register, work => SignAsync(work, command, cancellation), cancellation)
            : Problem.NotFound();

    private async Task<Result<Signed>> SignAsync(Work work, Command command, CancellationToken cancellation)
    {
        var opened = await desk.OpenAsync(command.DecisionId, command.BasedOn, DecisionPermissions.Sign, [DecisionStatus.Submitted], cancellation);
        if (opened.Problem is { } refused)
        {
            return refused;
        }
        var (decision, grant) = opened.Value;
        if (string.IsNullOrWhiteSpace(command.SignerPosition))
        {
            return Problem.Invalid("position", "Cần ghi chức vụ người ký.", nameof(command.SignerPosition));
        }
        var files = await desk.FamiliesAsync(decision, cancellation);
        var round = await desk.RoundAsync(decision, cancellation);
        var on = command.SignedOn ?? work.Today;
        if (await desk.DayFaultAsync(files, round, on, work.Today, command.LateReason, ("signed_on", "Ngày ký", nameof(command.SignedOn)), cancellation) is { } fault)
        {
            return fault;
        }
        var holds = await desk.HoldsAsync(files, decision.RestsOnSample, work.Today, cancellation);
        foreach (var file in files)
        {
            if (cases.Move(work, file, Moves.Sign, new Reasons(ExceptionReason: command.ExceptionReason), holds[file.Assessment.Id]).Problem is { } problem)
            {
                var way = problem.Code == "own_household" ? " Bạn có thể đưa hộ này ra khỏi danh sách để cấp phó ký một quyết định khác." : "";
                return problem with { Sentence = $"Hộ số {file.Household.Number} ({file.Household.HeadName}): {problem.Sentence}{way}" };
            }
        }
        decision.Sign(work.Actor.AccountId, work.Actor.Name, command.SignerPosition.Trim(), work.Now, on);
        var late = DecisionDesk.IsLate(round, on) ? command.LateReason : null;
        desk.Note(work, decision, grant, "decision.sign", on == work.Today ? null : on.ToString("d/M/yyyy", CultureInfo.InvariantCulture), command.ExceptionReason, late);
        work.Tell(decision.RegisterId, "decision.sign", $"{files.Count} families", decision.Id);
        foreach (var hamlet in files.GroupBy(f => f.Assessment.RegisterId).Where(g => g.Key != decision.RegisterId))
        {
            work.Tell(hamlet.Key, "assessment.sign", $"{hamlet.Count()} families", [decision.Id, .. hamlet.Select(f => f.Assessment.Id)]);
        }
        return new Signed(decision.Id, files.Count);
    }
}

using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions.Number;

/// <summary>
/// The records clerk corrects a slip of the pen in number or date as they were copied from the book, with a reason, within some days. What was entered before stays in the
/// history. Periods and sums follow the date. The decision itself is not corrected by this: that takes another decision.
/// </summary>
public sealed class CorrectNumber(AppDb db, CommandRunner runner, DecisionDesk desk, TitlePeriods periods, GivenNumber numbers)
{
    /// <summary>Days after the entry: long enough to find a slip when the papers go out, too short to re-date a year. Our default.</summary>
    public const int Days = 5;

    public sealed record Command : Platform.Commands.Command
    {
        public required Guid DecisionId { get; init; }
        public required int BasedOn { get; init; }
        public required string Number { get; init; }
        public required DateOnly IssuedOn { get; init; }
        public string? Reason { get; init; }
        public string? LateReason { get; init; }
    }

    public sealed record Corrected(Guid DecisionId, string Number, DateOnly IssuedOn);

    public static bool IsOpen(Decision decision, DateOnly today) => decision is { Status: DecisionStatus.InForce, NumberedAt: { } at } && today <= Clock.DayOf(at).AddDays(Days);

    public async Task<Result<Corrected>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.DecisionId) is { } register
            ? await runner.Run<Corrected>(command, register, work => CorrectAsync(work, command, cancellation), cancellation)
            : Problem.NotFound();

    private async Task<Result<Corrected>> CorrectAsync(Work work, Command command, CancellationToken cancellation)
    {
        var opened = await desk.OpenAsync(command.DecisionId, command.BasedOn, DecisionPermissions.Number, [DecisionStatus.InForce], cancellation);
        if (opened.Problem is { } refused)
        {
            return refused;
        }
        var (decision, grant) = opened.Value;
        if (!IsOpen(decision, work.Today))
        {
            return Problem.Refused(
                "too_late_to_correct",
                $"Số và ngày chỉ sửa được trong {Days} ngày sau khi nhập. Nay đã quá hạn: văn bản sai thì đính chính hoặc thay bằng quyết định khác."
            );
        }
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return Problem.Invalid("reason", "Cần ghi vì sao sửa số hoặc ngày.", nameof(command.Reason));
        }
        var read = await numbers.ReadAsync(decision, command.Number, command.IssuedOn, cancellation);
        if (read.Problem is { } misread)
        {
            return misread;
        }
        var round = await desk.RoundAsync(decision, cancellation);
        var families = await desk.FamiliesAsync(decision, cancellation);
        var which = ("issued_on", "Ngày ban hành", nameof(command.IssuedOn));
        if (await desk.DayFaultAsync(families, round, command.IssuedOn, work.Today, command.LateReason ?? command.Reason, which, cancellation) is { } fault)
        {
            return fault;
        }
        var before = $"{decision.Number}, {decision.IssuedOn:d/M/yyyy}";
        if (command.IssuedOn != decision.IssuedOn)
        {
            await periods.HoldRoundsAsync(decision, cancellation);
            var end = await periods.EndAsync(decision, round, command.IssuedOn, cancellation);
            if (end <= command.IssuedOn)
            {
                return TitlePeriods.Over(decision, end);
            }
            var own = await db.Set<Recognition>().Where(r => r.DecisionRegisterId == decision.RegisterId && r.DecisionId == decision.Id).ToListAsync(cancellation);
            own.ForEach(r => r.Begin(command.IssuedOn, end));
            var moved = await periods.MovePreviousAsync(decision, round, command.IssuedOn, cancellation);
            await periods.TallyAsync(work, [.. own, .. moved], cancellation);
            TitlePeriods.Tell(work, decision, "recognition.correct", [.. own, .. moved]);
        }
        decision.Correct(read.Value, command.IssuedOn);
        desk.Note(work, decision, grant, "decision.correct_number", $"{before} → {decision.Number}, {command.IssuedOn:d/M/yyyy}", command.Reason);
        work.Tell(decision.RegisterId, "decision.correct_number", "corrected", decision.Id);
        return new Corrected(decision.Id, decision.Number!, command.IssuedOn);
    }
}

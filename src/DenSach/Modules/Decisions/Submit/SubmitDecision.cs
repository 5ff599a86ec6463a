using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Decisions.Submit;

/// <summary>Puts a draft before the leader, takes it back to a draft, or drops it.</summary>
public sealed class SubmitDecision(CommandRunner runner, DecisionDesk desk, Gate gate)
{
    public enum Step
    {
        Submit,
        SendBack,
        Withdraw,
    }

    public sealed record Command : Platform.Commands.Command
    {
        public required Guid DecisionId { get; init; }
        public required int BasedOn { get; init; }
        public required Step Step { get; init; }
        public string? Reason { get; init; }
    }

    public sealed record Done(Guid DecisionId, DecisionStatus Status);

    public async Task<Result<Done>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.DecisionId) is { } register
            ? await runner.Run<Done>(command, register, work => SubmitAsync(work, command, cancellation), cancellation)
            : Problem.NotFound();

    private async Task<Result<Done>> SubmitAsync(Work work, Command command, CancellationToken cancellation)
    {
        // The leader sends back what was put before him; once it is signed and a name turns out wrong, the clerk may too. The rest is the drafter's.
        var (permission, from) =
            command.Step == Step.SendBack
                ? (DecisionPermissions.SendBack, new[] { DecisionStatus.Submitted, DecisionStatus.Signed })
                : (DecisionPermissions.Draft, [DecisionStatus.Draft]);
        var opened = await desk.OpenAsync(command.DecisionId, command.BasedOn, permission, from, cancellation);
        if (opened.Problem is { } problem)
        {
            return problem;
        }
        if (command.Step == Step.SendBack && opened.Value.Decision.Status == DecisionStatus.Submitted && !gate.Allows(DecisionPermissions.Sign, opened.Value.Decision.AreaId))
        {
            return Problem.Refused("wrong_status", "Quyết định chưa ký thì lãnh đạo trả lại; văn thư chỉ trả lại quyết định đã ký mà chưa cấp số.");
        }
        if (command.Step == Step.SendBack && string.IsNullOrWhiteSpace(command.Reason))
        {
            return Problem.Invalid("reason", "Cần ghi lý do trả lại.", nameof(command.Reason));
        }
        var (decision, grant) = opened.Value;
        switch (command.Step)
        {
            case Step.Submit:
                decision.Submit();
                break;
            case Step.SendBack:
                decision.SendBack(command.Reason!.Trim());
                break;
            default:
                decision.Withdraw();
                break;
        }
        desk.Note(work, decision, grant, $"decision.{ModelWords(command.Step)}", reason: command.Step == Step.SendBack ? command.Reason : null);
        work.Tell(decision.RegisterId, $"decision.{ModelWords(command.Step)}", decision.Status.ToString(), decision.Id);
        return new Done(decision.Id, decision.Status);
    }

    private static string ModelWords(Step step) =>
        step switch
        {
            Step.Submit => "submit",
            Step.SendBack => "send_back",
            _ => "withdraw",
        };
}

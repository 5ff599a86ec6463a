using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects the head of a plan by hand: number, date, issuer, title, period, who signed. What it replaced ends when it now begins (<see cref="ChangePlan"/>).</summary>
public sealed class CorrectFacts(ChangePlan plans)
{
    public sealed record Command : PlanCommand
    {
        public required PlanFacts Facts { get; init; }
    }

    public async Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation)
    {
        if (command.Facts.Fault() is { } fault)
        {
            return fault;
        }
        return await plans.RunAsync(
            command,
            "plan.facts",
            (plan, work) =>
            {
                plan.Correct(command.Facts, work.Now);
                return (Result<int?>)(int?)null;
            },
            cancellation
        );
    }
}

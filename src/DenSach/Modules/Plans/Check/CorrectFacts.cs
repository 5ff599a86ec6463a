using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects the head of a plan by hand: number, date, issuer, title, period, who signed. What it replaced ends when it now begins.</summary>
public sealed class CorrectFacts(AppDb db, ChangePlan plans)
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
            async (plan, work) =>
            {
                var begun = plan.RunsFrom;
                plan.Correct(command.Facts, work.Now);
                await MoveEndAsync(plan, begun, work, cancellation);
                return (Result<int?>)(int?)null;
            },
            cancellation
        );
    }

    /// <summary>The plan that this one replaced, where its end is still the one that this one set.</summary>
    private async Task MoveEndAsync(Plan plan, DateOnly? begun, Work work, CancellationToken cancellation)
    {
        if (plan is not { IsDraft: false, EndedOn: null, RunsFrom: not null, ReplacesId: { } id } || begun is null)
        {
            return;
        }
        var register = RowId.RegisterOf(id);
        if (await db.Set<Plan>().SingleOrDefaultAsync(p => p.RegisterId == register && p.Id == id && p.EndedOn == begun, cancellation) is not { } earlier)
        {
            return;
        }
        plan.Replace(earlier, work.Today);
        if (earlier.RegisterId != plan.RegisterId)
        {
            work.Tell(earlier.RegisterId, "plan.replaced", "ended", earlier.Id, plan.Id);
        }
    }
}

using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans.Check;

/// <summary>Somebody looked at what the reader doubted, and settled it or left it as it is.</summary>
public sealed class SettleDoubt(ChangePlan plans)
{
    public sealed record Command : PlanCommand
    {
        public required int Place { get; init; }
        public required bool Settled { get; init; }

        /// <summary>And with it every doubt of the same words that was in the same state.</summary>
        public bool Alike { get; init; }
    }

    public Task<Result<PlanChanged>> Handle(Command command, CancellationToken cancellation) =>
        plans.RunAsync(
            command,
            "plan.doubt",
            (plan, _) =>
            {
                if (plan.Doubts.SingleOrDefault(d => d.Place == command.Place) is not { } doubt)
                {
                    return Problem.NotFound("Không có chỗ này trong kế hoạch.");
                }
                var alike = command.Alike ? plan.Doubts.Where(d => d.Message == doubt.Message && d.Settled == doubt.Settled).ToList() : [doubt];
                alike.ForEach(d => d.Settle(command.Settled));
                return (int?)command.Place;
            },
            cancellation
        );
}

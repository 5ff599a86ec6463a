using DenSach.Modules.Plans.List;
using DenSach.Modules.Plans.Load;
using DenSach.Modules.Plans.View;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans;

/// <summary>Plans for programs.</summary>
internal static class PlansApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var plans = endpoints.MapGroup("/api/plans").WithTags("plans");
        plans
            .MapGet("", async (PlanList list, CancellationToken cancellation) => Results.Ok(await list.AllAsync(cancellation)))
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .WithSummary("The plans within reach")
            .Produces<IReadOnlyList<PlanLine>>();
        plans
            .MapGet("/{id:guid}", async (Guid id, PlanCard card, CancellationToken cancellation) => (await card.AnswerAsync(id, cancellation)).ToHttp())
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .WithSummary("A plan with its targets, deadlines and what is in doubt")
            .Produces<PlanAnswer>();
        plans
            .MapPost("", async (LoadPlan.Command command, LoadPlan load, CancellationToken cancellation) => (await load.Handle(command, cancellation)).ToHttp())
            .WithMetadata(new NeedsAttribute(PlansModule.Load))
            .WithSummary("Takes in the plan of a commune or province from its text")
            .Produces<LoadPlan.Loaded>();
    }
}

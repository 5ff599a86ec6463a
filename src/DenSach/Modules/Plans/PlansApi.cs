using DenSach.Modules.Plans.Check;
using DenSach.Modules.Plans.List;
using DenSach.Modules.Plans.Load;
using DenSach.Modules.Plans.Original;
using DenSach.Modules.Plans.View;
using DenSach.Modules.Plans.Write;
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
            .MapGet(
                "",
                async (string? words, PlanState? state, int? area, int? year, PlanOrder? order, int? page, PlanList list, CancellationToken cancellation) =>
                {
                    var asked = page ?? 1;
                    var found = await list.PageAsync(new PlanFilter(words, state, area, year, order ?? PlanOrder.Newest, asked), cancellation);
                    // Who pages on until nothing comes must come to an end.
                    return Results.Ok(asked <= found.Pages ? found : found with { Lines = [], Page = asked });
                }
            )
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .WithSummary("The plans within reach, 25 a page; behind the last page none")
            .Produces<PlanPageOf>();
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
        plans
            .MapPost("/written", async (WritePlan.Command command, WritePlan write, CancellationToken cancellation) => (await write.Handle(command, cancellation)).ToHttp())
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .WithSummary("Begins a plan, from nothing or after the plan above: a draft")
            .Produces<PlanChanged>();
        Change<CorrectTarget.Command>("/target", "Corrects or adds a target", (c, s) => s.GetRequiredService<CorrectTarget>().Handle(c, default));
        Change<CorrectDeadline.Command>("/deadline", "Corrects or adds a deadline", (c, s) => s.GetRequiredService<CorrectDeadline>().Handle(c, default));
        Change<CorrectTask.Command>("/task", "Corrects or adds a task", (c, s) => s.GetRequiredService<CorrectTask>().Handle(c, default));
        Change<CorrectFacts.Command>("/facts", "Corrects number, date, issuer, title, period and signature", (c, s) => s.GetRequiredService<CorrectFacts>().Handle(c, default));
        Change<DropItem.Command>("/drop", "Leaves an item out, or takes it back", (c, s) => s.GetRequiredService<DropItem>().Handle(c, default));
        Change<ReapplyChanges.Command>(
            "/reapply",
            "Does to a plan again what a person had done to an earlier edition of it",
            (c, s) => s.GetRequiredService<ReapplyChanges>().Handle(c, default)
        );
        Change<SettleDoubt.Command>("/doubt", "Settles what the reader doubted", (c, s) => s.GetRequiredService<SettleDoubt>().Handle(c, default));
        Change<ConfirmPlan.Command>("/confirm", "Puts a checked draft in force", (c, s) => s.GetRequiredService<ConfirmPlan>().Handle(c, default));
        Change<EndPlan.Command>("/end", "Throws a draft away, or withdraws a plan with a reason", (c, s) => s.GetRequiredService<EndPlan>().Handle(c, default));

        endpoints
            .MapGet("/ke-hoach/{id:guid}/tep", (Guid id, OriginalPaper paper, HttpContext http) => OriginalPaper.AnswerAsync(paper.FileAsync(id, http.RequestAborted), http))
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .ExcludeFromDescription();
        endpoints
            .MapGet("/ke-hoach/{id:guid}/toan-van", (Guid id, OriginalPaper paper, HttpContext http) => OriginalPaper.AnswerAsync(paper.TextAsync(id, http.RequestAborted), http))
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .ExcludeFromDescription();

        void Change<T>(string path, string summary, Func<T, IServiceProvider, Task<Result<PlanChanged>>> handle)
            where T : PlanCommand =>
            plans
                .MapPost(path, async (T command, HttpContext http) => (await handle(command, http.RequestServices)).ToHttp())
                .WithMetadata(new NeedsAttribute(PlansModule.Read))
                .WithSummary(summary)
                .Produces<PlanChanged>();
    }
}

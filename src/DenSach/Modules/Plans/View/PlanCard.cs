using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans.View;

public sealed record TargetAnswer(
    int Place,
    int? Year,
    string Asked,
    decimal Value,
    string Unit,
    Papers.Plans.PlanSubject Subject,
    string? Title,
    string Measure,
    bool OfParent,
    PlanItemOrigin Origin,
    int[] Span
);

public sealed record DeadlineAnswer(int Place, string Said, string What, string? SentTo, DateOnly? NextLastDay, int[] Span);

/// <param name="Product">What is to come of it; null where the plan names nothing.</param>
public sealed record TaskAnswer(
    int Place,
    string Lead,
    string Role,
    IReadOnlyList<string> Partners,
    string What,
    string? Product,
    PlanItemOrigin Origin,
    int? DeadlinePlace,
    int[] Span
);

public sealed record DoubtAnswer(string Code, string Message, int[] Span);

public sealed record PlanAnswer(
    Guid Id,
    int Version,
    bool IsDraft,
    int AreaId,
    string? Number,
    DateOnly? IssuedOn,
    string? IssuedPartial,
    string? Issuer,
    string Title,
    int? FirstYear,
    int? LastYear,
    string? TextSha256,
    IReadOnlyList<TargetAnswer> Targets,
    IReadOnlyList<DeadlineAnswer> Deadlines,
    IReadOnlyList<TaskAnswer> Tasks,
    IReadOnlyList<DoubtAnswer> Doubts
);

/// <summary>One plan with everything in it.</summary>
public sealed class PlanCard(PlansInReach reach, Platform.Hosting.Clock clock)
{
    public async Task<Result<Plan>> OpenAsync(Guid id, CancellationToken cancellation) =>
        await reach.FindAsync(id, withDropped: false, cancellation) is { } plan ? plan : Problem.NotFound("Không tìm thấy kế hoạch này, hoặc tài khoản này không được xem.");

    public async Task<Result<PlanAnswer>> AnswerAsync(Guid id, CancellationToken cancellation)
    {
        var opened = await OpenAsync(id, cancellation);
        if (opened.Problem is { } problem)
        {
            return problem;
        }
        var plan = opened.Value;
        return new PlanAnswer(
            plan.Id,
            plan.Version,
            plan.IsDraft,
            plan.AreaId,
            plan.Number,
            plan.IssuedOn,
            plan.IssuedPartial,
            plan.Issuer,
            plan.Title,
            plan.FirstYear,
            plan.LastYear,
            plan.TextSha256,
            [
                .. plan.Targets.Select(t => new TargetAnswer(
                    t.Place,
                    t.Year,
                    t.Asked,
                    t.Value,
                    t.Unit,
                    t.Subject,
                    t.Title,
                    t.Measure,
                    t.OfParent,
                    t.Origin,
                    [t.SpanStart, t.SpanEnd]
                )),
            ],
            [.. plan.Deadlines.Select(d => new DeadlineAnswer(d.Place, d.Said, d.What, d.SentTo, plan.NextLastDay(d, clock.Today), [d.SpanStart, d.SpanEnd]))],
            [.. plan.Tasks.Select(t => new TaskAnswer(t.Place, t.Lead, t.Role, t.PartnerList, t.What, t.Product, t.Origin, t.DeadlinePlace, [t.SpanStart, t.SpanEnd]))],
            [.. plan.Doubts.Select(d => new DoubtAnswer(d.Code, d.Message, [d.SpanStart, d.SpanEnd]))]
        );
    }
}

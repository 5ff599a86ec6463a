using DenSach.Modules.Areas;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

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
    int[] Span
);

public sealed record DeadlineAnswer(int Place, string Said, string What, string? SentTo, DateOnly? NextLastDay, int[] Span);

public sealed record DoubtAnswer(string Code, string Message, int[] Span);

public sealed record PlanAnswer(
    Guid Id,
    int AreaId,
    string? Number,
    DateOnly? IssuedOn,
    string? IssuedPartial,
    string? Issuer,
    string Title,
    int? FirstYear,
    int? LastYear,
    string TextSha256,
    IReadOnlyList<TargetAnswer> Targets,
    IReadOnlyList<DeadlineAnswer> Deadlines,
    IReadOnlyList<DoubtAnswer> Doubts
);

/// <summary>One plan with everything read from it.</summary>
public sealed class PlanCard(PlansInReach reach, Platform.Hosting.Clock clock)
{
    public async Task<Result<Plan>> OpenAsync(Guid id, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(id);
        var plan = await reach
            .Query()
            .Include(p => p.Received)
            .Include(p => p.Targets.OrderBy(t => t.Place))
            .Include(p => p.Deadlines.OrderBy(d => d.Place))
            .Include(p => p.Doubts.OrderBy(d => d.Place))
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.RegisterId == register && p.Id == id, cancellation);
        return plan is null ? Problem.NotFound("Không tìm thấy kế hoạch này, hoặc tài khoản này không được xem.") : plan;
    }

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
            plan.AreaId,
            plan.Number,
            plan.IssuedOn,
            plan.IssuedPartial,
            plan.Issuer,
            plan.Title,
            plan.FirstYear,
            plan.LastYear,
            plan.TextSha256,
            [.. plan.Targets.Select(t => new TargetAnswer(t.Place, t.Year, t.Asked, t.Value, t.Unit, t.Subject, t.Title, t.Measure, t.OfParent, [t.SpanStart, t.SpanEnd]))],
            [.. plan.Deadlines.Select(d => new DeadlineAnswer(d.Place, d.Said, d.What, d.SentTo, d.NextLastDay(clock.Today), [d.SpanStart, d.SpanEnd]))],
            [.. plan.Doubts.Select(d => new DoubtAnswer(d.Code, d.Message, [d.SpanStart, d.SpanEnd]))]
        );
    }
}

using DenSach.Papers.Plans;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Plans;

/// <summary>What the reader did not understand for certain, as it was shown to who confirmed the plan: nothing is dropped in silence.</summary>
public sealed class PlanDoubt
{
    public required int RegisterId { get; init; }
    public required Guid PlanId { get; init; }
    public required int Place { get; init; }
    public required string Code { get; init; }

    /// <summary>A Vietnamese sentence: what is in doubt and what to check.</summary>
    public required string Message { get; init; }
    public required int SpanStart { get; init; }
    public required int SpanEnd { get; init; }

    /// <summary>Somebody looked at it and needs no more telling.</summary>
    public bool Settled { get; private set; }

    public void Settle(bool settled) => Settled = settled;

    public bool HasSpan => SpanStart < SpanEnd;

    public bool Touches(int start, int end) => SpanStart < end && start < SpanEnd;

    internal static PlanDoubt Of(Plan plan, int place, string code, string message, SourceSpan span) =>
        new()
        {
            RegisterId = plan.RegisterId,
            PlanId = plan.Id,
            Place = place,
            Code = code,
            Message = message,
            SpanStart = span.Start,
            SpanEnd = span.End,
        };
}

internal sealed class PlanDoubtMap : IEntityTypeConfiguration<PlanDoubt>
{
    public void Configure(EntityTypeBuilder<PlanDoubt> doubt)
    {
        doubt.ToTable("plan_doubt").IsKeyedByRegister(nameof(PlanDoubt.PlanId), nameof(PlanDoubt.Place));
        doubt.Property(d => d.Code).HasMaxLength(60);
        doubt.Ignore(d => d.HasSpan);
    }
}

using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Decisions;

/// <summary>A family holds the title from a day up to, not including, another. It lives in the hamlet's register.</summary>
public sealed class Recognition : RegisterRow, IInArea
{
    public required int AreaId { get; init; }
    public required Guid HouseholdId { get; init; }
    public required Guid AssessmentId { get; init; }
    public required string Title { get; init; }
    public required int Year { get; init; }
    public required int DecisionRegisterId { get; init; }
    public required Guid DecisionId { get; init; }
    public required bool RestsOnSample { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    public Period Validity => new(From, To);

    public bool IsInForceOn(DateOnly day) => Validity.Holds(day);

    /// <summary>
    /// The first day a title is no longer valid. Months count after the year of recognition (circulars 24 and 25 of 2023, điều 5.4); a yearly
    /// title holds to the end of the following year, by when the next round has decided: our default, no text says it.
    /// </summary>
    public static DateOnly EndOf(Validity validity, int year, DateOnly issuedOn) =>
        validity.Months is { } months ? new DateOnly(issuedOn.Year + 1, 1, 1).AddMonths(months) : new DateOnly(Math.Max(year, issuedOn.Year) + 2, 1, 1);
}

internal sealed class RecognitionMap : IEntityTypeConfiguration<Recognition>
{
    public void Configure(EntityTypeBuilder<Recognition> recognition)
    {
        recognition.ToTable("recognition").IsByRegister();
        recognition.Ignore(r => r.Validity);
        recognition.Property(r => r.Title).HasMaxLength(100);
        recognition.HasOne<Household>().WithMany().HasForeignKey(r => new { r.RegisterId, r.HouseholdId }).IsRequired();
        recognition.HasIndex(r => new { r.RegisterId, r.AssessmentId }).IsUnique();
        recognition.HasIndex(r => new
        {
            r.AreaId,
            r.Title,
            r.From,
        });
    }
}

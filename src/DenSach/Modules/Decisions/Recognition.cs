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
    public required DateOnly From { get; set; }

    /// <summary>The first day it no longer holds; moved forward when the next year's decision ends it. See <see cref="TitlePeriods"/>.</summary>
    public required DateOnly To { get; set; }

    public Period Validity => new(From, To);

    /// <summary>Ends it on the day, or before it began: then it never held.</summary>
    public void EndOn(DateOnly day) => To = day < From ? From : day;

    /// <summary>Begins and ends anew, where the day of the decision was entered wrongly.</summary>
    public void Begin(DateOnly from, DateOnly to) => (From, To) = (from, to);

    public bool IsInForceOn(DateOnly day) => Validity.Holds(day);

    /// <summary>
    /// The first day a title is no longer valid, by itself. Months count after the year of recognition (circulars 24 and 25 of 2023, điều 5.4); a yearly
    /// title of a year holds to the end of the following year at the latest, whenever it was decided: our default, no text says it (docs/decisions).
    /// </summary>
    public static DateOnly EndOf(Validity validity, int year, DateOnly issuedOn) =>
        validity.Months is { } months ? new DateOnly(issuedOn.Year + 1, 1, 1).AddMonths(months) : EndOfYearly(year);

    /// <summary>The first day a yearly title of the year is no longer valid, unless the next year's decision ended it before.</summary>
    public static DateOnly EndOfYearly(int year) => new(year + 2, 1, 1);
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
        recognition.HasIndex(r => new { r.DecisionRegisterId, r.DecisionId });
        recognition.HasIndex(r => new
        {
            r.AreaId,
            r.Title,
            r.From,
        });
    }
}

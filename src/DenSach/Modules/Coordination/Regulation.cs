using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Coordination;

/// <summary>Quy chế phối hợp between bodies, kept and looked at again from time to time.</summary>
public sealed class Regulation : RegisterRow, IInArea
{
    private readonly List<RegulationReview> reviews = [];

    public required int AreaId { get; init; }
    public string Title { get; private set; } = "";
    public string? Number { get; private set; }
    public DateOnly? SignedOn { get; private set; }

    /// <summary>The bodies that agreed, one a line.</summary>
    public string Parties { get; private set; } = "";
    public string? Content { get; private set; }

    /// <summary>When it is to be looked at again.</summary>
    public DateOnly? ReviewOn { get; private set; }
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Every time it was looked at again, in order.</summary>
    public IReadOnlyList<RegulationReview> Reviews => reviews;

    public IReadOnlyList<string> PartyList => Parties.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// When to look at it next after a day: by the time between its last two looks, or from its signing to the first; a year where nothing tells. A cycle of less than a month or
    /// more than five years is nobody's habit.
    /// </summary>
    public DateOnly NextReview(DateOnly after)
    {
        List<DateOnly?> days = [SignedOn, .. reviews.OrderBy(r => r.Number).Select(r => (DateOnly?)r.On), reviews.Count == 0 ? ReviewOn : null];
        var known = days.OfType<DateOnly>().Distinct().ToList();
        var months = known is [.., var one, var two] ? (int)Math.Round((two.DayNumber - one.DayNumber) / 30.44) : 12;
        return after.AddMonths(months is >= 1 and <= 60 ? months : 12);
    }

    public void Say(string title, string? number, DateOnly? signedOn, string parties, string? content, DateOnly? reviewOn) =>
        (Title, Number, SignedOn, Parties, Content, ReviewOn) = (title, number, signedOn, parties, content, reviewOn);

    public void Review(string found, DateOnly day, DateOnly? next, Guid by, string name, string? office)
    {
        reviews.Add(
            new RegulationReview
            {
                RegisterId = RegisterId,
                RegulationId = Id,
                Number = reviews.Count == 0 ? 1 : reviews.Max(r => r.Number) + 1,
                On = day,
                Found = found,
                Next = next,
                By = by,
                ByName = name,
                ByOffice = office,
            }
        );
        ReviewOn = next;
    }

    public void EndOn(DateOnly day) => EndedOn = day;
}

/// <summary>One look at a regulation: when, by whom, what was found, when next. Reviews are not changed; the name is one of office.</summary>
public sealed class RegulationReview
{
    public required int RegisterId { get; init; }
    public required Guid RegulationId { get; init; }
    public required int Number { get; init; }
    public required DateOnly On { get; init; }
    public required string Found { get; init; }
    public DateOnly? Next { get; init; }

    /// <summary>Null, as the name, where it was kept before reviews had rows of their own.</summary>
    public Guid? By { get; init; }
    public string? ByName { get; init; }

    /// <summary>In which office: "Cán bộ Hội Khuyến học xã, xã Bình Lư".</summary>
    public string? ByOffice { get; init; }
}

internal sealed class RegulationMap : IEntityTypeConfiguration<Regulation>
{
    public void Configure(EntityTypeBuilder<Regulation> regulation)
    {
        regulation.ToTable("coordination_regulation").IsByRegister();
        regulation.Property(r => r.Title).HasMaxLength(300);
        regulation.Property(r => r.Number).HasMaxLength(60);
        regulation.Ignore(r => r.PartyList);
        regulation.HasIndex(r => r.AreaId);
        regulation.HasMany(r => r.Reviews).WithOne().HasForeignKey(r => new { r.RegisterId, r.RegulationId }).IsRequired();
    }
}

internal sealed class RegulationReviewMap : IEntityTypeConfiguration<RegulationReview>
{
    public void Configure(EntityTypeBuilder<RegulationReview> review) =>
        review.ToTable("regulation_review").IsKeyedByRegister(nameof(RegulationReview.RegulationId), nameof(RegulationReview.Number));
}

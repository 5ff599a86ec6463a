using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Assessments;

/// <summary>Họp bình xét: the hamlet's meeting over its list. One vote per present household; contested families get a vote of their own.</summary>
public sealed class ReviewMeeting : RegisterRow, IInArea
{
    public required int AreaId { get; init; }
    public required int RoundRegisterId { get; init; }
    public required Guid RoundId { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required string Chair { get; init; }
    public required string Secretary { get; init; }
    public required int PresentHouseholds { get; init; }
    public required int InvitedHouseholds { get; init; }
    public required DateTime RecordedAt { get; init; }
}

/// <summary>What the meeting said of one family.</summary>
public sealed class ReviewLine : IRegisterRow
{
    public required int RegisterId { get; init; }
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public required Guid AssessmentId { get; init; }
    public required bool Proposed { get; init; }

    /// <summary>Hundredths of a point as the sheet stood at the meeting; null in a set without points. The minutes stay what they were.</summary>
    public int? Points { get; init; }

    /// <summary>Counted only where the family was pulled out for a vote of its own.</summary>
    public int? VotesFor { get; init; }
    public string? Reason { get; init; }
}

internal sealed class ReviewMeetingMap : IEntityTypeConfiguration<ReviewMeeting>
{
    public void Configure(EntityTypeBuilder<ReviewMeeting> meeting)
    {
        meeting.ToTable("review_meeting").IsByRegister();
        meeting.HasIndex(m => new { m.RoundId, m.AreaId });
    }
}

internal sealed class ReviewLineMap : IEntityTypeConfiguration<ReviewLine>
{
    public void Configure(EntityTypeBuilder<ReviewLine> line)
    {
        line.ToTable("review_line").IsByRegister();
        line.HasOne<ReviewMeeting>().WithMany().HasForeignKey(l => new { l.RegisterId, l.MeetingId }).IsRequired();
        line.HasOne<Assessment>().WithMany().HasForeignKey(l => new { l.RegisterId, l.AssessmentId }).IsRequired();
    }
}

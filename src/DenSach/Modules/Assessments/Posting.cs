using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Assessments;

/// <summary>Niêm yết công khai: the appraised list hangs out from a day to and including a last day, at a place. It lives in the commune's register.</summary>
public sealed class Posting : RegisterRow, IInArea
{
    public required int AreaId { get; init; }
    public required Guid RoundId { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly LastDay { get; init; }
    public required string PostedAt { get; init; }
    public required int Families { get; init; }

    public bool HasEndedOn(DateOnly day) => day > LastDay;
}

internal sealed class PostingMap : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> posting)
    {
        posting.ToTable("posting").IsByRegister();
        posting.HasIndex(p => new { p.RegisterId, p.RoundId });
    }
}

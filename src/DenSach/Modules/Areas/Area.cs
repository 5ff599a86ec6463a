using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Areas;

/// <summary>Levels from above. Districts exist until 30/6/2025. An area lies in one of a higher level, not always of the next one.</summary>
public enum AreaKind
{
    Country,
    Province,
    District,
    Commune,
    Hamlet,
}

/// <summary>
/// A piece of the country that is looked after as one (địa bàn). It lies in the tree by its dated placements; here stands only what does not change with them.
/// A unit founded by joining others is a new area even under an old name; one that goes on with more or less ground is the same.
/// </summary>
public sealed class Area
{
    public required int Id { get; init; }
    public required AreaKind Kind { get; init; }

    /// <summary>The proper name alone: "Bình Lư".</summary>
    public required string Name { get; init; }

    /// <summary>What such an area is called there: tỉnh, thành phố, huyện, xã, phường, thị trấn, bản, thôn, tổ dân phố…</summary>
    public required string LocalKind { get; init; }

    /// <summary>Code of the General Statistics Office. A code lives on in a successor, so it is unique only among areas in force on one day.</summary>
    public string? Code { get; init; }

    /// <summary>The register in which new roots of this area are stored. Hamlets of one commune may share the commune's.</summary>
    public int? HomeRegisterId { get; init; }

    /// <summary>Made up for the demo; every page that shows it says so.</summary>
    public bool Invented { get; init; }
    public string? Note { get; init; }

    public string FullName => $"{LocalKind} {Name}";
}

internal sealed class AreaMap : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> area)
    {
        area.ToTable("area").IsReference();
        area.HasKey(a => a.Id);
        area.Property(a => a.Name).HasMaxLength(120);
        area.Property(a => a.LocalKind).HasMaxLength(40);
        area.Property(a => a.Code).HasMaxLength(20);
        area.HasIndex(a => a.Code);
    }
}

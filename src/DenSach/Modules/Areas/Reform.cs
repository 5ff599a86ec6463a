using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Areas;

/// <summary>One record that re-places areas from a day on, by a named decision of the state. Later records have higher numbers, whatever their day.</summary>
public sealed record Reform
{
    public required int Id { get; init; }
    public required DateOnly On { get; init; }
    public required string Name { get; init; }

    /// <summary>The decision with its number, as it is cited.</summary>
    public required string LegalBasis { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>When the record was taken back. It stays in the list, without effect.</summary>
    public DateTime? RevertedAt { get; init; }
}

public enum Share
{
    Whole,
    Part,
}

/// <summary>Who carries on what an area was: the whole of it, or a part.</summary>
public sealed record AreaSuccession
{
    public required int ReformId { get; init; }
    public required int FromId { get; init; }
    public required int ToId { get; init; }
    public required Share Share { get; init; }
}

/// <summary>One row: counts the changes of the tree, so that two reforms at once do not number into the same gap and every process sees that its copy is old.</summary>
public sealed class AreaTreeHead : IVersioned
{
    public const int Only = 1;

    public int Id { get; init; } = Only;
    public int Changes { get; set; }
    public int Version { get; set; }
}

internal sealed class ReformMap : IEntityTypeConfiguration<Reform>
{
    public void Configure(EntityTypeBuilder<Reform> reform)
    {
        reform.ToTable("area_reform").IsReference();
        reform.HasKey(r => r.Id);
        reform.Property(r => r.Name).HasMaxLength(200);
    }
}

internal sealed class AreaSuccessionMap : IEntityTypeConfiguration<AreaSuccession>
{
    public void Configure(EntityTypeBuilder<AreaSuccession> succession)
    {
        succession.ToTable("area_succession").IsReference();
        succession.HasKey(s => new
        {
            s.ReformId,
            s.FromId,
            s.ToId,
        });
        succession.HasOne<Reform>().WithMany().HasForeignKey(s => s.ReformId);
        succession.HasOne<Area>().WithMany().HasForeignKey(s => s.FromId);
        succession.HasOne<Area>().WithMany().HasForeignKey(s => s.ToId);
    }
}

internal sealed class AreaTreeHeadMap : IEntityTypeConfiguration<AreaTreeHead>
{
    public void Configure(EntityTypeBuilder<AreaTreeHead> head)
    {
        head.ToTable("area_tree_head").IsReference();
        head.HasKey(h => h.Id);
    }
}

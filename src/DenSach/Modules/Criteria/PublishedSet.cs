using DenSach.Platform.Data;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Criteria;

/// <summary>A criteria set as it was published: the text itself with its hash. It never changes; a correction is a new version.</summary>
public sealed class PublishedSet
{
    public required string Id { get; init; }
    public required string Version { get; init; }
    public required string Hash { get; init; }
    public required string Title { get; init; }
    public required SubjectKind Subject { get; init; }
    public required SetStatus Status { get; init; }
    public required DateOnly InForceFrom { get; init; }

    /// <summary>The last day it may be used.</summary>
    public DateOnly? InForceUntil { get; init; }
    public required string Yaml { get; init; }
    public required DateTime PublishedAt { get; init; }

    public bool IsInForceOn(DateOnly day) => InForceFrom <= day && (InForceUntil is null || day <= InForceUntil);
}

internal sealed class PublishedSetMap : IEntityTypeConfiguration<PublishedSet>
{
    public void Configure(EntityTypeBuilder<PublishedSet> set)
    {
        set.ToTable("published_set").IsReference();
        set.HasKey(s => new { s.Id, s.Version });
        set.Property(s => s.Id).HasMaxLength(80);
        set.Property(s => s.Version).HasMaxLength(20);
        set.HasIndex(s => s.Hash);
    }
}

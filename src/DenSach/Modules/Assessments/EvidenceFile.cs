using DenSach.Platform.Data;
using DenSach.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Assessments;

/// <summary>A file shown for a line, named by its hash; the bytes lie in the file store.</summary>
public sealed class EvidenceFile : IRegisterRow
{
    public required int RegisterId { get; init; }
    public required Guid Id { get; init; }
    public required Guid AssessmentId { get; init; }
    public required string LineId { get; init; }
    public required string Sha256 { get; init; }
    public required string MediaType { get; init; }
    public required long Size { get; init; }
    public string? Caption { get; init; }
    public required Guid AddedBy { get; init; }
    public required DateTime AddedAt { get; init; }
}

internal sealed class EvidenceFileMap : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> file)
    {
        file.ToTable("evidence_file").IsByRegister();
        file.Property(f => f.LineId).HasMaxLength(20);
        file.Property(f => f.Sha256).NamesFile();
        file.HasOne<Assessment>().WithMany().HasForeignKey(f => new { f.RegisterId, f.AssessmentId }).IsRequired();
        file.HasIndex(f => new
            {
                f.RegisterId,
                f.AssessmentId,
                f.LineId,
                f.Sha256,
            })
            .IsUnique();
        // By which a file that no row names is found.
        file.HasIndex(f => new { f.RegisterId, f.Sha256 });
    }
}

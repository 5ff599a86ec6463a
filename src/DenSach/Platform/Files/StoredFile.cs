using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Platform.Files;

/// <summary>A file somebody handed in to a register. Its name is the hash of its content; the content lies once in the evidence folder, whoever else handed it in.</summary>
public sealed class StoredFile
{
    public required int RegisterId { get; init; }

    /// <summary>SHA-256 of the content, 64 small hexadecimal digits: what commands name.</summary>
    public required string Sha256 { get; init; }
    public required int Size { get; init; }
    public required string MediaType { get; init; }
    public required DateTime FirstStoredAt { get; init; }

    public static bool IsHash(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);
}

internal sealed class StoredFileMap : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("stored_file").IsKeyedByRegister(nameof(StoredFile.Sha256));
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.Property(f => f.MediaType).HasMaxLength(40);
    }
}

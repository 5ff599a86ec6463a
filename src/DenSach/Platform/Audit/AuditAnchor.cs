using System.Buffers.Binary;
using System.Security.Cryptography;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Platform.Audit;

/// <summary>
/// One signed statement of where all chains stood: the root of a tree over every head, chained to the anchor before.
/// A chain alone cannot show that its tail was cut; an anchor kept elsewhere can.
/// </summary>
public sealed class AuditAnchor
{
    public required long N { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Root of <see cref="HeadTree"/> over all heads.</summary>
    public required byte[] Root { get; init; }

    /// <summary>How many registers had a chain.</summary>
    public required int Registers { get; init; }

    public required byte[] PreviousHash { get; init; }
    public byte[] Hash { get; init; } = [];

    /// <summary>ECDSA P-256 over <see cref="Hash"/>, 64 bytes.</summary>
    public byte[] Signature { get; init; } = [];

    /// <summary>The public key that verifies the signature (SubjectPublicKeyInfo).</summary>
    public byte[] Key { get; init; } = [];

    public byte[] Digest()
    {
        Span<byte> input = stackalloc byte[8 + 8 + 32 + 8 + 32];
        BinaryPrimitives.WriteInt64BigEndian(input, N);
        BinaryPrimitives.WriteInt64BigEndian(input[8..], new DateTimeOffset(At, TimeSpan.Zero).ToUnixTimeMilliseconds());
        Root.CopyTo(input[16..]);
        BinaryPrimitives.WriteInt64BigEndian(input[48..], Registers);
        PreviousHash.CopyTo(input[56..]);
        return SHA256.HashData(input);
    }

    public bool IsSignedBy(byte[] publicKey)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.VerifyHash(Hash, Signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>A head that had moved since the anchor before. All heads at an anchor are the newest of these up to it.</summary>
public sealed class AnchoredHead
{
    public required int RegisterId { get; init; }
    public required long N { get; init; }
    public required long Seq { get; init; }
    public required byte[] Hash { get; init; }
}

internal sealed class AuditAnchorMap : IEntityTypeConfiguration<AuditAnchor>
{
    public void Configure(EntityTypeBuilder<AuditAnchor> anchor)
    {
        anchor.ToTable("audit_anchor").IsReference();
        anchor.HasKey(a => a.N);
        anchor.Property(a => a.N).ValueGeneratedNever();
    }
}

internal sealed class AnchoredHeadMap : IEntityTypeConfiguration<AnchoredHead>
{
    public void Configure(EntityTypeBuilder<AnchoredHead> head)
    {
        head.ToTable("anchored_head").IsKeyedByRegister(nameof(AnchoredHead.N));
        head.Property(h => h.N).ValueGeneratedNever();
        head.HasIndex(h => h.N);
    }
}

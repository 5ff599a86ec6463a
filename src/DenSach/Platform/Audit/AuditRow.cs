using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Platform.Audit;

/// <summary>
/// One thing that happened in a register: who, as what, for whom, did what, to which subjects, with what outcome. It holds no personal value: the
/// content is only a salted hash here, and lies with its salt in the command log, from where it can be erased while the chain stays whole.
/// </summary>
public sealed class AuditRow
{
    public required int RegisterId { get; init; }
    public long Seq { get; init; }
    public required DateTime At { get; init; }
    public required Guid AccountId { get; init; }
    public Role? Role { get; init; }

    /// <summary>The household, clan or organisation in whose name the actor acted (nhập hộ).</summary>
    public Guid? OnBehalfOf { get; init; }
    public required string Action { get; init; }

    /// <summary>Ids, joined by a space, in the order the use case gives.</summary>
    public required string Subjects { get; init; }
    public required string Outcome { get; init; }
    public Guid? CommandId { get; init; }
    public byte[] ContentHash { get; init; } = [];
    public byte[] Hash { get; init; } = [];

    /// <summary>SHA-256 over every field but the sequence and the hash: what the chain links.</summary>
    public byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, RegisterId);
        hash.AppendData(number);
        BinaryPrimitives.WriteInt64BigEndian(number, new DateTimeOffset(At, TimeSpan.Zero).ToUnixTimeMilliseconds());
        hash.AppendData(number);
        foreach (
            var text in new[] { AccountId.ToString(), Role?.ToString(), OnBehalfOf?.ToString(), Action, Subjects, Outcome, CommandId?.ToString(), Convert.ToHexString(ContentHash) }
        )
        {
            // Length first, so that no two rows with shifted fields look alike.
            var bytes = Encoding.UTF8.GetBytes(text ?? "");
            BinaryPrimitives.WriteInt64BigEndian(number, text is null ? -1 : bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }

    /// <summary>The link of the chain: SHA-256 of the previous link, the sequence as 8 big-endian bytes, and the digest. The databases compute the same.</summary>
    public static byte[] Link(ReadOnlySpan<byte> previous, long seq, ReadOnlySpan<byte> digest)
    {
        Span<byte> input = stackalloc byte[previous.Length + 8 + digest.Length];
        previous.CopyTo(input);
        BinaryPrimitives.WriteInt64BigEndian(input[previous.Length..], seq);
        digest.CopyTo(input[(previous.Length + 8)..]);
        return SHA256.HashData(input);
    }

    /// <summary>What stands before the first row of a register: 32 zero bytes.</summary>
    public static byte[] Beginning { get; } = new byte[32];
}

/// <summary>The last link of a register's chain. Locked last in every transaction, for as short as can be.</summary>
public sealed class AuditHead
{
    public required int RegisterId { get; init; }
    public required long Seq { get; init; }
    public required byte[] Hash { get; init; }
}

internal sealed class AuditRowMap : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> row)
    {
        row.ToTable("audit_row").IsKeyedByRegister(nameof(AuditRow.Seq));
        row.Property(r => r.Seq).ValueGeneratedNever();
        row.Property(r => r.Action).HasMaxLength(80);
        row.HasIndex(r => new { r.RegisterId, r.CommandId });
    }
}

internal sealed class AuditHeadMap : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> head) => head.ToTable("audit_head").IsKeyedByRegister();
}

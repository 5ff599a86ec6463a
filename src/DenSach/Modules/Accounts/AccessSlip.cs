using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Accounts;

public enum SlipState
{
    Open,
    Used,
    Expired,

    /// <summary>A newer slip was given out in its place.</summary>
    Replaced,
}

/// <summary>A printed slip by which the holder of an account chooses a password: once, within fourteen days. The code itself is nowhere kept.</summary>
public sealed class AccessSlip : IVersioned
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(14);

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string CodeHash { get; init; }
    public required DateTime IssuedAt { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; private set; }
    public DateTime? ReplacedAt { get; private set; }
    public int Version { get; set; }

    public static AccessSlip For(Guid accountId, Guid id, string code, DateTime now) =>
        new()
        {
            Id = id,
            AccountId = accountId,
            CodeHash = OneTimeCode.HashOf(code) ?? throw new ArgumentException("This is no one-time code.", nameof(code)),
            IssuedAt = now,
            ExpiresAt = now + Validity,
        };

    public SlipState StateAt(DateTime now) =>
        UsedAt is not null ? SlipState.Used
        : ReplacedAt is not null ? SlipState.Replaced
        : now >= ExpiresAt ? SlipState.Expired
        : SlipState.Open;

    public void Use(DateTime now)
    {
        if (StateAt(now) != SlipState.Open)
        {
            throw new InvalidOperationException($"A slip that is {StateAt(now)} opens nothing.");
        }
        UsedAt = now;
    }

    public void Replace(DateTime now) => ReplacedAt ??= now;
}

internal sealed class AccessSlipMap : IEntityTypeConfiguration<AccessSlip>
{
    public void Configure(EntityTypeBuilder<AccessSlip> slip)
    {
        slip.ToTable("access_slip").IsReference();
        slip.HasKey(s => s.Id);
        slip.Property(s => s.CodeHash).HasMaxLength(64);
        slip.HasIndex(s => s.CodeHash).IsUnique();
        slip.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }
}

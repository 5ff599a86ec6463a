using System.Security.Cryptography;
using System.Text;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Calendar.Feed;

/// <summary>
/// An address by which a calendar program reads the calendar of an area for an account, without signing in. It shows deadlines and nothing of persons, and only as long as
/// the account may see them. Of the address only the SHA-256 is kept: who lost it makes a new one.
/// </summary>
public sealed class CalendarFeed : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required int AreaId { get; init; }
    public required string TokenHash { get; init; }
    public required DateTime MadeAt { get; init; }
    public DateTime? EndedAt { get; private set; }
    public int Version { get; set; }

    public void End(DateTime now) => EndedAt ??= now;

    /// <summary>160 random bits as small hexadecimal digits.</summary>
    public static string NewToken() => RandomNumberGenerator.GetHexString(40, lowercase: true);

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

internal sealed class CalendarFeedMap : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.ToTable("calendar_feed").IsReference();
        feed.HasKey(f => f.Id);
        feed.Property(f => f.TokenHash).HasMaxLength(64);
        feed.HasIndex(f => f.TokenHash).IsUnique();
        feed.HasIndex(f => f.AccountId);
    }
}

using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using DenSach.Papers.Plans;
using DenSach.Platform.Data;
using DenSach.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Plans;

/// <summary>
/// Kế hoạch: what an official plan says. A draft (bản đang kiểm tra) until somebody compared it with the text and confirmed it; in force from then on, until a later
/// one replaces it or it is withdrawn (when: <c>Plan.Times.cs</c>). It lives in the home register of its area. The text is kept whole; every item carries its span in it.
/// </summary>
public sealed partial class Plan : RegisterRow, IInArea
{
    /// <summary>The commune or province whose plan it is; a hamlet for a small plan under the commune's; a unit that is no more for a plan of its time.</summary>
    public required int AreaId { get; init; }

    /// <summary>The agency or school whose small plan it is.</summary>
    public Guid? OrganisationId { get; init; }
    public string? OrganisationName { get; init; }

    public string? Number { get; private set; }
    public string? NumberSuffix { get; private set; }
    public DateOnly? IssuedOn { get; private set; }
    public string? IssuedPartial { get; private set; }
    public string? Issuer { get; private set; }
    public PlanLevel? Level { get; private set; }
    public string Title { get; private set; } = "";
    public int? FirstYear { get; private set; }
    public int? LastYear { get; private set; }
    public string? SignerName { get; private set; }
    public string? SignerPosition { get; private set; }
    public string? SignerAuthority { get; private set; }

    /// <summary>SHA-256 of the received text in UTF-8, lines ended by LF; hexadecimal, lower case. Null for a plan written here.</summary>
    public string? TextSha256 { get; private set; }

    /// <summary>What whoever checks the reading must know of the file: read by OCR, an old encoding.</summary>
    public string? SourceMark { get; init; }

    /// <summary>How the text came in; null for a plan written here, and for one taken in before files were kept.</summary>
    public PlanCameAs? CameAs { get; private set; }

    /// <summary>The very file it was read from: SHA-256 in the store of files, the name it came under, bytes. Null where only words came.</summary>
    public string? FileSha256 { get; private set; }
    public string? FileName { get; private set; }
    public int? FileSize { get; private set; }
    public required DateTime TakenInAt { get; init; }
    public required Guid TakenInBy { get; init; }

    /// <summary>Null while it is a draft.</summary>
    public DateTime? ConfirmedAt { get; private set; }
    public Guid? ConfirmedBy { get; private set; }

    /// <summary>The last change by hand, if any.</summary>
    public DateTime? ChangedAt { get; private set; }

    /// <summary>The first day on which it no longer holds, because another replaced it or it was withdrawn.</summary>
    public DateOnly? EndedOn { get; private set; }
    public PlanEnd? EndedHow { get; private set; }
    public string? EndReason { get; private set; }

    /// <summary>The plan of the level above that it carries out: a plain pair, it lies elsewhere.</summary>
    public int? CarriesOutRegisterId { get; private set; }
    public Guid? CarriesOutId { get; private set; }

    /// <summary>The earlier plan that it replaced, or changed in part.</summary>
    public Guid? ReplacesId { get; private set; }
    public Guid? AmendsId { get; private set; }

    public bool IsDraft => ConfirmedAt is null;
    public bool IsWrittenHere => TextSha256 is null;

    /// <summary>A small plan of a hamlet, an agency or a school under the commune's.</summary>
    public bool IsSmall => OrganisationId is not null || Level is null && IsWrittenHere;

    /// <summary>Not a small plan, asked of the database.</summary>
    public static Expression<Func<Plan, bool>> IsLarge => p => p.OrganisationId == null && (p.Level != null || p.TextSha256 != null);

    public void Confirm(DateTime now, Guid by) => (ConfirmedAt, ConfirmedBy) = (now, by);

    public void Amend(Plan earlier) => AmendsId = earlier.Id;

    public void CarryOut(Plan? above) => (CarriesOutRegisterId, CarriesOutId) = (above?.RegisterId, above?.Id);

    public void Correct(PlanFacts facts, DateTime now)
    {
        Take(facts);
        Changed(now);
    }

    /// <summary>Something in it was changed by hand: whoever looks at an older state is told so.</summary>
    public void Changed(DateTime now) => ChangedAt = now;

    /// <summary>Keeps how it came in, with the file where there is one.</summary>
    public void CameBy(PlanCameAs how, StoredFile? file = null, string? name = null) => (CameAs, FileSha256, FileName, FileSize) = (how, file?.Sha256, name, file?.Size);

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Take(PlanFacts facts)
    {
        (Number, NumberSuffix, IssuedOn, IssuedPartial) = (facts.Number, facts.NumberSuffix, facts.IssuedOn, facts.IssuedPartial);
        (Issuer, Level, Title, FirstYear, LastYear) = (facts.Issuer, facts.Level, facts.Title, facts.FirstYear, facts.LastYear);
        FirstDay = IssuedOn ?? FirstDayOf(IssuedPartial) ?? PeriodStart;
        (SignerName, SignerPosition, SignerAuthority) = (facts.SignerName, facts.SignerPosition, facts.SignerAuthority);
    }
}

/// <summary>How a plan came to its end. What one that was replaced left owing is still owed; one that was withdrawn asks nothing any more.</summary>
public enum PlanEnd
{
    Replaced,
    Withdrawn,
}

public enum PlanCameAs
{
    File,
    Pasted,

    /// <summary>As words from a program.</summary>
    Program,

    /// <summary>With the demo: the received text of a real plan.</summary>
    Demo,
}

/// <summary>The text as received, apart from the plan so that lists do not carry it.</summary>
public sealed class PlanText
{
    public required int RegisterId { get; init; }
    public required Guid PlanId { get; init; }
    public required string Text { get; init; }
}

internal sealed class PlanMap : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.ToTable("plan").IsByRegister();
        plan.Property(p => p.TextSha256).HasMaxLength(64);
        plan.Property(p => p.FileSha256).NamesFile();
        plan.Property(p => p.FileName).HasMaxLength(PlanFacts.LongestName);
        plan.Property(p => p.Number).HasMaxLength(60);
        plan.Property(p => p.NumberSuffix).HasMaxLength(60);
        plan.Property(p => p.IssuedPartial).HasMaxLength(7);
        plan.Ignore(p => p.PeriodStart)
            .Ignore(p => p.HoldsFrom)
            .Ignore(p => p.RunsFrom)
            .Ignore(p => p.TakesOverOn)
            .Ignore(p => p.IsDraft)
            .Ignore(p => p.IsWrittenHere)
            .Ignore(p => p.IsSmall);
        // The same text twice in one area is told, not loaded.
        plan.HasIndex(p => new
            {
                p.RegisterId,
                p.AreaId,
                p.TextSha256,
            })
            .IsUnique();
        plan.HasIndex(p => p.AreaId);
        plan.HasIndex(p => p.CarriesOutId);
        plan.HasIndex(p => p.ReplacesId);
        plan.HasIndex(p => p.AmendsId);
        plan.HasOne(p => p.Received).WithOne().HasForeignKey<PlanText>(t => new { t.RegisterId, t.PlanId }).IsRequired();
        plan.HasMany(p => p.Targets).WithOne().HasForeignKey(t => new { t.RegisterId, t.PlanId }).IsRequired();
        plan.HasMany(p => p.Deadlines).WithOne().HasForeignKey(d => new { d.RegisterId, d.PlanId }).IsRequired();
        plan.HasMany(p => p.Tasks).WithOne().HasForeignKey(t => new { t.RegisterId, t.PlanId }).IsRequired();
        plan.HasMany(p => p.Goals).WithOne().HasForeignKey(g => new { g.RegisterId, g.PlanId }).IsRequired();
        plan.HasMany(p => p.Bases).WithOne().HasForeignKey(b => new { b.RegisterId, b.PlanId }).IsRequired();
        plan.HasMany(p => p.Members).WithOne().HasForeignKey(m => new { m.RegisterId, m.PlanId }).IsRequired();
        plan.HasMany(p => p.Phases).WithOne().HasForeignKey(p => new { p.RegisterId, p.PlanId }).IsRequired();
        plan.HasMany(p => p.Mentions).WithOne().HasForeignKey(m => new { m.RegisterId, m.PlanId }).IsRequired();
        plan.HasMany(p => p.Doubts).WithOne().HasForeignKey(d => new { d.RegisterId, d.PlanId }).IsRequired();
    }
}

internal sealed class PlanTextMap : IEntityTypeConfiguration<PlanText>
{
    public void Configure(EntityTypeBuilder<PlanText> text) => text.ToTable("plan_text").IsKeyedByRegister(nameof(PlanText.PlanId));
}

using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Decisions;

public enum DecisionStatus
{
    /// <summary>Dự thảo.</summary>
    Draft,

    /// <summary>Đã trình ký.</summary>
    Submitted,

    /// <summary>Đã ký, chờ văn thư cấp số.</summary>
    Signed,

    /// <summary>Đã ban hành, có hiệu lực.</summary>
    InForce,

    /// <summary>Bỏ trước khi ký: its families are free for another draft.</summary>
    Withdrawn,
}

/// <summary>
/// Quyết định công nhận: a list of families the commune recognises. Number and date are given by the commune's own records clerk from its book;
/// from then on it is in force, and only another decision corrects it.
/// </summary>
public sealed class Decision : RegisterRow, IInArea
{
    public required int AreaId { get; init; }
    public required Guid RoundId { get; init; }
    public required string Title { get; init; }
    public required int Year { get; init; }

    /// <summary>The set is a sample: the paper says so on every page.</summary>
    public required bool RestsOnSample { get; init; }
    public required DateTime DraftedAt { get; init; }
    public required Guid DraftedBy { get; init; }
    public DecisionStatus Status { get; private set; } = DecisionStatus.Draft;

    /// <summary>Why the leader sent it back; gone once it is put before him again.</summary>
    public string? SentBackBecause { get; private set; }
    public Guid? SignedBy { get; private set; }

    /// <summary>Name and position as they stand under the paper.</summary>
    public string? SignerName { get; private set; }
    public string? SignerPosition { get; private set; }
    public DateTime? SignedAt { get; private set; }

    /// <summary>The day of the signature as it stands on the paper: stated by the leader or, from the signed paper, by the records clerk.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>When number and date were entered: for some days after it a slip of the pen may be corrected.</summary>
    public DateTime? NumberedAt { get; private set; }

    /// <summary>As in the book: "125/QĐ-UBND"; see <see cref="DecisionNumber"/>.</summary>
    public string? Number { get; private set; }

    /// <summary>The year whose book the number is of: a commune gives each number once a year.</summary>
    public int? NumberYear { get; private set; }

    /// <summary>The day on the paper.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>The signed scan, by hash.</summary>
    public string? ScanSha256 { get; private set; }

    public void Submit() => (Status, SentBackBecause) = (DecisionStatus.Submitted, null);

    /// <summary>Back to the drafter, from before or after the signature; a signature is then given anew.</summary>
    public void SendBack(string because) =>
        (Status, SentBackBecause, SignedBy, SignerName, SignerPosition, SignedAt, SignedOn) = (DecisionStatus.Draft, because, null, null, null, null, null);

    public void Withdraw() => Status = DecisionStatus.Withdrawn;

    public void Sign(Guid by, string name, string position, DateTime at, DateOnly on) =>
        (Status, SignedBy, SignerName, SignerPosition, SignedAt, SignedOn) = (DecisionStatus.Signed, by, name, position, at, on);

    public void Issue(DecisionNumber number, DateOnly issuedOn, DateTime at, string? scanSha256)
    {
        (Status, NumberedAt, ScanSha256) = (DecisionStatus.InForce, at, scanSha256);
        Correct(number, issuedOn);
    }

    /// <summary>Number and day as they stand in the book. A paper dated before the day the signature was recorded was signed on its own day.</summary>
    public void Correct(DecisionNumber number, DateOnly issuedOn)
    {
        (Number, NumberYear, IssuedOn) = (number.ToString(), issuedOn.Year, issuedOn);
        SignedOn = SignedOn > issuedOn ? issuedOn : SignedOn;
    }
}

/// <summary>One step of a decision's way, for whoever asks later: who, when, and why where a reason was asked for.</summary>
public sealed class DecisionStep : IRegisterRow
{
    public required int RegisterId { get; init; }
    public required Guid Id { get; init; }
    public required Guid DecisionId { get; init; }

    /// <summary>Stable name, as the audit says it: "decision.sign".</summary>
    public required string Action { get; init; }
    public required DateTime At { get; init; }
    public required Guid AccountId { get; init; }
    public required string AccountName { get; init; }
    public Role? Role { get; init; }

    /// <summary>What changed: "125/QĐ-UBND, 28/11/2026 → 126/QĐ-UBND, 28/11/2026". Numbers of households, never names.</summary>
    public string? Detail { get; init; }
    public string? Reason { get; init; }

    /// <summary>Why it was done after the round's window of decisions.</summary>
    public string? LateReason { get; init; }
}

/// <summary>One family on the list, as it is printed: names and points as they were.</summary>
public sealed class DecisionLine : IRegisterRow
{
    public required int RegisterId { get; init; }
    public required Guid Id { get; init; }
    public required Guid DecisionId { get; init; }
    public required int Place { get; set; }
    public required int AssessmentRegisterId { get; init; }
    public required Guid AssessmentId { get; init; }
    public required int HamletAreaId { get; init; }
    public required string HouseholdNumber { get; init; }
    public required string HeadName { get; init; }

    /// <summary>The person who was the head, in the register of the assessment; null where nobody is known as such. Asked before the name is shown in public.</summary>
    public Guid? HeadPersonId { get; init; }
    public int? Points { get; init; }
}

internal sealed class DecisionMap : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("decision").IsByRegister();
        decision.Property(d => d.Number).HasMaxLength(60);
        decision.Property(d => d.ScanSha256).NamesFile();
        decision
            .HasIndex(d => new
            {
                d.RegisterId,
                d.AreaId,
                d.NumberYear,
                d.Number,
            })
            .IsUnique();
        decision.HasIndex(d => new { d.RegisterId, d.RoundId });
    }
}

internal sealed class DecisionLineMap : IEntityTypeConfiguration<DecisionLine>
{
    public void Configure(EntityTypeBuilder<DecisionLine> line)
    {
        line.ToTable("decision_line").IsByRegister();
        line.HasOne<Decision>().WithMany().HasForeignKey(l => new { l.RegisterId, l.DecisionId }).IsRequired();
        line.HasIndex(l => new { l.RegisterId, l.AssessmentId });
    }
}

internal sealed class DecisionStepMap : IEntityTypeConfiguration<DecisionStep>
{
    public void Configure(EntityTypeBuilder<DecisionStep> step)
    {
        step.ToTable("decision_step").IsByRegister();
        step.HasOne<Decision>().WithMany().HasForeignKey(s => new { s.RegisterId, s.DecisionId }).IsRequired();
        step.Property(s => s.Action).HasMaxLength(60);
        step.Property(s => s.AccountName).HasMaxLength(200);
    }
}

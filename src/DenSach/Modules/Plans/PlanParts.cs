using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Plans;

/// <summary>Mục tiêu không có số: what the plan wants reached, in its own words.</summary>
public sealed class PlanGoal : PlanItem
{
    public int? Year { get; init; }
    public required string Text { get; init; }

    public override string InOneLine() => PlanWords.Short(Text);
}

/// <summary>Căn cứ, or a document that the plan names elsewhere.</summary>
public sealed class PlanBasis : PlanItem
{
    public string? Kind { get; init; }

    /// <summary>Number and symbol: "1373/QĐ-TTg".</summary>
    public required string Number { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public string? Issuer { get; init; }

    /// <summary>Named in the body, not a legal basis.</summary>
    public bool IsCited { get; init; }

    /// <summary>"Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ".</summary>
    public string Written => $"{Kind ?? "Văn bản"} số {Number}{(IssuedOn is { } day ? $" ngày {Areas.Dated.Written(day)}" : "")}{(Issuer is { } issuer ? $" của {issuer}" : "")}";

    public override string InOneLine() => Written;
}

/// <summary>Thành viên ban chỉ đạo, as the plan lists them.</summary>
public sealed class PlanMember : PlanItem
{
    public required string Who { get; init; }
    public required string Role { get; init; }

    public override string InOneLine() => $"{Who}: {Role}";
}

/// <summary>Giai đoạn: a part of the plan's period, with a review at its end.</summary>
public sealed class PlanPhase : PlanItem
{
    public required int FirstYear { get; init; }
    public required int LastYear { get; init; }

    public override string InOneLine() => $"{FirstYear}–{LastYear}";
}

public enum PlanMentionKind
{
    Agency,
    Title,
    Award,
    Recipient,
}

/// <summary>A name on one of the plan's lists.</summary>
public sealed class PlanMention : PlanItem
{
    public required PlanMentionKind Kind { get; init; }
    public required string Text { get; init; }

    public override string InOneLine() => Text;
}

internal sealed class PlanPartsMap
    : IEntityTypeConfiguration<PlanGoal>,
        IEntityTypeConfiguration<PlanBasis>,
        IEntityTypeConfiguration<PlanMember>,
        IEntityTypeConfiguration<PlanPhase>,
        IEntityTypeConfiguration<PlanMention>
{
    public void Configure(EntityTypeBuilder<PlanGoal> goal) => goal.IsPlanItem("plan_goal");

    public void Configure(EntityTypeBuilder<PlanBasis> basis)
    {
        basis.IsPlanItem("plan_basis").Ignore(b => b.Written);
        basis.Property(b => b.Number).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<PlanMember> member) => member.IsPlanItem("plan_member");

    public void Configure(EntityTypeBuilder<PlanPhase> phase) => phase.IsPlanItem("plan_phase");

    public void Configure(EntityTypeBuilder<PlanMention> mention) => mention.IsPlanItem("plan_mention");
}

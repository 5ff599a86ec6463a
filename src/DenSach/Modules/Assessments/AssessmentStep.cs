using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Assessments;

/// <summary>One move of an assessment: what was done, by whom, in which role, why. Never changed, but for a name that was asked to be forgotten; the duties of a case are judged from these.</summary>
public sealed class AssessmentStep : IRegisterRow
{
    public required int RegisterId { get; init; }
    public required Guid Id { get; init; }
    public required Guid AssessmentId { get; init; }
    public required string Action { get; init; }
    public required AssessmentStatus Before { get; init; }
    public required AssessmentStatus After { get; init; }
    public required DateTime At { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>The name as it was then, for the page; the audit keeps only the id.</summary>
    public required string AccountName { get; set; }
    public Role? Role { get; init; }
    public string? Reason { get; init; }

    /// <summary>Why it was done after the window closed.</summary>
    public string? LateReason { get; init; }

    /// <summary>Why somebody did it who should not have, there being nobody else: the level above sees it.</summary>
    public string? ExceptionReason { get; init; }

    public void ForgetName() => AccountName = Person.ErasedName;
}

internal sealed class AssessmentStepMap : IEntityTypeConfiguration<AssessmentStep>
{
    public void Configure(EntityTypeBuilder<AssessmentStep> step)
    {
        step.ToTable("assessment_step").IsByRegister();
        step.Property(s => s.Action).HasMaxLength(40);
        step.HasOne<Assessment>().WithMany().HasForeignKey(s => new { s.RegisterId, s.AssessmentId }).IsRequired();
    }
}

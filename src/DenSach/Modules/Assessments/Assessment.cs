using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Assessments;

/// <summary>Who filled in the self column: the family itself, or somebody on its behalf (nhập hộ). Never mixed up.</summary>
public enum EnteredBy
{
    Family,
    OnBehalf,
}

/// <summary>
/// One family in one round, with the three columns of the paper form: self, hamlet, appraisal. It lives in the hamlet's register and keeps
/// version and hash of the set it is judged by.
/// </summary>
public sealed class Assessment : RegisterRow, IInArea
{
    public required int AreaId { get; init; }
    public required Guid HouseholdId { get; init; }
    public required int RoundRegisterId { get; init; }
    public required Guid RoundId { get; init; }
    public required int Year { get; init; }
    public required string SetId { get; init; }
    public required string SetVersion { get; init; }
    public required string SetHash { get; init; }
    public AssessmentStatus Status { get; private set; }
    public EnteredBy? SelfEnteredBy { get; private set; }
    public Column Self { get; private set; } = Column.Empty;
    public Column Hamlet { get; private set; } = Column.Empty;
    public Column Appraisal { get; private set; } = Column.Empty;
    public int? PostingRegisterId { get; private set; }
    public Guid? PostingId { get; private set; }

    /// <summary>Keeps what the self column says so far; it counts only once handed in.</summary>
    public void WriteSelf(Column column, EnteredBy by) => (Self, SelfEnteredBy) = (column, by);

    public void WriteHamlet(Column column) => Hamlet = column;

    public void WriteAppraisal(Column column) => Appraisal = column;

    /// <summary>Sent back: what hamlet and appraisal said is over, the self column stays to be corrected.</summary>
    public void ClearJudgements() => (Hamlet, Appraisal) = (Column.Empty, Column.Empty);

    /// <summary>A verdict was taken back: the columns written after the step where the case now stands are over.</summary>
    public void ClearAbove()
    {
        Appraisal = Column.Empty;
        if (Status != AssessmentStatus.Proposed)
        {
            Hamlet = Column.Empty;
        }
    }

    public void PutOn(int postingRegisterId, Guid postingId) => (PostingRegisterId, PostingId) = (postingRegisterId, postingId);

    /// <summary>Only the workflow moves it: <see cref="Workflow.Transition"/>.</summary>
    internal void MoveTo(AssessmentStatus status) => Status = status;

    /// <summary>The column that counts at this point: what was said last by the one who says last.</summary>
    public Column Latest =>
        !Appraisal.IsEmpty ? Appraisal
        : !Hamlet.IsEmpty ? Hamlet
        : Self;
}

internal sealed class AssessmentMap : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.ToTable("assessment").IsByRegister();
        assessment.HasOne<Household>().WithMany().HasForeignKey(a => new { a.RegisterId, a.HouseholdId }).IsRequired();
        assessment
            .HasIndex(a => new
            {
                a.RegisterId,
                a.RoundId,
                a.HouseholdId,
            })
            .IsUnique();
        assessment.HasIndex(a => new
        {
            a.RoundId,
            a.AreaId,
            a.Status,
        });
        assessment.Ignore(a => a.Latest);
        foreach (var column in new[] { nameof(Assessment.Self), nameof(Assessment.Hamlet), nameof(Assessment.Appraisal) })
        {
            assessment.Property<Column>(column).HasConversion(new ColumnText(), new ColumnComparer());
        }
    }
}

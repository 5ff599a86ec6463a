using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Assessments;

public enum ObjectionOutcome
{
    Open,

    /// <summary>Ý kiến đúng: the family does not get the title.</summary>
    Upheld,

    /// <summary>Ý kiến không có cơ sở: nothing changes.</summary>
    Dismissed,
}

/// <summary>Ý kiến phản ánh about a posted family. A formal complaint (khiếu nại) follows its own law: it is noted here and handed over.</summary>
public sealed class Objection : RegisterRow
{
    public required Guid AssessmentId { get; init; }
    public required string Text { get; init; }

    /// <summary>Who says so, if they want it kept.</summary>
    public string? SaidBy { get; init; }
    public required DateTime RaisedAt { get; init; }
    public required Guid RaisedBy { get; init; }
    public ObjectionOutcome Outcome { get; private set; }
    public string? Answer { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public Guid? AnsweredBy { get; private set; }

    public void Close(ObjectionOutcome outcome, string answer, DateTime at, Guid by) => (Outcome, Answer, AnsweredAt, AnsweredBy) = (outcome, answer, at, by);
}

internal sealed class ObjectionMap : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.ToTable("objection").IsByRegister();
        objection.HasOne<Assessment>().WithMany().HasForeignKey(o => new { o.RegisterId, o.AssessmentId }).IsRequired();
    }
}

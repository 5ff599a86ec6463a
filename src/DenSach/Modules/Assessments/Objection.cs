using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Assessments;

public enum ObjectionOutcome
{
    Open,

    /// <summary>Ý kiến đúng: a posted family does not get the title; one that was refused it is looked at again.</summary>
    Upheld,

    /// <summary>Ý kiến không có cơ sở: nothing changes.</summary>
    Dismissed,
}

/// <summary>Ý kiến phản ánh: against a posted family, or of a family that was not proposed or did not pass. A formal complaint (khiếu nại) follows its own law: it is noted here and handed over.</summary>
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

    /// <summary>The result it speaks against: how the family stood when it was raised.</summary>
    public AssessmentStatus Against(IEnumerable<AssessmentStep> steps)
    {
        // Steps of one instant are told apart by where each begins.
        var left = steps.Where(s => s.At <= RaisedAt).OrderBy(s => s.At).ToList();
        var stands = AssessmentStatus.None;
        while (left.FirstOrDefault(s => s.Before == stands) is { } next)
        {
            stands = next.After;
            left.Remove(next);
        }
        return stands;
    }

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

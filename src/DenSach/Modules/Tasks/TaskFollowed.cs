using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Tasks;

public enum TaskState
{
    NotStarted,
    Doing,
    Done,

    /// <summary>Given up, with a reason in the last note.</summary>
    Stopped,
}

/// <summary>What is followed of a task of a plan: whose it is, what shall come of it, by when, how far it is. The task itself stands in the plan.</summary>
public sealed class TaskFollowed : IVersioned
{
    public required int RegisterId { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>The place of the task in the plan.</summary>
    public required int Place { get; init; }

    /// <summary>Who holds it, where the words of the plan do not tell.</summary>
    public Role? OwnerRole { get; private set; }

    /// <summary>The very agency or school, where one is named.</summary>
    public Guid? OrganisationId { get; private set; }
    public string? Product { get; private set; }

    /// <summary>The last day in time; of a yearly task its day in every year.</summary>
    public DateOnly? DueOn { get; private set; }
    public bool Yearly { get; private set; }
    public TaskState State { get; private set; }
    public DateOnly? DoneOn { get; private set; }
    public int Version { get; set; }

    /// <summary>The next last day; a yearly task that was done this year is due again next year.</summary>
    public DateOnly? NextDue(DateOnly today)
    {
        if (DueOn is not { } due || State == TaskState.Stopped || State == TaskState.Done && !Yearly)
        {
            return null;
        }
        if (!Yearly)
        {
            return due;
        }
        var year = State == TaskState.Done && DoneOn?.Year >= today.Year ? today.Year + 1 : today.Year;
        return due.AddYears(Math.Max(year, due.Year) - due.Year);
    }

    /// <summary>How far it is: a yearly task that was done in an earlier year has not begun in this one.</summary>
    public TaskState StateOn(DateOnly today) => Yearly && State == TaskState.Done && DoneOn?.Year < today.Year ? TaskState.NotStarted : State;

    public void Give(Role? owner, Guid? organisationId, string? product, DateOnly? dueOn, bool yearly) =>
        (OwnerRole, OrganisationId, Product, DueOn, Yearly) = (owner, organisationId, product, dueOn, yearly);

    public void Stand(TaskState state, DateOnly today) => (State, DoneOn) = (state, state == TaskState.Done ? today : null);
}

/// <summary>A note on how a task goes, with a file where there is one. Notes are not changed.</summary>
public sealed class TaskNote : IRegisterRow
{
    public required int RegisterId { get; init; }
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }
    public required int Place { get; init; }
    public required DateTime At { get; init; }
    public required Guid By { get; init; }
    public required string ByName { get; init; }
    public required TaskState State { get; init; }
    public required string Text { get; init; }
    public string? FileSha256 { get; init; }
}

internal sealed class TaskFollowedMap : IEntityTypeConfiguration<TaskFollowed>
{
    public void Configure(EntityTypeBuilder<TaskFollowed> followed)
    {
        followed.ToTable("task_followed").IsKeyedByRegister(nameof(TaskFollowed.PlanId), nameof(TaskFollowed.Place));
        followed.HasOne<Plan>().WithMany().HasForeignKey(f => new { f.RegisterId, f.PlanId }).IsRequired();
    }
}

internal sealed class TaskNoteMap : IEntityTypeConfiguration<TaskNote>
{
    public void Configure(EntityTypeBuilder<TaskNote> note)
    {
        note.ToTable("task_note").IsByRegister();
        note.Property(n => n.FileSha256).HasMaxLength(64);
        note.HasOne<Plan>().WithMany().HasForeignKey(n => new { n.RegisterId, n.PlanId }).IsRequired();
        note.HasIndex(n => new
        {
            n.RegisterId,
            n.PlanId,
            n.Place,
        });
    }
}

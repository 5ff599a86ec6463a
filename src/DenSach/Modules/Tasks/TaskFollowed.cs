using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Files;
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

    /// <summary>The last day for which it was done: of a yearly task the one of that year, however late.</summary>
    public DateOnly? DoneFor { get; private set; }

    /// <summary>The task of an earlier plan that goes on as this one: a plain pair, it may lie in another register.</summary>
    public Guid? ContinuesPlanId { get; private init; }
    public int? ContinuesPlace { get; private init; }
    public int Version { get; set; }

    /// <summary>The task of a later plan by which this one goes on: whose it is, by when and how far stand as they do here.</summary>
    public TaskFollowed ContinueAs(int registerId, Guid planId, int place) =>
        new()
        {
            RegisterId = registerId,
            PlanId = planId,
            Place = place,
            OwnerRole = OwnerRole,
            OrganisationId = OrganisationId,
            Product = Product,
            DueOn = DueOn,
            Yearly = Yearly,
            State = State,
            DoneOn = DoneOn,
            DoneFor = DoneFor,
            ContinuesPlanId = PlanId,
            ContinuesPlace = Place,
        };

    /// <summary>The next last day. Of a yearly task the one of this year or the next; one that went by undone stays due until it is done, or the next one went by as well.</summary>
    public DateOnly? NextDue(DateOnly today)
    {
        if (DueOn is not { } due || State == TaskState.Stopped || State == TaskState.Done && !Yearly)
        {
            return null;
        }
        if (!Yearly || today <= due)
        {
            return DoneFor >= due ? InYear(due, DoneFor.Value.Year + 1) : due;
        }
        var thisYear = InYear(due, today.Year);
        var gone = thisYear < today ? thisYear : InYear(due, today.Year - 1);
        var open = gone < due || DoneFor >= gone ? InYear(due, gone.Year + 1) : gone;
        return DoneFor >= open ? InYear(due, DoneFor.Value.Year + 1) : open;
    }

    /// <summary>
    /// How far it is: a yearly task that was done for an earlier year has not begun for this one. Done late, it is shown as done for two months more, so that whoever
    /// closed it sees that it is.
    /// </summary>
    public TaskState StateOn(DateOnly today) =>
        Yearly && State == TaskState.Done && DoneFor?.Year < today.Year && (DoneOn?.Year < today.Year || DoneOn?.AddMonths(2) < today) ? TaskState.NotStarted : State;

    public void Give(Role? owner, Guid? organisationId, string? product, DateOnly? dueOn, bool yearly) =>
        (OwnerRole, OrganisationId, Product, DueOn, Yearly) = (owner, organisationId, product, dueOn, yearly);

    public void Stand(TaskState state, DateOnly today)
    {
        var due = NextDue(today);
        var done = state == TaskState.Done;
        if (done && State == TaskState.Done && StateOn(today) == TaskState.Done)
        {
            return;
        }
        (State, DoneOn, DoneFor) = (state, done ? today : null, done ? due ?? today : null);
    }

    /// <summary>The day in another year; 29/2 is the last of February.</summary>
    private static DateOnly InYear(DateOnly day, int year) => day.AddYears(year - day.Year);
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
        followed.HasIndex(f => new { f.ContinuesPlanId, f.ContinuesPlace });
        followed.HasOne<Plan>().WithMany().HasForeignKey(f => new { f.RegisterId, f.PlanId }).IsRequired();
    }
}

internal sealed class TaskNoteMap : IEntityTypeConfiguration<TaskNote>
{
    public void Configure(EntityTypeBuilder<TaskNote> note)
    {
        note.ToTable("task_note").IsByRegister();
        note.Property(n => n.FileSha256).NamesFile();
        note.HasOne<Plan>().WithMany().HasForeignKey(n => new { n.RegisterId, n.PlanId }).IsRequired();
        note.HasIndex(n => new
        {
            n.RegisterId,
            n.PlanId,
            n.Place,
        });
    }
}

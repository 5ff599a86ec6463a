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

    /// <summary>A person said that it has no day, whatever the sentence of the plan names.</summary>
    public bool NoDay { get; private set; }

    /// <summary>Who last gave it, and when: told of what becomes late and of what is asked. Null where nobody did, and for what was given before this was kept.</summary>
    public Guid? GivenBy { get; private set; }
    public DateTime? GivenAt { get; private set; }

    /// <summary>Who holds it asked something, and whoever follows it has not answered yet.</summary>
    public bool Asking { get; private set; }
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
            NoDay = NoDay,
            GivenBy = GivenBy,
            GivenAt = GivenAt,
            Asking = Asking,
            State = State,
            DoneOn = DoneOn,
            DoneFor = DoneFor,
            ContinuesPlanId = PlanId,
            ContinuesPlace = Place,
        };

    /// <summary>The next last day. Of a yearly task the one of this year or the next; one that went by undone stays due until it is done, or the next one went by as well.</summary>
    /// <param name="today">The day on which it is asked.</param>
    /// <param name="said">What the sentence of the task names, where no person said a day.</param>
    public DateOnly? NextDue(DateOnly today, SaidDay? said = null)
    {
        if (State == TaskState.Stopped)
        {
            return null;
        }
        if (DueOn is not { } due)
        {
            return State == TaskState.Done && said is not { Again: true } ? null : said?.Next(today, DoneFor);
        }
        if (State == TaskState.Done && !Yearly)
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
    public TaskState StateOn(DateOnly today, SaidDay? said = null) =>
        State != TaskState.Done ? State
        : Yearly || said is { EveryYear: true }
            ? DoneFor?.Year < today.Year && (DoneOn?.Year < today.Year || DoneOn?.AddMonths(2) < today) ? TaskState.NotStarted
                : State
        // What comes several times a year has begun anew once the day it was done for is over, and a fortnight after it was done.
        : said is { Again: true } && DoneFor < today && DoneOn?.AddDays(14) < today ? TaskState.NotStarted
        : State;

    public void Give(Role? owner, Guid? organisationId, string? product, DateOnly? dueOn, bool yearly, bool noDay = false, Guid? by = null, DateTime? at = null)
    {
        (OwnerRole, OrganisationId, Product, DueOn, Yearly, NoDay) = (owner, organisationId, product, dueOn, yearly, noDay);
        (GivenBy, GivenAt, Asking) = (by, at, false);
    }

    /// <summary>Whoever holds it asks something, or was answered.</summary>
    public void Ask(bool asking) => Asking = asking;

    /// <summary>
    /// Says how far it is. Told done it is done for its next day, once. Taken back it waits for that day again; told of its next time, what was done for the last one stays done.
    /// </summary>
    public void Stand(TaskState state, DateOnly today, SaidDay? said = null)
    {
        var isDone = StateOn(today, said) == TaskState.Done;
        if (state == TaskState.Done)
        {
            if (!isDone)
            {
                (State, DoneOn, DoneFor) = (state, today, NextDue(today, said) ?? today);
            }
            return;
        }
        if (isDone)
        {
            (DoneOn, DoneFor) = (null, TimeBefore(said));
        }
        State = state;
    }

    /// <summary>The time before the one it was done for; null where it came only once, or that was the first.</summary>
    private DateOnly? TimeBefore(SaidDay? said) =>
        DueOn is not null
            ? Yearly && DoneFor > DueOn
                ? InYear(DueOn.Value, DoneFor.Value.Year - 1)
                : null
            : said is null
                ? null
                : said.Days.Where(day => day < DoneFor).Select(day => (DateOnly?)day).LastOrDefault();

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

    /// <summary>Whoever follows the task is asked to answer.</summary>
    public bool Asks { get; init; }

    /// <summary>The agency in whose stead it was noted, as it has no account.</summary>
    public string? InSteadOf { get; init; }
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
        note.Property(n => n.InSteadOf).HasMaxLength(300);
        note.HasIndex(n => new { n.RegisterId, n.FileSha256 });
        note.HasOne<Plan>().WithMany().HasForeignKey(n => new { n.RegisterId, n.PlanId }).IsRequired();
        note.HasIndex(n => new
        {
            n.RegisterId,
            n.PlanId,
            n.Place,
        });
    }
}

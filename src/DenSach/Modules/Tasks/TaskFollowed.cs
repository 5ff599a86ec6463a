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

    /// <summary>The name of who gave it, as it was then: a name of office, which stays. Null for what was given before this was kept.</summary>
    public string? GivenByName { get; private set; }

    /// <summary>Who holds it asked something, and whoever follows it has not answered yet.</summary>
    public bool Asking { get; private set; }

    /// <summary>Who holds it alone told it done, and whoever follows it has not said a word since.</summary>
    public bool ToldDone { get; private set; }
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
            GivenByName = GivenByName,
            Asking = Asking,
            ToldDone = ToldDone,
            State = State,
            DoneOn = DoneOn,
            DoneFor = DoneFor,
            ContinuesPlanId = PlanId,
            ContinuesPlace = Place,
        };

    /// <summary>When it is due.</summary>
    /// <param name="said">What the sentence of the task names, where no person said a day.</param>
    public TaskTimes Times(SaidDay? said = null) => new(DueOn, Yearly, said);

    public TaskStanding Standing => new(State, DoneOn, DoneFor);

    public void Give(
        Role? owner,
        Guid? organisationId,
        string? product,
        DateOnly? dueOn,
        bool yearly,
        bool noDay = false,
        Guid? by = null,
        string? byName = null,
        DateTime? at = null
    )
    {
        (OwnerRole, OrganisationId, Product, DueOn, Yearly, NoDay) = (owner, organisationId, product, dueOn, yearly, noDay);
        (GivenBy, GivenByName, GivenAt, Asking, ToldDone) = (by, byName, at, false, false);
    }

    /// <summary>Whoever holds it asks something, or was answered.</summary>
    public void Ask(bool asking) => Asking = asking;

    /// <summary>Says how far it is (<see cref="TaskStanding.Told"/>).</summary>
    public void Stand(TaskState state, DateOnly today, SaidDay? said = null)
    {
        var told = Standing.Told(state, Times(said), today);
        (State, DoneOn, DoneFor) = (told.State, told.DoneOn, told.DoneFor);
    }

    /// <summary>That it is done waits for a look of who follows it, or was seen.</summary>
    public void TellDone(bool waits) => ToldDone = waits;
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

    /// <summary>Written by who follows the task: such a word answers what is asked.</summary>
    public bool ByFollower { get; init; }

    /// <summary>The agency in whose stead it was noted, as it has no account.</summary>
    public string? InSteadOf { get; init; }

    /// <summary>Of a task that several hold, whose part is told of.</summary>
    public string? PartOf { get; init; }
}

internal sealed class TaskFollowedMap : IEntityTypeConfiguration<TaskFollowed>
{
    public void Configure(EntityTypeBuilder<TaskFollowed> followed)
    {
        followed.ToTable("task_followed").IsKeyedByRegister(nameof(TaskFollowed.PlanId), nameof(TaskFollowed.Place));
        followed.Ignore(f => f.Standing);
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
        note.Property(n => n.PartOf).HasMaxLength(300);
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

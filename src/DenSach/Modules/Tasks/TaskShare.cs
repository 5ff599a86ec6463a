using DenSach.Modules.Plans;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Tasks;

/// <summary>
/// The part of one who holds a task together with others, as what a plan gives to all hamlets or to all schools: how far he is with it. One row beside a task and a holder, made
/// when something is first told of it. That the whole is done is told by who follows the task.
/// </summary>
public sealed class TaskShare : IVersioned
{
    public required int RegisterId { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>The place of the task in the plan.</summary>
    public required int Place { get; init; }

    /// <summary>Whose part it is (<see cref="Sharer.Key"/>).</summary>
    public required string Holder { get; init; }

    /// <summary>What the holder was called when something was last told of it.</summary>
    public required string Name { get; set; }
    public TaskState State { get; private set; }
    public DateOnly? DoneOn { get; private set; }
    public DateOnly? DoneFor { get; private set; }
    public int Version { get; set; }

    public TaskStanding Standing
    {
        get => new(State, DoneOn, DoneFor);
        set => (State, DoneOn, DoneFor) = (value.State, value.DoneOn, value.DoneFor);
    }

    /// <summary>The part in the task of a later plan by which this one goes on.</summary>
    public TaskShare ContinueAs(int registerId, Guid planId, int place) =>
        new()
        {
            RegisterId = registerId,
            PlanId = planId,
            Place = place,
            Holder = Holder,
            Name = Name,
            Standing = Standing,
        };
}

internal sealed class TaskShareMap : IEntityTypeConfiguration<TaskShare>
{
    public void Configure(EntityTypeBuilder<TaskShare> share)
    {
        share.ToTable("task_share").IsKeyedByRegister(nameof(TaskShare.PlanId), nameof(TaskShare.Place), nameof(TaskShare.Holder));
        share.Property(s => s.Holder).HasMaxLength(60);
        share.Property(s => s.Name).HasMaxLength(300);
        share.Ignore(s => s.Standing);
        share.HasOne<Plan>().WithMany().HasForeignKey(s => new { s.RegisterId, s.PlanId }).IsRequired();
    }
}

using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Difficulties;

public enum DifficultyState
{
    /// <summary>Waits for the level it was told to.</summary>
    Open,

    /// <summary>Answered; who told it may say that it is not settled.</summary>
    Answered,

    /// <summary>Settled, or taken back.</summary>
    Closed,
}

public enum DifficultyAct
{
    Raise,
    Answer,
    PassUp,
    Reopen,
    Close,
}

/// <summary>Khó khăn, vướng mắc: what stands in the way of a plan, a target or a task, told to the level above. It lives in the register of the area it came from.</summary>
public sealed class Difficulty : RegisterRow, IInArea
{
    private readonly List<DifficultyStep> steps = [];

    /// <summary>Where it was met: a hamlet, a commune or a province.</summary>
    public required int AreaId { get; init; }

    /// <summary>The agency that met it, where it was one.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The area whose officers are to answer now.</summary>
    public int ToAreaId { get; private set; }

    /// <summary>The plan it is about: a plain pair, it may lie elsewhere. With it the target, deadline or task ("ct-3", "h-1", "nv-2") and its words.</summary>
    public Guid? PlanId { get; init; }
    public string? Item { get; init; }
    public string? ItemWords { get; init; }
    public required string Title { get; init; }
    public required Guid RaisedBy { get; init; }
    public required DateTime RaisedAt { get; init; }
    public DifficultyState State { get; private set; }
    public IReadOnlyList<DifficultyStep> Steps => steps;

    /// <summary>What was last answered, if anything.</summary>
    public DifficultyStep? LastAnswer => steps.Where(s => s.Act == DifficultyAct.Answer).MaxBy(s => s.Number);

    public void Raise(int to, string text, DateTime at, Guid by, string name)
    {
        ToAreaId = to;
        Add(DifficultyAct.Raise, text, at, by, name);
    }

    public void Answer(string text, DateTime at, Guid by, string name)
    {
        State = DifficultyState.Answered;
        Add(DifficultyAct.Answer, text, at, by, name);
    }

    public void PassUp(int to, string text, DateTime at, Guid by, string name)
    {
        ToAreaId = to;
        Add(DifficultyAct.PassUp, text, at, by, name);
    }

    public void Reopen(string text, DateTime at, Guid by, string name)
    {
        State = DifficultyState.Open;
        Add(DifficultyAct.Reopen, text, at, by, name);
    }

    public void Close(string text, DateTime at, Guid by, string name)
    {
        State = DifficultyState.Closed;
        Add(DifficultyAct.Close, text, at, by, name);
    }

    private void Add(DifficultyAct act, string text, DateTime at, Guid by, string name) =>
        steps.Add(
            new DifficultyStep
            {
                RegisterId = RegisterId,
                DifficultyId = Id,
                Number = steps.Count + 1,
                Act = act,
                Text = text.Trim(),
                At = at,
                By = by,
                ByName = name,
                ToAreaId = ToAreaId,
            }
        );
}

/// <summary>One thing said or done about a difficulty. Steps are not changed.</summary>
public sealed class DifficultyStep
{
    public required int RegisterId { get; init; }
    public required Guid DifficultyId { get; init; }
    public required int Number { get; init; }
    public required DifficultyAct Act { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }
    public required Guid By { get; init; }
    public required string ByName { get; init; }

    /// <summary>Who is to answer after it.</summary>
    public required int ToAreaId { get; init; }
}

internal sealed class DifficultyMap : IEntityTypeConfiguration<Difficulty>
{
    public void Configure(EntityTypeBuilder<Difficulty> difficulty)
    {
        difficulty.ToTable("difficulty").IsByRegister();
        difficulty.Property(d => d.Title).HasMaxLength(300);
        difficulty.Property(d => d.Item).HasMaxLength(20);
        difficulty.Ignore(d => d.LastAnswer);
        difficulty.HasIndex(d => d.AreaId);
        difficulty.HasIndex(d => new { d.ToAreaId, d.State });
        difficulty.HasMany(d => d.Steps).WithOne().HasForeignKey(s => new { s.RegisterId, s.DifficultyId }).IsRequired();
    }
}

internal sealed class DifficultyStepMap : IEntityTypeConfiguration<DifficultyStep>
{
    public void Configure(EntityTypeBuilder<DifficultyStep> step) =>
        step.ToTable("difficulty_step").IsKeyedByRegister(nameof(DifficultyStep.DifficultyId), nameof(DifficultyStep.Number));
}

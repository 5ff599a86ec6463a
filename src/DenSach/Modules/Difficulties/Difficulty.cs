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

    /// <summary>Who passed it up has read the answer of the level above, and may say more to where it was met.</summary>
    Heed,
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

    /// <summary>When something was last said or done.</summary>
    public DateTime LastAt => steps.Count == 0 ? RaisedAt : steps.Max(s => s.At);

    /// <summary>Somebody passed it up on its way.</summary>
    public bool WasPassedUp => steps.Any(s => s.Act == DifficultyAct.PassUp);

    /// <summary>What was last answered, if anything.</summary>
    public DifficultyStep? LastAnswer => steps.Where(s => s.Act == DifficultyAct.Answer).MaxBy(s => s.Number);

    /// <summary>It was passed up and answered, and whoever passed it up has not said that the answer was read.</summary>
    public bool IsUnheeded => State == DifficultyState.Answered && WasPassedUp && !steps.Any(s => s.Act == DifficultyAct.Heed && s.Number > LastAnswer?.Number);

    public void Raise(int to, string text, Spoken by)
    {
        ToAreaId = to;
        Add(DifficultyAct.Raise, text, by);
    }

    public void Answer(string text, Spoken by)
    {
        State = DifficultyState.Answered;
        Add(DifficultyAct.Answer, text, by);
    }

    public void PassUp(int to, string text, Spoken by)
    {
        ToAreaId = to;
        Add(DifficultyAct.PassUp, text, by);
    }

    public void Reopen(string text, Spoken by)
    {
        State = DifficultyState.Open;
        Add(DifficultyAct.Reopen, text, by);
    }

    public void Close(string text, Spoken by)
    {
        State = DifficultyState.Closed;
        Add(DifficultyAct.Close, text, by);
    }

    /// <summary>The answer was read by who passed it up; the words may be empty.</summary>
    public void Heed(string text, Spoken by) => Add(DifficultyAct.Heed, text, by);

    private void Add(DifficultyAct act, string text, Spoken by) =>
        steps.Add(
            new DifficultyStep
            {
                RegisterId = RegisterId,
                DifficultyId = Id,
                Number = steps.Count + 1,
                Act = act,
                Text = text.Trim(),
                At = by.At,
                By = by.Account,
                ByName = by.Name,
                ByOffice = by.Office,
                ToAreaId = ToAreaId,
            }
        );
}

/// <summary>Who says something, when, and in which office: "Trưởng thôn, bản, bản Nà Luồng".</summary>
public sealed record Spoken(DateTime At, Guid Account, string Name, string? Office);

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

    /// <summary>Position and unit; null where it was kept before offices were.</summary>
    public string? ByOffice { get; init; }

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
        difficulty.Ignore(d => d.LastAnswer).Ignore(d => d.LastAt).Ignore(d => d.WasPassedUp).Ignore(d => d.IsUnheeded);
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

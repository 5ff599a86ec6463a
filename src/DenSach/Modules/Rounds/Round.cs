using DenSach.Platform.Data;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Rounds;

/// <summary>
/// Đợt đánh giá: one commune assesses one title for one year by one set, in windows, under the plan that demands it.
/// It lives in the commune's home register.
/// </summary>
public sealed class Round : RegisterRow, IInArea
{
    private readonly List<RoundWindow> windows = [];

    /// <summary>The commune.</summary>
    public required int AreaId { get; init; }
    public required string Title { get; init; }
    public required SubjectKind Subject { get; init; }
    public required int Year { get; init; }
    public required string SetId { get; init; }
    public required string SetVersion { get; init; }
    public required string SetHash { get; init; }

    /// <summary>The plan under which the round is held: a plain pair, it may lie elsewhere.</summary>
    public int? PlanRegisterId { get; init; }
    public Guid? PlanId { get; init; }

    /// <summary>The day for which facts are read from the registry.</summary>
    public required DateOnly FactsAsAt { get; init; }
    public required DateTime OpenedAt { get; init; }
    public IReadOnlyList<RoundWindow> Windows => windows;

    public RoundWindow? WindowOf(RoundStep step) => windows.FirstOrDefault(w => w.Step == step);

    public void SetWindow(RoundStep step, DateOnly from, DateOnly lastDay)
    {
        windows.RemoveAll(w => w.Step == step);
        windows.Add(
            new RoundWindow
            {
                RegisterId = RegisterId,
                RoundId = Id,
                Step = step,
                From = from,
                LastDay = lastDay,
            }
        );
    }

    /// <summary>The step whose window is open, or that comes next.</summary>
    public RoundStep StepOn(DateOnly day) => windows.OrderBy(w => w.Step).Where(w => day <= w.LastDay).Select(w => w.Step).DefaultIfEmpty(RoundStep.Decision).First();
}

/// <summary>When a step is done: from a day to and including a last day, as the paper says it.</summary>
public sealed class RoundWindow
{
    public required int RegisterId { get; init; }
    public required Guid RoundId { get; init; }
    public required RoundStep Step { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly LastDay { get; init; }
}

internal sealed class RoundMap : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> round)
    {
        round.ToTable("round").IsByRegister();
        round.Property(r => r.Title).HasMaxLength(100);
        round
            .HasIndex(r => new
            {
                r.RegisterId,
                r.AreaId,
                r.Year,
                r.Title,
            })
            .IsUnique();
        round.HasMany(r => r.Windows).WithOne().HasForeignKey(w => new { w.RegisterId, w.RoundId }).IsRequired();
        round.Navigation(r => r.Windows).AutoInclude();
    }
}

internal sealed class RoundWindowMap : IEntityTypeConfiguration<RoundWindow>
{
    public void Configure(EntityTypeBuilder<RoundWindow> window) => window.ToTable("round_window").IsKeyedByRegister(nameof(RoundWindow.RoundId), nameof(RoundWindow.Step));
}

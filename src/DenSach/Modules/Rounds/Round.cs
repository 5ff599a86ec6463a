using DenSach.Modules.Criteria;
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
    public required int Year { get; set; }
    public required string SetId { get; set; }
    public required string SetVersion { get; set; }
    public required string SetHash { get; set; }

    /// <summary>The plan under which the round is held: a plain pair, it may lie elsewhere.</summary>
    public int? PlanRegisterId { get; set; }
    public Guid? PlanId { get; set; }

    /// <summary>The day for which facts are read from the registry.</summary>
    public required DateOnly FactsAsAt { get; set; }
    public required DateTime OpenedAt { get; init; }

    /// <summary>Closed before any decision: what was written stays to be read, and another round of the same year and title may be opened.</summary>
    public DateTime? ClosedAt { get; private set; }
    public string? ClosedBecause { get; private set; }
    public bool IsClosed => ClosedAt is not null;
    public IReadOnlyList<RoundWindow> Windows => windows;

    public RoundWindow? WindowOf(RoundStep step) => windows.FirstOrDefault(w => w.Step == step);

    public void SetWindow(RoundStep step, DateOnly from, DateOnly lastDay)
    {
        if (WindowOf(step) is { } known)
        {
            known.Last(from, lastDay);
            return;
        }
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

    /// <summary>Takes year, set, plan, day of the facts and windows as they are told; only while nobody is registered.</summary>
    public void HoldUnder(RoundTerms terms, PublishedSet set)
    {
        (Year, SetId, SetVersion, SetHash, FactsAsAt) = (terms.Year, set.Id, set.Version, set.Hash, terms.FactsAsAt);
        (PlanRegisterId, PlanId) = (terms.PlanId is { } plan ? RowId.RegisterOf(plan) : null, terms.PlanId);
        foreach (var span in terms.Windows)
        {
            SetWindow(span.Step, span.From, span.LastDay);
        }
    }

    public void Close(string because, DateTime at) => (ClosedBecause, ClosedAt) = (because, at);

    /// <summary>The step whose window is open, or that comes next.</summary>
    public RoundStep StepOn(DateOnly day) => windows.OrderBy(w => w.Step).Where(w => day <= w.LastDay).Select(w => w.Step).DefaultIfEmpty(RoundStep.Decision).First();
}

/// <summary>When a step is done: from a day to and including a last day, as the paper says it.</summary>
public sealed class RoundWindow
{
    public required int RegisterId { get; init; }
    public required Guid RoundId { get; init; }
    public required RoundStep Step { get; init; }
    public required DateOnly From { get; set; }
    public required DateOnly LastDay { get; set; }

    public void Last(DateOnly from, DateOnly lastDay) => (From, LastDay) = (from, lastDay);
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
            .IsUnique()
            .HasFilter("closed_at IS NULL");
        round.HasMany(r => r.Windows).WithOne().HasForeignKey(w => new { w.RegisterId, w.RoundId }).IsRequired();
        round.Navigation(r => r.Windows).AutoInclude();
    }
}

internal sealed class RoundWindowMap : IEntityTypeConfiguration<RoundWindow>
{
    public void Configure(EntityTypeBuilder<RoundWindow> window) => window.ToTable("round_window").IsKeyedByRegister(nameof(RoundWindow.RoundId), nameof(RoundWindow.Step));
}

using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Calendar;

public enum DeadlineState
{
    /// <summary>Waits; also what was told done and then taken back.</summary>
    Open,
    Done,

    /// <summary>Need not be done any more, for a reason.</summary>
    NotNeeded,
}

/// <summary>
/// Whether a deadline of a plan was kept, once for each time it comes: told by a person, with the day, by whom, and a word such as the number of the report that was sent.
/// It lives in the home register of the area that tells it: whose plan it is, or a commune that carries out a plan of the level above.
/// </summary>
public sealed class SettledDeadline : IVersioned, IInArea
{
    public const int LongestNote = 500;

    public required int RegisterId { get; init; }

    /// <summary>The plan: a plain pair, that of a level above lies elsewhere.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The place of the deadline in the plan.</summary>
    public required int Place { get; init; }

    /// <summary>Which time it is, by the name the deadline gives it: "2026", "2026-2/4".</summary>
    public required string Occurrence { get; init; }

    /// <summary>Who tells it: the area of the plan, or one that carries it out.</summary>
    public required int AreaId { get; init; }
    public DeadlineState State { get; private set; }

    /// <summary>On which day it was done, or given up.</summary>
    public DateOnly On { get; private set; }
    public string? Note { get; private set; }
    public DateTime At { get; private set; }
    public Guid By { get; private set; }
    public string ByName { get; private set; } = "";
    public string? ByOffice { get; private set; }
    public int Version { get; set; }

    public void Tell(DeadlineState state, DateOnly on, string? note, DateTime at, Guid by, string name, string? office)
    {
        (State, On, Note) = (state, on, note);
        (At, By, ByName, ByOffice) = (at, by, name, office);
    }
}

internal sealed class SettledDeadlineMap : IEntityTypeConfiguration<SettledDeadline>
{
    public void Configure(EntityTypeBuilder<SettledDeadline> settled)
    {
        settled
            .ToTable("settled_deadline")
            .IsKeyedByRegister(nameof(SettledDeadline.PlanId), nameof(SettledDeadline.Place), nameof(SettledDeadline.Occurrence), nameof(SettledDeadline.AreaId));
        settled.Property(s => s.Occurrence).HasMaxLength(20);
        settled.Property(s => s.Note).HasMaxLength(SettledDeadline.LongestNote);
    }
}

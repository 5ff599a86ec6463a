using DenSach.Papers.Plans;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Plans;

/// <summary>How an item came into the plan.</summary>
public enum PlanItemOrigin
{
    /// <summary>By the reader, as it stands.</summary>
    Read,

    /// <summary>By the reader, and a person changed it.</summary>
    Corrected,

    /// <summary>By a person alone.</summary>
    Added,

    /// <summary>From the plan above, when this one was written after it.</summary>
    Copied,
}

/// <summary>Kinds of item that a person may leave out.</summary>
public enum PlanItemKind
{
    Target,
    Deadline,
    Task,
    Goal,
    Basis,
    Member,
}

/// <summary>One item of a plan, named by its kind and place.</summary>
public readonly record struct ItemRef(PlanItemKind Kind, int Place);

/// <summary>
/// One thing that a plan says. What a person changed stays marked, with what had been read; what a person dropped stays too, so that it can be taken back,
/// and no query but the check screen's sees it.
/// </summary>
public abstract class PlanItem
{
    public const int LongestWords = 2000;

    public required int RegisterId { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>1, 2, 3… in the order of the text; what a person adds comes behind.</summary>
    public required int Place { get; init; }
    public required PlanItemOrigin Origin { get; set; }

    /// <summary>What the reader had read, in a line, once a person changed it.</summary>
    public string? ReadAs { get; protected set; }
    public bool Dropped { get; private set; }

    /// <summary>Where it stands in the received text; two equal numbers where it stands nowhere.</summary>
    public required int SpanStart { get; init; }
    public required int SpanEnd { get; init; }

    public bool HasSpan => SpanStart < SpanEnd;
    public bool ByHand => Origin is PlanItemOrigin.Corrected or PlanItemOrigin.Added;

    /// <summary>What it says, in a line.</summary>
    public abstract string InOneLine();

    /// <summary>What is kept beside a correction: what it says, in a line, with what may be corrected besides.</summary>
    protected virtual string AsItStood() => InOneLine();

    public void Drop(bool dropped) => Dropped = dropped;

    /// <summary>Marks a change by hand, keeping what had been read before the first one.</summary>
    protected void ChangedByHand()
    {
        if (Origin is PlanItemOrigin.Read or PlanItemOrigin.Copied)
        {
            (Origin, ReadAs) = (PlanItemOrigin.Corrected, AsItStood());
        }
    }
}

internal static class PlanItemMapping
{
    public static EntityTypeBuilder<T> IsPlanItem<T>(this EntityTypeBuilder<T> item, string table)
        where T : PlanItem
    {
        item.ToTable(table).IsKeyedByRegister(nameof(PlanItem.PlanId), nameof(PlanItem.Place));
        item.Ignore(i => i.HasSpan).Ignore(i => i.ByHand);
        item.HasQueryFilter(i => !i.Dropped);
        return item;
    }
}

using DenSach.Papers.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Plans;

/// <summary>What a task says.</summary>
public sealed record TaskContent
{
    /// <summary>Who leads, in the words of the plan.</summary>
    public required string Lead { get; init; }

    /// <summary>"lead"; "coordinate" where the plan only says "phối hợp"; "requested" under "Đề nghị …".</summary>
    public string Role { get; init; } = PlanTask.Leads;

    /// <summary>Who works along, in the words of the plan, one a line.</summary>
    public string? Partners { get; init; }

    /// <summary>The work, in the words of the plan.</summary>
    public required string What { get; init; }

    /// <summary>What is to come of it, at most <see cref="PlanTask.LongestProduct"/> characters; null where the plan names nothing.</summary>
    public string? Product { get; init; }

    /// <summary>The place of the plan's deadline by which it is to be done; null where none is named for it.</summary>
    public int? DeadlinePlace { get; init; }

    public static TaskContent Of(Papers.Plans.PlanTask read) =>
        new()
        {
            Lead = read.Lead,
            Role = read.Role,
            Partners = read.Coordinate.Count == 0 ? null : string.Join('\n', read.Coordinate),
            What = read.What,
            // Longer words end with "…" at a word: the place of the task leads to its row, where all of them stand.
            Product = read.Product is { } product ? PlanWords.Short(product, PlanTask.LongestProduct - 1) : null,
        };
}

/// <summary>Nhiệm vụ: work that the plan gives to somebody. How it goes is kept where tasks are followed.</summary>
public sealed class PlanTask : PlanItem
{
    public const string Leads = "lead";
    public const int LongestProduct = 500;
    private const string ProductMark = " · kết quả: ";

    public string Lead { get; private set; } = "";
    public string Role { get; private set; } = Leads;
    public string? Partners { get; private set; }
    public string What { get; private set; } = "";

    /// <summary>What is to come of it, as the plan's table of work or a person says it; null where nothing is named, and for tasks kept before this was read.</summary>
    public string? Product { get; private set; }

    /// <summary>
    /// A person emptied it: what is kept beside the correction still names it. Of a task that was kept before products were read nothing is named there, so that none is no hand.
    /// </summary>
    public bool IsProductStruckOut => Product is null && ReadAs is { } read && read.Contains(ProductMark, StringComparison.Ordinal);

    /// <summary>The place of the plan's own deadline by which it is to be done: the one that its sentence or its row of a table names, or a person; null where none is named.</summary>
    public int? DeadlinePlace { get; private set; }

    /// <summary>It stood in a table of work.</summary>
    public bool FromTable { get; init; }

    public TaskContent Content =>
        new()
        {
            Lead = Lead,
            Role = Role,
            Partners = Partners,
            What = What,
            Product = Product,
            DeadlinePlace = DeadlinePlace,
        };

    public IReadOnlyList<string> PartnerList => Partners?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Takes other content by hand; what had been read stays beside it.</summary>
    public void Correct(TaskContent content)
    {
        ChangedByHand();
        Take(content);
    }

    public override string InOneLine() => $"{Lead} · {PlanWords.Short(What)}";

    protected override string AsItStood() => Product is null ? InOneLine() : $"{InOneLine()}{ProductMark}{PlanWords.Short(Product)}";

    internal static PlanTask Of(TaskContent content, Plan plan, int place, PlanItemOrigin origin, SourceSpan span, bool fromTable = false)
    {
        var task = new PlanTask
        {
            RegisterId = plan.RegisterId,
            PlanId = plan.Id,
            Place = place,
            Origin = origin,
            SpanStart = span.Start,
            SpanEnd = span.End,
            FromTable = fromTable,
        };
        task.Take(content);
        return task;
    }

    private void Take(TaskContent content) =>
        (Lead, Role, Partners, What, Product, DeadlinePlace) = (content.Lead, content.Role, content.Partners, content.What, content.Product, content.DeadlinePlace);
}

internal sealed class PlanTaskMap : IEntityTypeConfiguration<PlanTask>
{
    public void Configure(EntityTypeBuilder<PlanTask> task)
    {
        task.IsPlanItem("plan_task");
        task.Property(t => t.Role).HasMaxLength(20);
        task.Property(t => t.Product).HasMaxLength(PlanTask.LongestProduct);
        task.Ignore(t => t.Content).Ignore(t => t.PartnerList).Ignore(t => t.IsProductStruckOut);
    }
}

using System.Globalization;
using DenSach.Modules.Plans.View;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans;

/// <summary>What was read beside the text it was read from: while it is checked and ever after, the same sheet.</summary>
/// <param name="Plan">The plan; with its dropped items where it is checked.</param>
/// <param name="Today">For the next day of each deadline.</param>
/// <param name="Edits">Whether items can be corrected, added and dropped here.</param>
public sealed record PlanSheet(Plan Plan, DateOnly Today, bool Edits = false)
{
    private string Text => Plan.Received?.Text ?? "";

    public bool HasText => Plan.Received is not null;

    /// <summary>Something in it was corrected, added or left out by hand.</summary>
    public bool HasHand => Items().Any(i => i.ByHand || i.Dropped);

    /// <summary>What was done a moment ago, for the row it was done to.</summary>
    public JustDone? Just { get; init; }

    /// <summary>How its items stand, of a plan in force.</summary>
    public PlanTold Told { get; init; } = PlanTold.Nothing;

    public JustDone? JustAt(PlanItem item) => Just is { } just && just.At == RowIdOf(item) ? just : null;

    public IHtmlContent Marked => MarkedText.Of(Text, Marks());

    /// <summary>The table beside Government and past, where the plan has one.</summary>
    public ScopeTable? Beside { get; } = Edits ? null : ScopeTable.Of(Plan);

    /// <summary>The targets one below the other; those of the table stand in it.</summary>
    public IReadOnlyList<PlanTarget> Listed => Beside is null ? Plan.Targets : [.. Plan.Targets.Where(t => !ScopeTable.Holds(t))];

    /// <summary>The same by subject and year, where the plan names several years; while it is checked the list stays in the order of the text.</summary>
    public TargetGrid? Grid => Edits ? null : TargetGrid.Of(Listed);

    /// <summary>Several targets of one subject, title and year are told apart by what the plan measures, such as the hamlet.</summary>
    public bool IsOneOfSeveral(PlanTarget target) =>
        target.Title is not null
        && Plan.Targets.Count(t =>
            !t.Dropped && (t.Subject, t.Title, t.TitleContext, t.Year, t.Scope) == (target.Subject, target.Title, target.TitleContext, target.Year, target.Scope)
        ) > 1;

    /// <summary>What nobody has settled yet.</summary>
    public IReadOnlyList<PlanDoubt> OpenDoubts => [.. Plan.Doubts.Where(d => !d.Settled)];

    /// <summary>Doubts of one kind are one line, to be settled together: a plan that names no year says so once, not at each target.</summary>
    public IReadOnlyList<IReadOnlyList<PlanDoubt>> DoubtsAlike =>
        [.. Plan.Doubts.GroupBy(d => (d.Message, d.Settled)).OrderBy(g => g.Key.Settled).Select(g => (IReadOnlyList<PlanDoubt>)[.. g])];

    /// <summary>What an open doubt is about, as far as it can be corrected: the items whose words it touches, in the order of the text.</summary>
    public IReadOnlyList<ItemActions> InDoubt(PlanDoubt doubt) =>
        !Edits || doubt.Settled || !doubt.HasSpan
            ? []
            :
            [
                .. Plan
                    .Targets.Select(t => new ItemActions(Plan, t, PlanItemKind.Target))
                    .Concat(Plan.Deadlines.Select(d => new ItemActions(Plan, d, PlanItemKind.Deadline)))
                    .Concat(Plan.Tasks.Select(t => new ItemActions(Plan, t, PlanItemKind.Task)))
                    .Where(a => a.Item is { Dropped: false, HasSpan: true } && doubt.Touches(a.Item.SpanStart, a.Item.SpanEnd))
                    .OrderBy(a => a.Item.SpanStart),
            ];

    /// <summary>The words in doubt, on one line.</summary>
    public string WordsOf(PlanDoubt doubt) =>
        PlanWords.Short(
            string.Join(
                ' ',
                Text[Math.Clamp(doubt.SpanStart, 0, Text.Length)..Math.Clamp(doubt.SpanEnd, 0, Text.Length)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            )
        );

    /// <summary>The number stands in the marked words, and nothing about them is in doubt.</summary>
    public bool IsSaid(PlanTarget target) => target.IsSaidIn(Text) && !OpenDoubts.Any(d => d.Touches(target.SpanStart, target.SpanEnd));

    /// <summary>How far a target is settled: a word and the tone of its chip.</summary>
    public (string Word, string Tone) StateOf(PlanTarget target) =>
        target.Origin switch
        {
            PlanItemOrigin.Corrected => ("Đã sửa tay", "info"),
            PlanItemOrigin.Added => ("Thêm tay", "info"),
            PlanItemOrigin.Copied => ("Theo cấp trên", "info"),
            _ => IsSaid(target) ? ("Khớp câu gốc", "good") : ("Xem lại", "wait"),
        };

    /// <summary>Whose work it is, in the order of the text.</summary>
    public IReadOnlyList<IGrouping<string, PlanTask>> TasksByLead => [.. Plan.Tasks.GroupBy(t => t.Lead)];

    /// <summary>In the order of the text while they are checked; in force by the next day, and those without one last.</summary>
    public IEnumerable<PlanDeadline> DeadlinesInOrder => Edits ? Plan.Deadlines : Plan.Deadlines.OrderBy(d => Plan.NextLastDay(d, Today) ?? DateOnly.MaxValue).ThenBy(d => d.Place);

    public static string YearWord(int? year, IStringLocalizer words) => year?.ToString(CultureInfo.InvariantCulture) ?? words["Không ghi năm"];

    public static string IdOf(PlanItem item) =>
        item switch
        {
            PlanTarget => "ct",
            PlanDeadline => "h",
            PlanTask => "nv",
            PlanGoal => "mt",
            PlanBasis => "cc",
            _ => "tv",
        } + $"-{item.Place}";

    /// <summary>An item in a few words, for who does not see where a link stands.</summary>
    public static string NameOf(PlanItem item) =>
        item switch
        {
            PlanTarget target => $"{target.Asked} {PlanWords.Short(target.Measure)}{(target.Year is { } year ? $", {year}" : "")}",
            PlanDeadline deadline => $"{deadline.Said.Trim()} {PlanWords.Short(deadline.What)}",
            PlanTask task => PlanWords.Short(task.What),
            _ => "",
        };

    /// <summary>Where a doubt stands in the list, where one comes back to after a correction; the words in doubt stand elsewhere, under <see cref="IdOf(PlanDoubt)"/>.</summary>
    public static string RowIdOf(PlanDoubt doubt) => RowIdOfDoubt(doubt.Place);

    public static string RowIdOfDoubt(int place) => $"nghi-{place}";

    /// <summary>Its row on the page, where one comes back to after a change; the words it was read from stand elsewhere, under <see cref="IdOf(PlanItem)"/>.</summary>
    public static string RowIdOf(PlanItem item) => $"dong-{IdOf(item)}";

    public static string RowIdOf(ItemRef item) =>
        "dong-"
        + item.Kind switch
        {
            PlanItemKind.Target => "ct",
            PlanItemKind.Deadline => "h",
            PlanItemKind.Task => "nv",
            PlanItemKind.Goal => "mt",
            PlanItemKind.Basis => "cc",
            _ => "tv",
        }
        + $"-{item.Place}";

    public static string IdOf(PlanDoubt doubt) => $"x-{doubt.Place}";

    /// <summary>A target from whose words all listed ones have their year, so that it is said once; null where they differ or there are few.</summary>
    public PlanTarget? SharedYear =>
        Listed.Count(t => !t.Dropped) > 1 && Listed.Where(t => !t.Dropped).DistinctBy(t => (t.YearFrom, t.YearMark, t.YearFromStart)).ToList() is [{ YearFrom: not null } one]
            ? one
            : null;

    /// <summary>Where the words stand that gave a target its year: targets under one heading share them.</summary>
    public static string YearIdOf(PlanTarget target) => $"nam-{target.YearFromStart}";

    /// <summary>The sentence an item was read from; null where it stands nowhere.</summary>
    public string? SaidAt(PlanItem item) => item.HasSpan && item.SpanEnd <= Text.Length ? Sentence.Around(Text, item.SpanStart, item.SpanEnd) : null;

    private IEnumerable<PlanItem> Items() =>
        new IEnumerable<PlanItem>[] { Plan.Targets, Plan.Deadlines, Plan.Tasks, Plan.Goals, Plan.Bases, Plan.Members }.SelectMany(items => items);

    private IEnumerable<TextMark> Marks() =>
        Items()
            .Where(i => i.HasSpan && !i.Dropped)
            .Select(i => new TextMark(IdOf(i), i.SpanStart, i.SpanEnd))
            .Concat(Plan.Doubts.Where(d => d.HasSpan).Select(d => new TextMark(IdOf(d), d.SpanStart, d.SpanEnd)))
            .Concat(Plan.Targets.Where(t => t.HasYearSpan && !t.Dropped).DistinctBy(t => t.YearFromStart).Select(t => new TextMark(YearIdOf(t), t.YearFromStart, t.YearFromEnd)));
}

/// <summary>Settles one doubt, or all those of its words.</summary>
/// <param name="Alike">How many it settles.</param>
public sealed record SettleForm(Plan Plan, PlanDoubt Doubt, int Alike = 1);

/// <summary>What was done a moment ago, where it is told.</summary>
public sealed record JustForm(Plan Plan, JustDone? Just);

/// <summary>What can be done with one item on the check screen.</summary>
public sealed record ItemActions(Plan Plan, PlanItem Item, PlanItemKind Kind)
{
    /// <summary>The field by which it is ticked with others; null for what is dropped one by one.</summary>
    public string? Ticked =>
        Kind switch
        {
            PlanItemKind.Target => "Targets",
            PlanItemKind.Deadline => "Deadlines",
            PlanItemKind.Task => "Tasks",
            _ => null,
        };

    /// <summary>What is corrected, where several can be: a key of the resource file.</summary>
    public string EditWords =>
        Kind switch
        {
            PlanItemKind.Target => "Sửa chỉ tiêu",
            PlanItemKind.Deadline => "Sửa hạn",
            PlanItemKind.Task => "Sửa nhiệm vụ",
            _ => "Sửa",
        };

    /// <summary>Where it is corrected; null for what is only left out or kept.</summary>
    public string? EditUrl =>
        Kind switch
        {
            PlanItemKind.Target => $"/ke-hoach/{Plan.Id}/chi-tieu/{Item.Place}",
            PlanItemKind.Deadline => $"/ke-hoach/{Plan.Id}/han/{Item.Place}",
            PlanItemKind.Task => $"/ke-hoach/{Plan.Id}/nhiem-vu/{Item.Place}",
            _ => null,
        };
}

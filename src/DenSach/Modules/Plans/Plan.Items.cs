using DenSach.Papers.Plans;
using DenSach.Platform.Data;
using DenSach.Platform.Text;

namespace DenSach.Modules.Plans;

/// <summary>What the plan says, item by item, and how a reading becomes one.</summary>
public sealed partial class Plan
{
    private readonly List<PlanTarget> targets = [];
    private readonly List<PlanDeadline> deadlines = [];
    private readonly List<PlanTask> tasks = [];
    private readonly List<PlanGoal> goals = [];
    private readonly List<PlanBasis> bases = [];
    private readonly List<PlanMember> members = [];
    private readonly List<PlanPhase> phases = [];
    private readonly List<PlanMention> mentions = [];
    private readonly List<PlanDoubt> doubts = [];

    public PlanText? Received { get; private set; }
    public IReadOnlyList<PlanTarget> Targets => targets;
    public IReadOnlyList<PlanDeadline> Deadlines => deadlines;
    public IReadOnlyList<PlanTask> Tasks => tasks;
    public IReadOnlyList<PlanGoal> Goals => goals;
    public IReadOnlyList<PlanBasis> Bases => bases;
    public IReadOnlyList<PlanMember> Members => members;
    public IReadOnlyList<PlanPhase> Phases => phases;
    public IReadOnlyList<PlanMention> Mentions => mentions;
    public IReadOnlyList<PlanDoubt> Doubts => doubts;

    /// <summary>What is read becomes a draft: items in the order of the text.</summary>
    public static Plan Of(ExtractedPlan reading, string text, int areaId, int registerId, DateTime now, Guid by, string? mark = null)
    {
        var plan = new Plan
        {
            RegisterId = registerId,
            Id = RowId.New(registerId),
            AreaId = areaId,
            TextSha256 = HashOf(text),
            SourceMark = mark,
            TakenInAt = now,
            TakenInBy = by,
        };
        plan.Take(PlanFacts.Of(reading));
        plan.Received = new PlanText
        {
            RegisterId = registerId,
            PlanId = plan.Id,
            Text = text,
        };
        plan.TakeItems(reading);
        return plan;
    }

    /// <summary>A draft written here: with nothing in it, or with what the plan above asks, for this place to change.</summary>
    public static Plan Write(PlanFacts facts, int areaId, int registerId, Guid? organisationId, string? organisationName, DateTime now, Guid by)
    {
        var plan = new Plan
        {
            RegisterId = registerId,
            Id = RowId.New(registerId),
            AreaId = areaId,
            OrganisationId = organisationId,
            OrganisationName = organisationName,
            TakenInAt = now,
            TakenInBy = by,
        };
        plan.Take(facts);
        return plan;
    }

    /// <summary>Its own targets, which a plan under it may take over: not what it only quotes.</summary>
    public IEnumerable<PlanTarget> TargetsToTakeOver() => targets.Where(t => t.IsOwn && t.Scope is null);

    /// <summary>
    /// Takes over what the plan above asks of places like this one: its own targets, its deadlines and its tasks, each marked as copied; a task with its lead, and with its deadline
    /// where that is taken too: the one named for it, else the only one of those read in its words. Where this place sets itself another figure, the target says what stood above.
    /// </summary>
    /// <param name="above">The plan above.</param>
    /// <param name="takes">Whether an item is taken over; null for all of them.</param>
    /// <param name="figure">The own figure for a target, or null for that of the plan above.</param>
    public void CopyFrom(Plan above, Func<ItemRef, bool>? takes = null, Func<int, decimal?>? figure = null)
    {
        bool Takes(PlanItemKind kind, PlanItem item) => takes is null || takes(new ItemRef(kind, item.Place));
        foreach (var target in above.TargetsToTakeOver().Where(t => Takes(PlanItemKind.Target, t)))
        {
            var copied = Add(target.Content, PlanItemOrigin.Copied);
            if (figure?.Invoke(target.Place) is { } own && own != target.Value)
            {
                copied.Correct(target.Content with { Value = own, ValueTo = null });
            }
        }
        var places = above.deadlines.Where(d => Takes(PlanItemKind.Deadline, d)).ToDictionary(d => d.Place, d => Add(d.Content, PlanItemOrigin.Copied).Place);
        foreach (var task in above.tasks.Where(t => Takes(PlanItemKind.Task, t)))
        {
            int[] due = task.DeadlinePlace is { } named ? [named] : [.. above.InWordsOf(task).Select(d => d.Place).Where(places.ContainsKey)];
            Add(task.Content with { DeadlinePlace = due is [var only] && places.TryGetValue(only, out var here) ? here : null }, PlanItemOrigin.Copied);
        }
        CarryOut(above);
    }

    /// <summary>The deadlines that the received text names inside the words of the task, days from which something begins left aside.</summary>
    public IEnumerable<PlanDeadline> InWordsOf(PlanTask task) => deadlines.Where(d => !d.Dropped && d.Relation != PlanDeadline.From && d.IsInWords(task.SpanStart, task.SpanEnd));

    /// <summary>The deadline by which a task is to be done, where one is named for it and it was not left out.</summary>
    public PlanDeadline? DeadlineOf(PlanTask task) => deadlines.Find(d => d.Place == task.DeadlinePlace && !d.Dropped);

    /// <summary>The deadlines by which a task is to be done: the one named for it, else all that its own words name ("trước 20/6 và trước 10/12 hằng năm").</summary>
    public IEnumerable<PlanDeadline> DeadlinesOf(PlanTask task) => deadlines.Where(d => IsDue(task, d));

    /// <summary>The tasks that are to be done by a deadline.</summary>
    public IEnumerable<PlanTask> TasksBy(PlanDeadline deadline) => tasks.Where(t => !t.Dropped && IsDue(t, deadline));

    private static bool IsDue(PlanTask task, PlanDeadline deadline) =>
        !deadline.Dropped && deadline.IsOf(task) && (task.DeadlinePlace is not null || deadline.Relation != PlanDeadline.From);

    /// <summary>Leaves an item out, or takes it back; the deadline that was added for one task alone goes and comes with it. False where there is no such item.</summary>
    public bool Drop(ItemRef item, bool dropped)
    {
        IEnumerable<PlanItem> items = item.Kind switch
        {
            PlanItemKind.Target => targets,
            PlanItemKind.Deadline => deadlines,
            PlanItemKind.Task => tasks,
            PlanItemKind.Goal => goals,
            PlanItemKind.Basis => bases,
            PlanItemKind.Member => members,
            _ => [],
        };
        if (items.SingleOrDefault(i => i.Place == item.Place) is not { } found)
        {
            return false;
        }
        found.Drop(dropped);
        if (found is PlanTask task && OwnDeadlineOf(task) is { } own)
        {
            own.Drop(dropped);
        }
        return true;
    }

    /// <summary>The deadline that a person added for this task alone.</summary>
    public PlanDeadline? OwnDeadlineOf(PlanTask task) =>
        deadlines.Find(d => d.Place == task.DeadlinePlace && d.Origin == PlanItemOrigin.Added && d.What == task.What && tasks.Count(t => t.DeadlinePlace == d.Place) == 1);

    public PlanTarget Add(TargetContent content, PlanItemOrigin origin = PlanItemOrigin.Added) => Kept(targets, PlanTarget.Of(content, this, Next(targets), origin, default));

    public PlanDeadline Add(DeadlineContent content, PlanItemOrigin origin = PlanItemOrigin.Added) =>
        Kept(deadlines, PlanDeadline.Of(content, this, Next(deadlines), origin, default));

    public PlanTask Add(TaskContent content, PlanItemOrigin origin = PlanItemOrigin.Added) => Kept(tasks, PlanTask.Of(content, this, Next(tasks), origin, default));

    /// <summary>Rests it on a document of the central level, as a legal basis.</summary>
    public void Cite(NationalDocument document) =>
        bases.Add(
            new PlanBasis
            {
                RegisterId = RegisterId,
                PlanId = Id,
                Place = Next(bases),
                Origin = PlanItemOrigin.Added,
                SpanStart = 0,
                SpanEnd = 0,
                Kind = document.Kind,
                Number = document.Number,
                IssuedOn = document.IssuedOn,
                Issuer = document.Issuer,
            }
        );

    public void Doubt(string code, string message, SourceSpan span) => doubts.Add(PlanDoubt.Of(this, doubts.Count + 1, code, message, span));

    private void TakeItems(ExtractedPlan reading)
    {
        targets.AddRange(reading.Targets.Concat(reading.TableTargets).Select((t, i) => PlanTarget.Of(TargetContent.Of(t), this, i + 1, PlanItemOrigin.Read, t.Span, t.YearFrom)));
        LeaveOutTwice(reading.Targets.Count);
        deadlines.AddRange(reading.Deadlines.Select((d, i) => PlanDeadline.Of(DeadlineContent.Of(d), this, i + 1, PlanItemOrigin.Read, d.Span)));
        tasks.AddRange(
            reading.Tasks.Select(
                (t, i) => PlanTask.Of(TaskContent.Of(t) with { DeadlinePlace = PlaceOf(reading.DueOf(t), reading) }, this, i + 1, PlanItemOrigin.Read, t.Span, t.FromTable)
            )
        );
        PlanReadParts.Take(reading, this, goals, bases, members, phases, mentions);
        foreach (var warning in reading.Warnings)
        {
            Doubt(warning.Code, warning.Message, warning.Span);
        }
    }

    /// <summary>Targets that a table says again are left out, so that nobody counts them twice; a person is told, and may take them back.</summary>
    /// <param name="inSentences">So many of the targets stand in sentences; those behind them stand in tables.</param>
    private void LeaveOutTwice(int inSentences)
    {
        var said = targets.Take(inSentences).Where(t => t.Scope is null).Select(t => KeyOf(t.Content)).ToHashSet();
        var again = targets.Skip(inSentences).Where(t => t.Scope is null && said.Contains(KeyOf(t.Content))).ToList();
        again.ForEach(t => t.Drop(true));
        if (again is [var first, ..])
        {
            Doubt(
                "twice",
                $"Bảng ghi lại {again.Count} chỉ tiêu đã có trong câu (cùng năm, mức và danh hiệu): đã bỏ ở bảng để không tính hai lần. Nếu là chỉ tiêu khác thì lấy lại ở mục đã bỏ.",
                new SourceSpan(first.SpanStart, first.SpanEnd)
            );
        }

        static object KeyOf(TargetContent of) =>
            (of.Year, of.Value, of.ValueTo, of.Unit, of.Subject, of.Title, of.TitleContext, of.Recurrence, of.Title is null ? SearchKey.Of(of.Measure) : "");
    }

    private static int? PlaceOf(Papers.Plans.PlanDeadline? due, ExtractedPlan reading) =>
        due is null ? null : Enumerable.Range(1, reading.Deadlines.Count).First(place => ReferenceEquals(reading.Deadlines[place - 1], due));

    private static int Next<T>(List<T> items)
        where T : PlanItem => items.Count == 0 ? 1 : items.Max(i => i.Place) + 1;

    private static T Kept<T>(List<T> items, T item)
    {
        items.Add(item);
        return item;
    }
}

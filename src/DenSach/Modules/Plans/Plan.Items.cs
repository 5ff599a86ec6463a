using DenSach.Papers.Plans;
using DenSach.Platform.Data;

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

    /// <summary>Takes over what the plan above asks of places like this one: its own targets, its deadlines and its tasks, each marked as copied.</summary>
    public void CopyFrom(Plan above)
    {
        foreach (var target in above.targets.Where(t => t.IsOwn && t.Scope is null))
        {
            Add(target.Content, PlanItemOrigin.Copied);
        }
        foreach (var deadline in above.deadlines)
        {
            Add(deadline.Content, PlanItemOrigin.Copied);
        }
        foreach (var task in above.tasks)
        {
            Add(task.Content, PlanItemOrigin.Copied);
        }
        CarryOut(above);
    }

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
        deadlines.AddRange(reading.Deadlines.Select((d, i) => PlanDeadline.Of(DeadlineContent.Of(d), this, i + 1, PlanItemOrigin.Read, d.Span)));
        tasks.AddRange(reading.Tasks.Select((t, i) => PlanTask.Of(TaskContent.Of(t), this, i + 1, PlanItemOrigin.Read, t.Span, t.FromTable)));
        PlanReadParts.Take(reading, this, goals, bases, members, phases, mentions);
        foreach (var warning in reading.Warnings)
        {
            Doubt(warning.Code, warning.Message, warning.Span);
        }
    }

    private static int Next<T>(List<T> items)
        where T : PlanItem => items.Count == 0 ? 1 : items.Max(i => i.Place) + 1;

    private static T Kept<T>(List<T> items, T item)
    {
        items.Add(item);
        return item;
    }
}

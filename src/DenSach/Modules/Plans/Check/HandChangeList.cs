using DenSach.Papers.Plans;
using PlanReading = DenSach.Papers.Plans.PlanReader;

namespace DenSach.Modules.Plans.Check;

/// <summary>Sets what was done by hand to an earlier edition beside a later one: what is already so is left out, the rest is offered or told.</summary>
internal sealed class HandChangeList
{
    private readonly List<HandChange> found = [];
    private readonly EditionMatch match;
    private readonly Plan earlier;
    private readonly Plan later;

    /// <summary>The earlier edition as the reader reads it, without any hand.</summary>
    private readonly Plan asRead;

    private HandChangeList(Plan earlier, Plan later)
    {
        (this.earlier, this.later) = (earlier, later);
        match = new EditionMatch(earlier, later);
        asRead = Reading(earlier);
    }

    public static IReadOnlyList<HandChange> Of(Plan earlier, Plan later)
    {
        var list = new HandChangeList(earlier, later);
        list.Facts();
        list.Items(PlanItemKind.Target, e => e.Targets, list.Correction, list.Addition);
        list.Items(PlanItemKind.Deadline, e => e.Deadlines, list.Correction, list.Addition);
        list.Items(PlanItemKind.Task, e => e.Tasks, list.Correction, list.Addition);
        list.Items(PlanItemKind.Goal, e => e.Goals, (_, _, _) => null, _ => null);
        list.Items(PlanItemKind.Basis, e => e.Bases, (_, _, _) => null, _ => null);
        list.Items(PlanItemKind.Member, e => e.Members, (_, _, _) => null, _ => null);
        return list.found;
    }

    private static Plan Reading(Plan plan) => Plan.Of(PlanReading.Read(plan.Received!.Text), plan.Received.Text, plan.AreaId, plan.RegisterId, default, default);

    /// <summary>Every item a person touched, first paired with its like so that no two find the same one.</summary>
    private void Items<T>(PlanItemKind kind, Func<Plan, IReadOnlyList<T>> items, Func<T, T, T, Carried?> correct, Func<T, Action<Plan>?> add)
        where T : PlanItem
    {
        var read = items(asRead).ToDictionary(i => i.Place);
        foreach (var item in items(earlier).Where(i => i.Dropped || i.ByHand))
        {
            var key = HandChange.KeyOf(kind, item);
            if (item.Origin == PlanItemOrigin.Added)
            {
                if (!item.Dropped && !items(later).Any(i => !i.Dropped && IsThere(item, i)))
                {
                    found.Add(new HandChange(key, HandAct.Added, item.InOneLine(), [], null) { Apply = add(item) });
                }
                continue;
            }
            var before = read.GetValueOrDefault(item.Place) is { } same && same.SpanStart == item.SpanStart ? same : item;
            var here = match.Find(item, before, items(later));
            if (item.Dropped)
            {
                if (here is not { Dropped: true })
                {
                    found.Add(
                        new HandChange(key, HandAct.Dropped, before.InOneLine(), [], null) { Apply = here is null ? null : p => p.Drop(new ItemRef(kind, here.Place), true) }
                    );
                }
                continue;
            }
            // Whoever checks this edition had a hand on it already.
            if (here is { ByHand: true } or { Dropped: true })
            {
                continue;
            }
            var carried = correct(item, before, here ?? before);
            if (here is null || carried is { Differs: true })
            {
                found.Add(
                    new HandChange(key, HandAct.Corrected, before.InOneLine(), carried?.Fields ?? [], here is null ? null : carried?.Here)
                    {
                        Apply = here is null ? null : carried?.Apply,
                    }
                );
            }
        }
    }

    private sealed record Carried(IReadOnlyList<FieldChange> Fields, string? Here, bool Differs, Action<Plan> Apply);

    private Carried? Correction(PlanTarget after, PlanTarget before, PlanTarget here)
    {
        var (content, merge) = FieldMerge.Of(before.Content, after.Content, here.Content);
        return new(merge.Changes, merge.Otherwise, merge.Differs, p => p.Targets.Single(t => t.Place == here.Place).Correct(content));
    }

    private Carried? Correction(PlanDeadline after, PlanDeadline before, PlanDeadline here)
    {
        var (content, merge) = FieldMerge.Of(before.Content, after.Content, here.Content);
        return new(merge.Changes, merge.Otherwise, merge.Differs, p => p.Deadlines.Single(d => d.Place == here.Place).Correct(content));
    }

    private Carried? Correction(PlanTask after, PlanTask before, PlanTask here)
    {
        // None may be kept of a task that was taken in before this was read: that is no hand, and strikes out nothing in this edition.
        var written = after.IsProductStruckOut ? after.Content : after.Content with { Product = after.Product ?? before.Product };
        var (content, merge) = FieldMerge.Of(before.Content, written, here.Content);
        var due = after.DeadlinePlace is null ? null : earlier.DeadlineOf(after);
        var differs = merge.Differs || due is not null && here.DeadlinePlace is null;
        IReadOnlyList<FieldChange> fields = due is null ? merge.Changes : [.. merge.Changes, new FieldChange("Hạn", "", due.Said)];
        return new(
            fields,
            merge.Otherwise,
            differs,
            p => p.Tasks.Single(t => t.Place == here.Place).Correct(content with { DeadlinePlace = here.DeadlinePlace ?? DueHere(p, due) })
        );
    }

    private Action<Plan>? Addition(PlanTarget added) => p => p.Add(added.Content);

    private Action<Plan>? Addition(PlanDeadline added) => p => p.Add(added.Content);

    private Action<Plan>? Addition(PlanTask added)
    {
        var due = earlier.DeadlineOf(added);
        return p => p.Add(added.Content with { DeadlinePlace = DueHere(p, due) });
    }

    /// <summary>The same deadline in this edition; one that a person had added for the task comes with it.</summary>
    private static int? DueHere(Plan plan, PlanDeadline? due) =>
        due is null ? null
        : plan.Deadlines.FirstOrDefault(d => !d.Dropped && IsThere(due, d)) is { } there ? there.Place
        : due.Origin == PlanItemOrigin.Added ? plan.Add(due.Content).Place
        : null;

    private static bool IsThere(PlanItem added, PlanItem one) =>
        (added, one) switch
        {
            (PlanTarget a, PlanTarget b) => (a.Subject, a.Title, a.Unit, a.Year, a.Value) == (b.Subject, b.Title, b.Unit, b.Year, b.Value)
                && MeasureWords.SayTheSame(a.Measure, b.Measure),
            (PlanDeadline a, PlanDeadline b) => a.Said == b.Said && MeasureWords.SayTheSame(a.What, b.What),
            (PlanTask a, PlanTask b) => MeasureWords.SayTheSame(a.Lead, b.Lead) && MeasureWords.SayTheSame(a.What, b.What),
            _ => added.InOneLine() == one.InOneLine(),
        };

    private void Facts()
    {
        var (before, after, now) = (PlanFacts.Of(asRead), PlanFacts.Of(earlier), PlanFacts.Of(later));
        if (before == after || later.Received is not null && PlanFacts.Of(Reading(later)) != now)
        {
            return;
        }
        var (facts, merge) = FieldMerge.Of(before, after, now);
        if (merge.Differs)
        {
            // Number, day and signature belong to one paper: to an amendment they are carried over one by one, never with the rest.
            var same = MeasureWords.Common(before.Title, now.Title) >= 1;
            found.Add(
                new HandChange(HandChange.FactsKey, HandAct.Corrected, "Phần đầu và chữ ký của văn bản", merge.Changes, merge.Otherwise ?? (same ? null : PlanWords.NameOf(later)))
                {
                    Apply = p => p.Correct(facts, p.ChangedAt ?? p.TakenInAt),
                }
            );
        }
    }
}

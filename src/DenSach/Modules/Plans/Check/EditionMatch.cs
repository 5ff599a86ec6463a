namespace DenSach.Modules.Plans.Check;

/// <summary>
/// Finds in a later edition of a plan the item that an item of the earlier one was: by its sentence, which a mended typing mistake leaves almost the same, and by what was read
/// from it. Each is found once; where two would do as well, none is.
/// </summary>
internal sealed class EditionMatch(Plan earlier, Plan later)
{
    private readonly PlanSheet before = new(earlier, default, Edits: true);
    private readonly PlanSheet after = new(later, default, Edits: true);
    private readonly HashSet<PlanItem> taken = [];

    /// <param name="item">An item of the earlier edition.</param>
    /// <param name="asRead">The same as it had been read, before a person changed it.</param>
    /// <param name="among">The items of its kind in the later edition.</param>
    public T? Find<T>(T item, T asRead, IReadOnlyList<T> among)
        where T : PlanItem
    {
        // Changed here in the same way already: applied again, or corrected anew by hand.
        if (among.FirstOrDefault(one => one.ByHand && !taken.Contains(one) && one.InOneLine() == item.InOneLine()) is { } done)
        {
            taken.Add(done);
            return done;
        }
        var sentence = before.SaidAt(item);
        var scored = among
            .Where(one => !taken.Contains(one))
            .Select(one => (Item: one, Score: Score(sentence, asRead, one)))
            .Where(s => s.Score > 0)
            .OrderByDescending(s => s.Score)
            .Take(2)
            .ToList();
        if (scored.Count == 0 || scored.Count > 1 && scored[0].Score - scored[1].Score < 0.01)
        {
            return null;
        }
        taken.Add(scored[0].Item);
        return scored[0].Item;
    }

    private double Score(string? sentence, PlanItem asRead, PlanItem one)
    {
        var said = sentence is not null && after.SaidAt(one) is { } here ? MeasureWords.Common(sentence, here) : 0;
        var same = asRead.InOneLine() == one.InOneLine();
        if (said < MeasureWords.Same && !same || !IsOfOneThing(asRead, one))
        {
            return 0;
        }
        return said * 2 + (same ? 1 : 0) + Alike(asRead, one);
    }

    /// <summary>Two targets of one sentence are two things, and so is the same target for another year.</summary>
    private static bool IsOfOneThing(PlanItem one, PlanItem other) =>
        (one, other) switch
        {
            (PlanTarget a, PlanTarget b) => (a.Year, a.Scope, a.OfParent) == (b.Year, b.Scope, b.OfParent)
                && (a.Title is not null && b.Title is not null ? a.Title == b.Title : MeasureWords.SayTheSame(a.Measure, b.Measure)),
            (PlanDeadline a, PlanDeadline b) => MeasureWords.SayTheSame(a.What, b.What),
            (PlanTask a, PlanTask b) => MeasureWords.SayTheSame(a.What, b.What),
            _ => MeasureWords.SayTheSame(one.InOneLine(), other.InOneLine()),
        };

    private static double Alike(PlanItem one, PlanItem other) =>
        (one, other) switch
        {
            (PlanTarget a, PlanTarget b) => (a.Subject == b.Subject ? 0.4 : 0) + (a.Title == b.Title ? 0.4 : 0) + MeasureWords.Common(a.Measure, b.Measure),
            (PlanDeadline a, PlanDeadline b) => ((a.Day, a.Month, a.Quarter, a.Year) == (b.Day, b.Month, b.Quarter, b.Year) ? 1 : 0)
                + (a.Recurrence == b.Recurrence ? 0.2 : 0)
                + MeasureWords.Common(a.What, b.What),
            (PlanTask a, PlanTask b) => MeasureWords.Common(a.Lead, b.Lead) + MeasureWords.Common(a.What, b.What),
            _ => MeasureWords.Common(one.InOneLine(), other.InOneLine()),
        };
}

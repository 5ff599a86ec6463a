using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Papers.Plans;

namespace DenSach.Modules.Plans.Write;

/// <summary>What a plan holds that one under it may take over, what concerns the taker first; a person ticks.</summary>
public sealed record ToTakeOver(IReadOnlyList<PlanTarget> Targets, IReadOnlyList<PlanDeadline> Deadlines, IReadOnlyList<PlanTask> Tasks, IReadOnlySet<ItemRef> Proposed)
{
    private static readonly HashSet<PlanSubject> OfHamlets =
    [
        PlanSubject.Household,
        PlanSubject.Clan,
        PlanSubject.Hamlet,
        PlanSubject.Citizen,
        PlanSubject.Adult,
        PlanSubject.CitizenWithTitle,
        PlanSubject.WorkingAge,
        PlanSubject.Population,
        PlanSubject.Population15Plus,
    ];

    private static readonly HashSet<PlanSubject> OfOrganisations = [PlanSubject.Organisation, PlanSubject.Official, PlanSubject.Worker, PlanSubject.CitizenWithTitle];

    public int Count => Targets.Count + Deadlines.Count + Tasks.Count;

    public static ToTakeOver Of(Plan above, Taker taker, DateOnly today, int? firstYear)
    {
        var targets = above.TargetsToTakeOver().ToList();
        var proposed = targets
            .Where(t => Concerns(t.Subject, taker) && !(t.Year < (firstYear ?? today.Year)))
            .Select(t => new ItemRef(PlanItemKind.Target, t.Place))
            .Concat(above.Deadlines.Where(d => above.Asks(d, taker) && !IsOver(d, today)).Select(d => new ItemRef(PlanItemKind.Deadline, d.Place)))
            .Concat(above.Tasks.Where(t => above.Asks(t, taker)).Select(t => new ItemRef(PlanItemKind.Task, t.Place)))
            .ToHashSet();
        return new ToTakeOver(First(targets, PlanItemKind.Target), First(above.Deadlines, PlanItemKind.Deadline), First(above.Tasks, PlanItemKind.Task), proposed);

        IReadOnlyList<T> First<T>(IReadOnlyList<T> items, PlanItemKind kind)
            where T : PlanItem => [.. items.OrderByDescending(i => proposed.Contains(new ItemRef(kind, i.Place))).ThenBy(i => i.Place)];
    }

    public static Taker For(PlanOwner owner, Area area) =>
        owner.OrganisationId is not null ? new Taker(TakerKind.Organisation, owner.Kind)
        : area.Kind == AreaKind.Hamlet ? Taker.Hamlet
        : new Taker(TakerKind.Commune);

    /// <summary>An organisation is asked what concerns all of them, and what concerns its own kind.</summary>
    private static bool Concerns(PlanSubject subject, Taker taker) =>
        taker.Kind switch
        {
            TakerKind.Hamlet => OfHamlets.Contains(subject),
            TakerKind.Organisation => OfOrganisations.Contains(subject) || OwnSubjects(taker.Organisation).Contains(subject),
            _ => true,
        };

    private static PlanSubject[] OwnSubjects(OrganisationKind? kind) =>
        kind switch
        {
            >= OrganisationKind.Kindergarten and <= OrganisationKind.OtherSchool => [PlanSubject.School, PlanSubject.Pupil],
            OrganisationKind.LearningCentre => [PlanSubject.LearningCentre],
            OrganisationKind.Enterprise or OrganisationKind.Cooperative => [PlanSubject.Enterprise],
            _ => [],
        };

    /// <summary>It comes once, and that is past. One before the years of the plan that is written prepares for them: it is asked whenever it says (docs/decisions/0011).</summary>
    private static bool IsOver(PlanDeadline deadline, DateOnly today) => deadline is { Year: { } year } && deadline.LastDay(year) < today;
}

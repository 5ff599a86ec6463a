using System.Text.RegularExpressions;
using DenSach.Modules.Areas;
using DenSach.Papers.Plans;

namespace DenSach.Modules.Plans.Write;

/// <summary>For whom a plan is written under another one: what concerns them is proposed first.</summary>
public enum TakerKind
{
    Hamlet,
    Organisation,
    Commune,
}

/// <summary>What a plan holds that one under it may take over, what concerns the taker first; a person ticks.</summary>
public sealed partial record ToTakeOver(IReadOnlyList<PlanTarget> Targets, IReadOnlyList<PlanDeadline> Deadlines, IReadOnlyList<PlanTask> Tasks, IReadOnlySet<ItemRef> Proposed)
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

    private static readonly HashSet<PlanSubject> OfOrganisations =
    [
        PlanSubject.Organisation,
        PlanSubject.Official,
        PlanSubject.Worker,
        PlanSubject.School,
        PlanSubject.LearningCentre,
        PlanSubject.Enterprise,
        PlanSubject.Pupil,
        PlanSubject.CitizenWithTitle,
    ];

    public int Count => Targets.Count + Deadlines.Count + Tasks.Count;

    public static ToTakeOver Of(Plan above, TakerKind taker, DateOnly today, int? firstYear)
    {
        var targets = above.TargetsToTakeOver().ToList();
        var proposed = targets
            .Where(t => Concerns(t.Subject, taker) && !(t.Year < (firstYear ?? today.Year)))
            .Select(t => new ItemRef(PlanItemKind.Target, t.Place))
            .Concat(above.Deadlines.Where(d => Concerns($"{d.What} {d.SentTo}", taker) && !IsOver(d, today)).Select(d => new ItemRef(PlanItemKind.Deadline, d.Place)))
            .Concat(above.Tasks.Where(t => Concerns($"{t.Lead}\n{t.Partners}", taker)).Select(t => new ItemRef(PlanItemKind.Task, t.Place)))
            .ToHashSet();
        return new ToTakeOver(First(targets, PlanItemKind.Target), First(above.Deadlines, PlanItemKind.Deadline), First(above.Tasks, PlanItemKind.Task), proposed);

        IReadOnlyList<T> First<T>(IReadOnlyList<T> items, PlanItemKind kind)
            where T : PlanItem => [.. items.OrderByDescending(i => proposed.Contains(new ItemRef(kind, i.Place))).ThenBy(i => i.Place)];
    }

    public static TakerKind KindOf(Area area, bool organisation) =>
        organisation ? TakerKind.Organisation
        : area.Kind == AreaKind.Hamlet ? TakerKind.Hamlet
        : TakerKind.Commune;

    private static bool Concerns(PlanSubject subject, TakerKind taker) =>
        taker switch
        {
            TakerKind.Hamlet => OfHamlets.Contains(subject),
            TakerKind.Organisation => OfOrganisations.Contains(subject),
            _ => true,
        };

    private static bool Concerns(string words, TakerKind taker) =>
        taker switch
        {
            TakerKind.Hamlet => Hamlets().IsMatch(words),
            TakerKind.Organisation => Organisations().IsMatch(words),
            _ => true,
        };

    /// <summary>It came once, and that day is past.</summary>
    private static bool IsOver(PlanDeadline deadline, DateOnly today) => deadline is { Year: { } year } && deadline.LastDay(year) < today;

    /// <summary>Hamlets by whatever name, and whoever leads them; not "văn bản", "cơ bản", "bản thân".</summary>
    [GeneratedRegex(
        @"\b(thôn|ấp|buôn|khóm|tổ dân phố|khu phố|khu dân cư|làng|xóm)\b|(?<!văn |cơ |phiên |biên |ấn |bài )\bbản\b(?! thân| đồ| sắc| lĩnh| quyền| tin| chất| cam)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Hamlets();

    [GeneratedRegex(@"\b(cơ quan|đơn vị|trường|doanh nghiệp|hợp tác xã)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Organisations();
}

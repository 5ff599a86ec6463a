using DenSach.Modules.Registry;
using DenSach.Papers.Plans;

namespace DenSach.Modules.Plans;

/// <summary>Who reads a plan to see what it asks of him.</summary>
public enum TakerKind
{
    Hamlet,
    Organisation,
    Commune,
}

/// <param name="Organisation">What an organisation is; null where nobody knows.</param>
public sealed record Taker(TakerKind Kind, OrganisationKind? Organisation = null)
{
    public static Taker Hamlet { get; } = new(TakerKind.Hamlet);
}

/// <summary>
/// Whom the words of a plan ask. A task asks whoever leads it. A deadline asks whoever leads the tasks that are to be done by it; without one, whoever its sentence names before it
/// says what to do: "các thôn, bản báo cáo UBND xã" asks hamlets, "UBND xã tổng hợp báo cáo của các thôn" does not. A sentence that names nobody asks everybody in the commune,
/// unless it goes up from the commune.
/// </summary>
public static class Addressees
{
    public static bool Asks(this Plan plan, PlanDeadline deadline, Taker taker)
    {
        if (taker.Kind == TakerKind.Commune)
        {
            return true;
        }
        var tasks = plan.Tasks.Where(deadline.IsOf).ToList();
        if (tasks.Count > 0)
        {
            return tasks.Any(t => plan.Asks(t, taker));
        }
        var doer = AgencyWords.BeforeTheVerb(deadline.What);
        return AgencyWords.Names(doer, taker)
            || IsOfTheCommune(plan) && (AgencyWords.NamesEverybody(doer) || !AgencyWords.NamesAnybody(doer) && !AgencyWords.IsAboveCommune(deadline.SentTo));
    }

    /// <summary>Of a plan of a level above: whether a deadline is one for communes, by who leads its tasks or by whom its sentence names first.</summary>
    public static bool AsksCommunes(this Plan plan, PlanDeadline deadline)
    {
        var tasks = plan.Tasks.Where(deadline.IsOf).ToList();
        return !IsOfTheCommune(plan)
            && (AgencyWords.NamesCommunes(AgencyWords.BeforeTheVerb(deadline.What)) || tasks.Exists(t => AgencyWords.NamesCommunes(NamedWords.Of(t.Lead))));
    }

    public static bool Asks(this Plan plan, PlanTask task, Taker taker)
    {
        var lead = NamedWords.Of(task.Lead);
        return taker.Kind == TakerKind.Commune || AgencyWords.Names(lead, taker) || IsOfTheCommune(plan) && AgencyWords.NamesEverybody(lead);
    }

    /// <summary>Of a level above the commune "các địa phương" are communes, and nobody named is no hamlet.</summary>
    private static bool IsOfTheCommune(Plan plan) => plan.Level is null or PlanLevel.Commune;
}

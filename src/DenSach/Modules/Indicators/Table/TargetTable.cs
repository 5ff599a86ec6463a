using DenSach.Modules.Areas;
using DenSach.Papers.Plans;

namespace DenSach.Modules.Indicators.Table;

/// <summary>What the plans of an area ask for as at a day, and how far it is: the one answer behind page, API and command line.</summary>
/// <param name="TreeRevision">Of the tree by which it was added up.</param>
/// <param name="Families">Learning families in the area, whether a plan asks for them or not.</param>
/// <param name="RecognisedThisYear">Recognitions by decisions of the day's year up to the day: a flow, counting decisions and not families.</param>
/// <param name="PlanOf">Whose plans these are: the area itself, or for a hamlet its commune.</param>
/// <param name="Sets">By which criteria the decisions in force were made.</param>
/// <param name="RestsOnSample">Whether one of the families counted was recognised by a sample set.</param>
public sealed record TargetTable(
    int AreaId,
    string Area,
    AreaKind Kind,
    DateOnly AsAt,
    int TreeRevision,
    Figure Families,
    long RecognisedThisYear,
    string PlanOf,
    IReadOnlyList<PlanLines> Plans,
    IReadOnlyList<AreaLine> Below,
    IReadOnlyList<SetUsed> Sets,
    bool RestsOnSample
)
{
    /// <summary>How many of the areas directly below have households in the registry: a sum over fewer than all says so.</summary>
    public int BelowWithData => Below.Count(b => b.Figure.Share is not null);
}

/// <summary>A share, or nothing where nobody counts.</summary>
public sealed record Figure(long? Numerator, long? Denominator, decimal? Percent)
{
    public static Figure None { get; } = new(null, null, null);

    public static Figure Of(Share share) => share.Denominator <= 0 ? None : new(share.Numerator, share.Denominator, share.Percent);

    internal Share? Share => Numerator is { } above && Denominator is { } below ? new Share(above, below) : null;
}

/// <param name="RunsFrom">The first year of its period, where that is still to come.</param>
public sealed record PlanLines(Guid PlanId, string Name, string Title, int? RunsFrom, IReadOnlyList<TargetLine> Lines);

/// <param name="Place">Of the target in its plan.</param>
/// <param name="Words">The title to be held, or the plan's own phrase, whole.</param>
/// <param name="Asked">As the plan says it: "≥ 60%".</param>
/// <param name="Indicator">The indicator that answers it; null where none does and there is no figure.</param>
/// <param name="Gap">How many more subjects bring the target.</param>
/// <param name="NeededToday">Percent on the straight line to the target, to one decimal.</param>
public sealed record TargetLine(
    int Place,
    PlanSubject Subject,
    string Words,
    int? Year,
    decimal Value,
    string Unit,
    string Asked,
    string? Indicator,
    Figure Figure,
    long? Gap,
    decimal? NeededToday,
    TargetState State
);

/// <param name="Target">The families line that applies there: of its own plan, else of the plan above.</param>
public sealed record AreaLine(int AreaId, string Area, AreaKind Kind, bool Invented, Figure Figure, TargetLine? Target);

public sealed record SetUsed(string SetId, string Version, string Title, bool Sample);

namespace DenSach.Scoring;

/// <summary>What a title is given to.</summary>
public enum SubjectKind
{
    /// <summary>Công dân.</summary>
    Citizen,

    /// <summary>Gia đình, hộ.</summary>
    Household,

    /// <summary>Dòng họ.</summary>
    Clan,

    /// <summary>Thôn, bản, ấp, khu phố, tổ dân phố.</summary>
    Hamlet,

    /// <summary>Cơ quan, đơn vị, trường học, doanh nghiệp, hợp tác xã.</summary>
    Organisation,

    /// <summary>Xã, phường, đặc khu.</summary>
    Commune,

    /// <summary>Huyện (đến 30/6/2025).</summary>
    District,

    /// <summary>Tỉnh, thành phố.</summary>
    Province,
}

/// <summary>How far a set may be relied on.</summary>
public enum SetStatus
{
    /// <summary>The official text, restated in full.</summary>
    OfficialComplete,

    /// <summary>An official text of which parts are not known; inactive.</summary>
    PartialDraft,

    /// <summary>Our own invention for trying the product; without legal force.</summary>
    Sample,
}

/// <summary>Whether a subject belongs to exactly one group or to several.</summary>
public enum GroupChoice
{
    /// <summary>Exactly one group.</summary>
    One,

    /// <summary>One or more groups.</summary>
    Many,
}

/// <summary>A name with what people read: a level, a condition of the area, a group, a step of a scale.</summary>
/// <param name="Id">Stable name, unique in its list.</param>
/// <param name="Title">What people read.</param>
public sealed record Named(string Id, string Title);

/// <summary>A section of the form.</summary>
/// <param name="Id">Stable name, unique among sections.</param>
/// <param name="Title">What people read.</param>
/// <param name="Points">The points its scored lines add up to; null where the set does not state them.</param>
/// <param name="Lines">The lines in order.</param>
public sealed record LineGroup(string Id, string Title, Points? Points, IReadOnlyList<Line> Lines);

/// <summary>How lines become one result: <see cref="SumOfPoints"/> or <see cref="AllOf"/>; <see cref="NotKnown"/> only in drafts.</summary>
public abstract record Combination
{
    private protected Combination() { }
}

/// <summary>The official text could not be read: a draft with this cannot be scored.</summary>
public sealed record NotKnown : Combination;

/// <summary>Every applicable line must be met.</summary>
public sealed record AllOf : Combination;

/// <summary>Points are added; the title is reached from a number of points on.</summary>
/// <param name="Max">What the scored lines add up to for every level, area and group.</param>
/// <param name="PassAt">The least total that passes.</param>
/// <param name="WhenNotApplicable">What happens to the points of a line that does not apply by circumstance.</param>
/// <param name="Lowest">The lowest allowed points of every scored line without one of its own; null for none.</param>
/// <param name="Cap">The greatest total with bonus points; null for none. A total is never below zero.</param>
/// <param name="Bands">Classes of a passing total, from high to low; the last starts at <paramref name="PassAt"/>.</param>
public sealed record SumOfPoints(Points Max, Points PassAt, NotApplicablePoints WhenNotApplicable, Points? Lowest, Points? Cap, IReadOnlyList<Band> Bands) : Combination;

/// <summary>
/// What a line that is on the form but does not apply by circumstance (no child in the family) does to a sum. A line
/// that is not on the subject's form at all (another group) never counts, neither for nor against.
/// </summary>
public enum NotApplicablePoints
{
    /// <summary>It gives its full points.</summary>
    Full,

    /// <summary>It gives none.</summary>
    None,

    /// <summary>It is left out and the rest is stretched to the maximum, cut downwards to a hundredth of a point.</summary>
    Rescale,
}

/// <summary>A class of a passing total.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Title">What people read: "Tốt".</param>
/// <param name="From">The least total of the class.</param>
public sealed record Band(string Id, string Title, Points From);

/// <summary>How long a recognition is valid.</summary>
/// <param name="Months">Null for a yearly title (the assessed year); otherwise months after the year of recognition.</param>
public sealed record Validity(int? Months)
{
    /// <summary>The title is assessed and recognised year by year.</summary>
    public static Validity OneYear { get; } = new((int?)null);

    /// <summary>Valid for 36 months after the year of recognition (circulars 24 and 25 of 2023, điều 5.4).</summary>
    public static Validity ThirtySixMonths { get; } = new(36);
}

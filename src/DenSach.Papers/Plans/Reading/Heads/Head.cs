namespace DenSach.Papers.Plans.Reading.Heads;

/// <summary>What a phrase opens with.</summary>
internal enum HeadKind
{
    /// <summary>Neither noun nor verb: "(2027)", "vào năm 2030".</summary>
    None,

    /// <summary>A verb: whom it speaks of stands elsewhere.</summary>
    Predicate,

    /// <summary>A noun that no list holds.</summary>
    Unknown,

    /// <summary>A noun of <see cref="SubjectTerms"/>.</summary>
    Known,
}

/// <summary>The noun that a figure measures.</summary>
/// <param name="Kind">Whether one stands there, and is known.</param>
/// <param name="Subject">Whom it counts; <see cref="PlanSubject.Other"/> where not known.</param>
/// <param name="Start">Its first character in the phrase.</param>
/// <param name="End">One past its last.</param>
internal readonly record struct Head(HeadKind Kind, PlanSubject Subject, int Start, int End);

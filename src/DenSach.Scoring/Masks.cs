namespace DenSach.Scoring;

/// <summary>A subject as bits over the lists of a set, so that "does it apply" is a few ands.</summary>
internal readonly record struct SubjectMask(ulong Level, ulong Areas, ulong Groups)
{
    public static SubjectMask Of(CriteriaSet set, Subject subject) =>
        new(subject.Level is { } level ? Bits(set.Levels, [level]) : 0, Bits(set.Areas, subject.Areas), Bits(set.Groups, subject.Groups));

    public static ulong Bits(IReadOnlyList<Named> known, IReadOnlyCollection<string> chosen)
    {
        ulong bits = 0;
        if (chosen.Count == 0)
            return bits;
        for (var i = 0; i < known.Count; i++)
            if (chosen.Contains(known[i].Id))
                bits |= 1UL << i;
        return bits;
    }
}

/// <summary>A <see cref="When"/> as bits. No bit in a list asks nothing of it.</summary>
internal readonly record struct WhenMask(ulong Levels, ulong Areas, ulong Groups, ulong ExceptAreas, ulong ExceptGroups)
{
    public static WhenMask Of(CriteriaSet set, When when) =>
        new(
            SubjectMask.Bits(set.Levels, when.Levels),
            SubjectMask.Bits(set.Areas, when.Areas),
            SubjectMask.Bits(set.Groups, when.Groups),
            SubjectMask.Bits(set.Areas, when.ExceptAreas),
            SubjectMask.Bits(set.Groups, when.ExceptGroups)
        );

    public bool Matches(SubjectMask subject) =>
        (Levels == 0 || (Levels & subject.Level) != 0)
        && (Areas == 0 || (Areas & subject.Areas) != 0)
        && (Groups == 0 || (Groups & subject.Groups) != 0)
        && (ExceptAreas & subject.Areas) == 0
        && (ExceptGroups & subject.Groups) == 0;
}

namespace DenSach.Modules.Registry;

/// <summary>Days from one up to, not including, another; without an end it goes on.</summary>
public readonly record struct Period(DateOnly From, DateOnly? To = null)
{
    public bool IsEmpty => To <= From;

    public bool Holds(DateOnly day) => From <= day && (To is null || day < To);

    public Period Overlap(Period other) => new(From > other.From ? From : other.From, To is null || other.To < To ? other.To : To);

    /// <summary>What is left when others are taken out; in order, never empty pieces.</summary>
    public IReadOnlyList<Period> Without(params IEnumerable<Period> others)
    {
        var left = new List<Period>();
        var rest = this;
        foreach (var gap in others.Select(Overlap).Where(o => !o.IsEmpty).OrderBy(o => o.From))
        {
            if (rest.From < gap.From)
            {
                left.Add(new Period(rest.From, gap.From));
            }
            if (gap.To is not { } end)
            {
                return left;
            }
            rest = rest with { From = end > rest.From ? end : rest.From };
        }
        return rest.IsEmpty ? left : [.. left, rest];
    }
}

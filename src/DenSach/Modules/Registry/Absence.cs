using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Registry;

/// <summary>
/// A household, or one of its members, is away: to work elsewhere, mostly. They stay in the list; once away for six months they count no more
/// until they are back.
/// </summary>
public sealed class Absence : RegisterRow
{
    public const int MonthsThatCount = 6;

    private DateOnly from;

    public required Guid HouseholdId { get; init; }

    /// <summary>Who is away; null when the whole household is.</summary>
    public Guid? PersonId { get; init; }

    public required DateOnly From
    {
        get => from;
        init
        {
            from = value;
            LongFrom = value.AddMonths(MonthsThatCount);
        }
    }

    /// <summary>The day six months are full; kept, so that a list and a sum agree to the day whatever the length of the months.</summary>
    public DateOnly LongFrom { get; private set; }

    /// <summary>The day of return.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The part of the absence in which the absent do not count; may be empty.</summary>
    public Period NotCounted => new(LongFrom, To);

    public bool Holds(DateOnly day) => new Period(From, To).Holds(day);

    public bool IsLongOn(DateOnly day) => NotCounted.Holds(day);

    public void EndOn(DateOnly day)
    {
        if (day <= From)
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, $"Who is away since {From:O} can be back only after that day.");
        }
        To = day;
    }
}

internal sealed class AbsenceMap : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.ToTable("absence").IsByRegister();
        absence.Ignore(a => a.NotCounted);
        absence.HasOne<Household>().WithMany().HasForeignKey(a => new { a.RegisterId, a.HouseholdId });
        absence.HasOne<Person>().WithMany().HasForeignKey(a => new { a.RegisterId, a.PersonId });
    }
}

using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Fold = DenSach.Platform.Text.SearchKey;

namespace DenSach.Modules.Registry;

public enum Sex
{
    Female,
    Male,
}

/// <summary>What somebody is to the head of the household. The order is the order of a family list.</summary>
public enum Relation
{
    Head,
    Spouse,
    Grandparent,
    Parent,
    Sibling,
    Child,
    ChildInLaw,
    Grandchild,
    GreatGrandchild,
    Other,
}

/// <summary>A member of a household. No religion, no ethnicity, no number of a paper: nothing that no rule reads.</summary>
public sealed class Person : RegisterRow, IInArea
{
    public const string ErasedName = "(đã xóa theo yêu cầu)";

    private string fullName = "";
    private string? occupation;

    public required Guid HouseholdId { get; init; }

    /// <summary>The hamlet, as of the household.</summary>
    public required int AreaId { get; init; }

    public required string FullName
    {
        get => fullName;
        init
        {
            fullName = value;
            SearchKey = Fold.Of(value);
        }
    }

    /// <summary>The name, folded.</summary>
    public string SearchKey { get; private set; } = "";

    public required Birth Born
    {
        get => BirthDate is { } date ? Birth.On(date) : Birth.In(BirthYear);
        init => (BirthYear, BirthDate) = (value.Year, value.Date);
    }

    public int BirthYear { get; private init; }
    public DateOnly? BirthDate { get; private set; }
    public required Sex Sex { get; init; }
    public required Relation RelationToHead { get; init; }
    public required Schooling Schooling { get; init; }
    public string? Occupation
    {
        get => occupation;
        init => occupation = value;
    }

    /// <summary>From when on the person is one of this household: its beginning, birth, marriage.</summary>
    public required DateOnly JoinedOn { get; init; }

    /// <summary>The first day the person is no longer one of it: moved, married away, died.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>The day the person was forgotten on request.</summary>
    public DateOnly? ErasedOn { get; private set; }

    public bool IsErased => ErasedOn is not null;

    public int AgeOn(DateOnly day) => Born.AgeOn(day);

    public Period Membership => new(JoinedOn, LeftOn);

    public void LeaveOn(DateOnly day)
    {
        if (day <= JoinedOn)
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, $"A member since {JoinedOn:O} can leave only after that day.");
        }
        LeftOn = day;
    }

    /// <summary>
    /// Forgets who it was. The year of birth, the sex and the schooling stay, for they say nothing of one person and the sums rest on them;
    /// without its day the birth counts from 1 January.
    /// </summary>
    internal void Erase(DateOnly day)
    {
        fullName = ErasedName;
        SearchKey = "";
        BirthDate = null;
        occupation = null;
        ErasedOn = day;
    }
}

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("person").IsByRegister();
        person.Property(p => p.FullName).HasMaxLength(200);
        person.Property(p => p.SearchKey).HasMaxLength(200);
        person.Property(p => p.Occupation).HasMaxLength(200);
        person.Ignore(p => p.Born).Ignore(p => p.Membership);
        person.ComplexProperty(
            p => p.Schooling,
            schooling =>
            {
                schooling.Property(s => s.Attending).HasColumnName("attending");
                schooling.Property(s => s.Grade).HasColumnName("grade");
                schooling.Property(s => s.Finished).HasColumnName("finished");
                schooling.Property(s => s.SchoolYear).HasColumnName("school_year");
            }
        );
        person.HasOne<Household>().WithMany().HasForeignKey(p => new { p.RegisterId, p.HouseholdId });
        person.HasIndex(p => new { p.RegisterId, p.SearchKey });
        // National search asks for the year of birth first: it stops early also for the commonest names.
        person.HasIndex(p => new { p.BirthYear, p.SearchKey });
    }
}

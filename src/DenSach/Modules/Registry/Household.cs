using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Fold = DenSach.Platform.Text.SearchKey;

namespace DenSach.Modules.Registry;

/// <summary>A family as the hamlet knows it. One that moves away is closed here and opened where it goes.</summary>
public sealed class Household : RegisterRow, IInArea
{
    private string headName = "";

    /// <summary>The hamlet.</summary>
    public required int AreaId { get; init; }

    /// <summary>The number the hamlet gives it; no national number.</summary>
    public required string Number { get; init; }

    public required string HeadName
    {
        get => headName;
        init => NameHead(value);
    }

    /// <summary>The head's name, folded.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>The same with the given name first, as Vietnamese lists are sorted.</summary>
    public string SortKey { get; private set; } = "";

    public required DateOnly ResidentFrom { get; init; }

    /// <summary>The first day it no longer lives here.</summary>
    public DateOnly? ResidentTo { get; private set; }

    /// <summary>Made up for the demo, never a real family.</summary>
    public bool Invented { get; init; }

    public bool IsResidentOn(DateOnly day) => Residence.Holds(day);

    public Period Residence => new(ResidentFrom, ResidentTo);

    /// <summary>A new person of this household joins it where it is stored.</summary>
    public Person Add(string fullName, Birth born, Sex sex, Relation relation, DateOnly joinedOn, Schooling schooling, string? occupation = null) =>
        new()
        {
            RegisterId = RegisterId,
            Id = RowId.New(RegisterId),
            HouseholdId = Id,
            AreaId = AreaId,
            FullName = fullName,
            Born = born,
            Sex = sex,
            RelationToHead = relation,
            JoinedOn = joinedOn,
            Schooling = schooling,
            Occupation = occupation,
        };

    public void NameHead(string name)
    {
        headName = name;
        SearchKey = Fold.Of(name);
        var given = SearchKey.LastIndexOf(' ') + 1;
        SortKey = $"{SearchKey[given..]} {SearchKey[..given]}".TrimEnd();
    }

    /// <summary>Moves away: from this day on it is no family of the hamlet.</summary>
    public void LeaveOn(DateOnly day)
    {
        if (day <= ResidentFrom)
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, $"A household resident from {ResidentFrom:O} can leave only after that day.");
        }
        ResidentTo = day;
    }

    /// <summary>The head asked to be forgotten.</summary>
    internal void EraseHead()
    {
        NameHead(Person.ErasedName);
        SearchKey = "";
    }
}

internal sealed class HouseholdMap : IEntityTypeConfiguration<Household>
{
    public void Configure(EntityTypeBuilder<Household> household)
    {
        household.ToTable("household").IsByRegister();
        household.Property(h => h.Number).HasMaxLength(40);
        household.Property(h => h.HeadName).HasMaxLength(200);
        household.Property(h => h.SearchKey).HasMaxLength(200);
        household.Property(h => h.SortKey).HasMaxLength(200);
        household.Ignore(h => h.Residence);
        household.HasIndex(h => new { h.RegisterId, h.SearchKey });
        household.HasIndex(h => new { h.AreaId, h.Number });
    }
}

using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DenSach.Modules.Accounts;

/// <summary>Who holds an account: the household they live in and, where it is known, which member of it.</summary>
public sealed record Holder(Guid HouseholdId, Guid? PersonId);

/// <summary>The part of a form that asks where the holder lives: words to search by, then a choice among what was found.</summary>
public sealed class HolderFields
{
    /// <summary>The choice of none of the households found.</summary>
    public const string None = "-";

    /// <summary>Number of the household, or a name of somebody in it.</summary>
    public string? Search { get; set; }

    /// <summary>The words by which the households on the form were found: other words search again.</summary>
    public string? Searched { get; set; }

    /// <summary>What was chosen: the household, and after a space the member.</summary>
    public string? Chosen { get; set; }

    /// <summary>The slip is a household's: only its members are asked for.</summary>
    [BindNever]
    public bool IsOfHousehold { get; set; }

    [BindNever]
    public IReadOnlyList<FamilyHome> Found { get; set; } = [];

    /// <summary>What was chosen; null for nothing or what is no choice.</summary>
    public static Holder? Read(string? chosen)
    {
        var parts = (chosen ?? "").Split(' ');
        return Guid.TryParse(parts[0], out var household) && parts.Length <= 2
            ? new Holder(household, parts.Length == 2 && Guid.TryParse(parts[1], out var person) ? person : null)
            : null;
    }
}

using DenSach.Platform.Access;

namespace DenSach.Modules.Registry;

/// <summary>What the gate is asked about: the very household, in its hamlet.</summary>
public static class RegistryPlaces
{
    public static Place Place(this Household household) => new(household.AreaId, HouseholdId: household.Id);

    public static Place Place(this Person person) => new(person.AreaId, HouseholdId: person.HouseholdId);
}

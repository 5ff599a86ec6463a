namespace DenSach.Platform.Access;

/// <summary>The household, clan or organisation a grant can reach: what it is called and the area it belongs to.</summary>
public sealed record Subject(ScopeKind Kind, Guid Id, int AreaId, string Name);

/// <summary>A household where the holder of an account may live, with the grown-ups of it.</summary>
public sealed record FamilyHome(Guid HouseholdId, int AreaId, string Number, string HeadName, IReadOnlyList<FamilyMember> Adults);

public sealed record FamilyMember(Guid PersonId, string Name, int BirthYear);

/// <summary>The module that keeps households, clans and organisations names them for grants. Those it does not keep are left out.</summary>
public interface IKnowSubjects
{
    Task<IReadOnlyList<Subject>> FindAsync(ScopeKind kind, IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    /// <summary>The households of an area with this number, or with these words in the name of the head or of a member; those of the nearest area first.</summary>
    Task<IReadOnlyList<FamilyHome>> SearchHomesAsync(int areaId, int nearestAreaId, string text, int most, CancellationToken cancellation);

    /// <summary>The household, if there is one.</summary>
    Task<FamilyHome?> FindHomeAsync(Guid householdId, CancellationToken cancellation);
}

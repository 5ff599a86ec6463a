using DenSach.Modules.Areas;
using DenSach.Platform.Access;

namespace DenSach.Modules.Accounts;

/// <summary>Where a role is held: at areas of certain levels, or, with none, at an organisation, a clan, a household.</summary>
public sealed record Seat(Role Role, params AreaKind[] At)
{
    public ScopeKind Scope => RoleScopes.Of(Role);
}

/// <summary>Who may give which role, and where a role can be held. The two tables; the one rule over them is that nobody gives beyond the own area.</summary>
public static class Delegation
{
    public static IReadOnlyDictionary<Role, Role[]> MayGive { get; } =
        new Dictionary<Role, Role[]>
        {
            // Of equal rank at most: an administrator makes administrators of the own area and below, an officer makes no second officer.
            [Role.Administrator] = Enum.GetValues<Role>(),
            [Role.CommuneAssociationOfficer] = [Role.HamletHead, Role.HamletAssociationBranch, Role.AppraisalMember, Role.Citizen],
        };

    public static IReadOnlyDictionary<Role, Seat> Seats { get; } =
        new Seat[]
        {
            new(Role.Citizen),
            new(Role.HamletHead, AreaKind.Hamlet),
            new(Role.HamletAssociationBranch, AreaKind.Hamlet),
            new(Role.ClanHead),
            new(Role.OrganisationRepresentative),
            new(Role.CommuneAssociationOfficer, AreaKind.Commune),
            new(Role.CommuneCultureOfficer, AreaKind.Commune),
            new(Role.AppraisalMember, AreaKind.Commune),
            new(Role.RecordsClerk, AreaKind.Commune, AreaKind.Province),
            new(Role.CommuneLeader, AreaKind.Commune),
            new(Role.CommuneFinanceOfficer, AreaKind.Commune),
            new(Role.MassOrganisation, AreaKind.Commune, AreaKind.Province),
            new(Role.SteeringMember, AreaKind.Commune, AreaKind.Province),
            new(Role.LearningCentreManager, AreaKind.Commune),
            new(Role.CommunicationsOfficer, AreaKind.Commune, AreaKind.Province),
            new(Role.EducationOfficer, AreaKind.Commune, AreaKind.District, AreaKind.Province),
            new(Role.ProvinceAssociationOfficer, AreaKind.Province),
            new(Role.ProvinceLeader, AreaKind.Province),
            new(Role.Inspector, AreaKind.Commune, AreaKind.Province, AreaKind.Country),
            new(Role.Administrator, AreaKind.Commune, AreaKind.Province, AreaKind.Country),
        }.ToDictionary(seat => seat.Role);

    /// <summary>Whether a role can be held there at all.</summary>
    public static bool Fits(Role role, ScopeKind scope, AreaKind area) => Seats[role] is var seat && seat.Scope == scope && (seat.At.Length == 0 || seat.At.Contains(area));

    /// <summary>The grant by which its holder may give or take the role in the area; null if none allows it.</summary>
    /// <param name="held">What the giver holds today.</param>
    /// <param name="role">What is given.</param>
    /// <param name="areaId">Where.</param>
    /// <param name="isWithin">Whether the first area lies in the second, or is it, by today's tree.</param>
    public static Grant? By(IEnumerable<Grant> held, Role role, int areaId, Func<int, int, bool> isWithin) =>
        held.FirstOrDefault(grant => grant.Scope == ScopeKind.Area && MayGive.TryGetValue(grant.Role, out var roles) && roles.Contains(role) && isWithin(areaId, grant.AreaId));
}

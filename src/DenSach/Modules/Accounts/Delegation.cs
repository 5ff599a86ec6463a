using DenSach.Modules.Areas;
using DenSach.Platform.Access;

namespace DenSach.Modules.Accounts;

/// <summary>Where a role is held: at areas of certain levels, or at an organisation, a clan, a household.</summary>
public sealed record Seat(ScopeKind Scope, params AreaKind[] At);

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
        new Dictionary<Role, Seat>
        {
            [Role.Citizen] = new(ScopeKind.Household),
            [Role.HamletHead] = new(ScopeKind.Area, AreaKind.Hamlet),
            [Role.HamletAssociationBranch] = new(ScopeKind.Area, AreaKind.Hamlet),
            [Role.ClanHead] = new(ScopeKind.Clan),
            [Role.OrganisationRepresentative] = new(ScopeKind.Organisation),
            [Role.CommuneAssociationOfficer] = new(ScopeKind.Area, AreaKind.Commune),
            [Role.CommuneCultureOfficer] = new(ScopeKind.Area, AreaKind.Commune),
            [Role.AppraisalMember] = new(ScopeKind.Area, AreaKind.Commune),
            [Role.RecordsClerk] = new(ScopeKind.Area, AreaKind.Commune, AreaKind.Province),
            [Role.CommuneLeader] = new(ScopeKind.Area, AreaKind.Commune),
            [Role.CommuneFinanceOfficer] = new(ScopeKind.Area, AreaKind.Commune),
            [Role.MassOrganisation] = new(ScopeKind.Area, AreaKind.Commune, AreaKind.Province),
            [Role.SteeringMember] = new(ScopeKind.Area, AreaKind.Commune, AreaKind.Province),
            [Role.LearningCentreManager] = new(ScopeKind.Area, AreaKind.Commune),
            [Role.CommunicationsOfficer] = new(ScopeKind.Area, AreaKind.Commune, AreaKind.Province),
            [Role.EducationOfficer] = new(ScopeKind.Area, AreaKind.Commune, AreaKind.District, AreaKind.Province),
            [Role.ProvinceAssociationOfficer] = new(ScopeKind.Area, AreaKind.Province),
            [Role.ProvinceLeader] = new(ScopeKind.Area, AreaKind.Province),
            [Role.Inspector] = new(ScopeKind.Area, AreaKind.Commune, AreaKind.Province, AreaKind.Country),
            [Role.Administrator] = new(ScopeKind.Area, AreaKind.Commune, AreaKind.Province, AreaKind.Country),
        };

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

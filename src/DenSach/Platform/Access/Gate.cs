using DenSach.Platform.Hosting;

namespace DenSach.Platform.Access;

/// <summary>Answers for the gate whether an area lies in another by the tree of a day. The areas module answers it.</summary>
public interface IPlaceAreas
{
    bool IsWithin(int areaId, int ancestorId, DateOnly asAt);

    /// <summary>The name people call it by, with its kind ("xã Bình Lư"); null if it is not known.</summary>
    string? NameOf(int areaId) => null;

    /// <summary>Position and unit in which somebody acts: "Cán bộ Hội Khuyến học xã, xã Bình Lư". An office, not a person.</summary>
    string OfficeOf(Grant grant) => NameOf(grant.AreaId) is { } place ? $"{RoleWords.Of(grant.Role)}, {place}" : RoleWords.Of(grant.Role);
}

/// <summary>What is acted on: always an area; and the organisation, clan or household if it is one of those.</summary>
public readonly record struct Place(int AreaId, Guid? OrganisationId = null, Guid? ClanId = null, Guid? HouseholdId = null);

/// <summary>
/// The one place that says yes or no. Default is no. Rights are judged by today's tree, whatever date a page shows:
/// who looked after a hamlet before a reform does not keep it afterwards.
/// </summary>
public sealed class Gate(PermissionCatalog catalog, IPlaceAreas areas, CurrentActor current, Clock clock)
{
    public Actor Actor => current.Actor;

    /// <summary>The grant by which the actor may do this here, or null.</summary>
    public Grant? GrantFor(string permissionCode, Place place)
    {
        var permission = catalog[permissionCode];
        var today = clock.Today;
        return current.Actor.Grants.FirstOrDefault(grant => Holds(grant, permission, today) && Covers(grant, place, today));
    }

    /// <summary>The same grant among some roles only: a person may hold several, and a rule may want one of them.</summary>
    public Grant? GrantFor(string permissionCode, Place place, IEnumerable<Role> among)
    {
        var permission = catalog[permissionCode];
        var today = clock.Today;
        return current.Actor.Grants.FirstOrDefault(grant => among.Contains(grant.Role) && Holds(grant, permission, today) && Covers(grant, place, today));
    }

    public bool Allows(string permissionCode, Place place) => current.Actor.IsSystem || GrantFor(permissionCode, place) is not null;

    public bool Allows(string permissionCode, int areaId) => Allows(permissionCode, new Place(areaId));

    /// <summary>Whether the actor may do this anywhere at all: what a menu and the door of a page ask.</summary>
    public bool AllowsSomewhere(string permissionCode) => current.Actor.IsSystem || ScopesOf(permissionCode).Any();

    /// <summary>The grants by which the actor may do this: where lists begin.</summary>
    public IEnumerable<Grant> ScopesOf(string permissionCode)
    {
        var permission = catalog[permissionCode];
        var today = clock.Today;
        return current.Actor.Grants.Where(grant => Holds(grant, permission, today));
    }

    private static bool Holds(Grant grant, Permission permission, DateOnly today) =>
        grant.HoldsOn(today) && grant.Scope == RoleScopes.Of(grant.Role) && permission.Roles.Contains(grant.Role) && permission.Scopes.Contains(grant.Scope);

    private bool Covers(Grant grant, Place place, DateOnly today) =>
        grant.Scope switch
        {
            ScopeKind.Area => areas.IsWithin(place.AreaId, grant.AreaId, today),
            ScopeKind.Organisation => place.OrganisationId is { } id && id == grant.SubjectId,
            ScopeKind.Clan => place.ClanId is { } id && id == grant.SubjectId,
            ScopeKind.Household => place.HouseholdId is { } id && id == grant.SubjectId,
            _ => false,
        };
}

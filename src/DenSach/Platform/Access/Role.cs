namespace DenSach.Platform.Access;

/// <summary>The people of the programme. A grant gives an account one of these in a scope, from a day to a day.</summary>
public enum Role
{
    Citizen,
    HamletHead,
    HamletAssociationBranch,
    ClanHead,
    OrganisationRepresentative,
    CommuneAssociationOfficer,
    CommuneCultureOfficer,
    AppraisalMember,
    RecordsClerk,
    CommuneLeader,
    CommuneFinanceOfficer,
    MassOrganisation,
    SteeringMember,
    LearningCentreManager,
    CommunicationsOfficer,
    EducationOfficer,
    ProvinceAssociationOfficer,
    ProvinceLeader,
    Inspector,
    Administrator,
}

/// <summary>What each role is held over. A grant that says otherwise, however it came to be, gives nothing: a citizen never reads a commune.</summary>
public static class RoleScopes
{
    public static ScopeKind Of(Role role) =>
        role switch
        {
            Role.Citizen => ScopeKind.Household,
            Role.ClanHead => ScopeKind.Clan,
            Role.OrganisationRepresentative => ScopeKind.Organisation,
            _ => ScopeKind.Area,
        };
}

/// <summary>What a grant can reach: an area with what lies under it, an organisation, a clan, or oneself with one's household.</summary>
public enum ScopeKind
{
    Area,
    Organisation,
    Clan,
    Household,
}

namespace DenSach.Platform.Access;

/// <summary>Who acts: an account with the grants that hold today. Loaded once per request.</summary>
/// <param name="HouseholdId">The account holder's own household, if known: nobody acts on it in an office.</param>
/// <param name="PersonId">The account holder in the registry, if known.</param>
public sealed record Actor(Guid AccountId, string Name, IReadOnlyList<Grant> Grants, Guid? HouseholdId = null, Guid? PersonId = null)
{
    public static Actor Nobody { get; } = new(Guid.Empty, "", []);

    /// <summary>The application itself: demo, jobs and the command line of the machine's owner.</summary>
    public static Actor System { get; } = new(new Guid("00000000-0000-8000-8000-000000000001"), "Hệ thống", []);

    public bool IsSignedIn => AccountId != Guid.Empty;
    public bool IsSystem => AccountId == System.AccountId;

    /// <summary>Whether the household is the actor's own: where the account holder lives, or one whose slip the account holds. In an office nobody acts on it.</summary>
    public bool Owns(Guid householdId) => HouseholdId == householdId || Grants.Any(grant => grant.Scope == ScopeKind.Household && grant.SubjectId == householdId);
}

/// <summary>The actor of this request or command line. Set once by sign-in, by the command line, or by a test.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.Nobody;
}

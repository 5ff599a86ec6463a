using DenSach.Platform.Access;

namespace DenSach.Modules.Accounts;

/// <summary>Who must confirm a sign-in by a code from their phone: whoever hands out rights and whoever decides.</summary>
public static class SecondStep
{
    /// <summary>Whoever may give a right, by the table itself, and those who sign.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [.. Delegation.MayGive.Keys.Union([Role.CommuneLeader, Role.ProvinceLeader])];

    public static bool IsAskedOf(IEnumerable<Grant> grants) => grants.Any(g => Roles.Contains(g.Role));
}

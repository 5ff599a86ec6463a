using DenSach.Platform.Access;

namespace DenSach.Modules.Accounts;

/// <summary>Who must confirm a sign-in by a code from their phone: whoever hands out rights and whoever decides.</summary>
public static class SecondStep
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Administrator, Role.CommuneLeader, Role.ProvinceLeader];

    public static bool IsAskedOf(IEnumerable<Grant> grants) => grants.Any(g => Roles.Contains(g.Role));
}

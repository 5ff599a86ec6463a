using DenSach.Platform.Access;

namespace DenSach.Modules.Rounds;

public static class RoundPermissions
{
    public const string Open = "rounds.open";
    public const string Read = "rounds.read";

    public static IReadOnlyList<Permission> All { get; } =
    [
        Permission.In(Open, "Mở đợt đánh giá", Role.CommuneAssociationOfficer, Role.CommuneCultureOfficer),
        Permission.In(
            Read,
            "Xem đợt đánh giá",
            Role.HamletHead,
            Role.HamletAssociationBranch,
            Role.CommuneAssociationOfficer,
            Role.CommuneCultureOfficer,
            Role.AppraisalMember,
            Role.RecordsClerk,
            Role.CommuneLeader,
            Role.SteeringMember,
            Role.ProvinceAssociationOfficer
        ),
    ];
}

using DenSach.Platform.Access;

namespace DenSach.Modules.Decisions;

public static class DecisionPermissions
{
    public const string Read = "decisions.read";
    public const string Draft = "decisions.draft";
    public const string Sign = "decisions.sign";
    public const string SendBack = "decisions.send_back";
    public const string Number = "decisions.number";

    public static IReadOnlyList<Permission> All { get; } =
    [
        Permission.In(
            Read,
            "Xem quyết định",
            Role.CommuneAssociationOfficer,
            Role.CommuneCultureOfficer,
            Role.CommuneLeader,
            Role.RecordsClerk,
            Role.HamletHead,
            Role.AppraisalMember
        ),
        Permission.In(Draft, "Soạn và trình quyết định", Role.CommuneAssociationOfficer, Role.CommuneCultureOfficer),
        Permission.In(Sign, "Ký quyết định", Role.CommuneLeader),
        Permission.In(SendBack, "Trả lại quyết định chưa cấp số", Role.CommuneLeader, Role.RecordsClerk),
        Permission.In(Number, "Cấp số, phát hành quyết định", Role.RecordsClerk),
    ];
}

using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

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

/// <summary>Rounds: which commune assesses which title for which year, by which set, when.</summary>
public sealed class RoundsModule : IModule
{
    public void Add(ModuleBuilder module)
    {
        module.Permissions([.. RoundPermissions.All]);
        module.UseCase<RoundsInReach>().UseCase<List.RoundList>().UseCase<OpenRound.OpenRound>();
        module.Menu<RoundsModule>("Đợt đánh giá", "/dot", RoundPermissions.Read, order: 20);
    }

    public void Map(IEndpointRouteBuilder endpoints) => RoundsApi.Map(endpoints);
}

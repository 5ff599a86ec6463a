using DenSach.Platform.Hosting;

namespace DenSach.Modules.Rounds;

/// <summary>Rounds: which commune assesses which title for which year, by which set, when.</summary>
public sealed class RoundsModule : IModule
{
    public void Add(ModuleBuilder module)
    {
        module.Permissions([.. RoundPermissions.All]);
        module.UseCase<RoundsInReach>().UseCase<RoundRules>().UseCase<List.RoundList>().UseCase<OpenRound.OpenRound>();
        module.Menu<RoundsModule>("Đợt đánh giá", "/dot", RoundPermissions.Read, order: 20);
    }

    public void Map(IEndpointRouteBuilder endpoints) => RoundsApi.Map(endpoints);
}

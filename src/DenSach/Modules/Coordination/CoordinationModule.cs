using DenSach.Modules.Coordination.Committees;
using DenSach.Modules.Coordination.Regulations;
using DenSach.Modules.Coordination.Waiting;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Coordination;

/// <summary>How bodies work together: steering committees with members and terms, and the regulations on their coordination.</summary>
public sealed class CoordinationModule : IModule
{
    public const string Keep = "coordination.keep";

    public void Add(ModuleBuilder module)
    {
        module.Permissions(
            Permission.In(
                Keep,
                "Lập ban chỉ đạo và quy chế phối hợp",
                Role.CommuneAssociationOfficer,
                Role.CommuneCultureOfficer,
                Role.CommuneLeader,
                Role.ProvinceAssociationOfficer
            )
        );
        module.UseCase<CoordinationInReach>().UseCase<FoundCommittee>().UseCase<ChangeMembers>().UseCase<CorrectMember>().UseCase<KeepRegulation>().UseCase<ReviewRegulation>();
        module.Services.AddScoped<IWaitForMe, WaitingCoordination>();
        module.Menu<CoordinationModule>("Ban chỉ đạo, quy chế", "/ban-chi-dao", PlansModule.Read, order: 16);
    }

    public void Map(IEndpointRouteBuilder endpoints) => CoordinationApi.Map(endpoints);
}

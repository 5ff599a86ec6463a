using DenSach.Modules.Difficulties.Answer;
using DenSach.Modules.Difficulties.List;
using DenSach.Modules.Difficulties.Raise;
using DenSach.Modules.Difficulties.Waiting;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Difficulties;

/// <summary>What stands in the way of a plan: told upwards, answered, followed until it is settled.</summary>
public sealed class DifficultiesModule : IModule
{
    /// <summary>Reports a difficulty to the level above.</summary>
    public const string Raise = "difficulties.raise";

    /// <summary>Answers those of the level below, or passes them up.</summary>
    public const string Answer = "difficulties.answer";

    public void Add(ModuleBuilder module)
    {
        module.Permissions(
            // Whoever holds work of a plan may tell, and whoever answers sees what was told: of the province it is said that nobody stands above it here.
            new Permission(
                Raise,
                "Báo và xem khó khăn, vướng mắc",
                [ScopeKind.Area, ScopeKind.Organisation],
                [
                    Role.HamletHead,
                    Role.HamletAssociationBranch,
                    Role.OrganisationRepresentative,
                    Role.CommuneAssociationOfficer,
                    Role.CommuneCultureOfficer,
                    Role.CommuneLeader,
                    Role.RecordsClerk,
                    Role.CommuneFinanceOfficer,
                    Role.MassOrganisation,
                    Role.SteeringMember,
                    Role.LearningCentreManager,
                    Role.CommunicationsOfficer,
                    Role.EducationOfficer,
                    Role.ProvinceAssociationOfficer,
                    Role.ProvinceLeader,
                ]
            ),
            Permission.In(
                Answer,
                "Trả lời khó khăn của cấp dưới",
                Role.CommuneAssociationOfficer,
                Role.CommuneCultureOfficer,
                Role.CommuneLeader,
                Role.ProvinceAssociationOfficer,
                Role.EducationOfficer
            )
        );
        module.UseCase<DifficultiesInReach>().UseCase<RaiseDifficulty>().UseCase<AnswerDifficulty>().UseCase<DifficultyNames>().UseCase<DifficultyList>();
        module.Services.AddScoped<IWaitForMe, WaitingDifficulties>().AddScoped<ILeadFromItems, RaiseFromItem>().AddScoped<ITellOfItems, View.TellOfDifficulties>();
        module.Menu<DifficultiesModule>("Khó khăn", "/kho-khan", Raise, order: 14);
    }

    public void Map(IEndpointRouteBuilder endpoints) => DifficultiesApi.Map(endpoints);
}

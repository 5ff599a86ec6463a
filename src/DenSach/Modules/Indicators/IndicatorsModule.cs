using DenSach.Modules.Indicators.CommandLine;
using DenSach.Modules.Indicators.Families;
using DenSach.Modules.Indicators.Sums;
using DenSach.Modules.Indicators.Table;
using DenSach.Modules.Indicators.Waiting;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Indicators;

/// <summary>Numbers are facts, added up: what the plans ask for, how far it is, and the list behind every number.</summary>
public sealed class IndicatorsModule : IModule
{
    public const string Read = "indicators.read";

    private static readonly Permission ReadSums = Permission.In(
        Read,
        "Xem chỉ tiêu và số liệu của địa bàn",
        Role.HamletHead,
        Role.HamletAssociationBranch,
        Role.CommuneAssociationOfficer,
        Role.CommuneCultureOfficer,
        Role.AppraisalMember,
        Role.RecordsClerk,
        Role.CommuneLeader,
        Role.CommuneFinanceOfficer,
        Role.MassOrganisation,
        Role.SteeringMember,
        Role.LearningCentreManager,
        Role.CommunicationsOfficer,
        Role.ProvinceAssociationOfficer,
        Role.ProvinceLeader
    );

    public IReadOnlyList<CommandLineVerb> Verbs => [new("targets", "--area ID [--as-at DAY]: what the plans ask for and how far it is.", TargetVerb.RunAsync)];

    public void Add(ModuleBuilder module)
    {
        module.Permissions(ReadSums);
        module.Services.AddSingleton<HomeRegisters>();
        module.UseCase<AreaSums>().UseCase<SetsUsed>().UseCase<ReadTargets>().UseCase<ReadMeasure>().UseCase<HoldingFamilies>();
        module.Services.AddScoped<IWaitForMe, RoundToOpen>().AddScoped<ITellStanding, Standings>().AddScoped<ITellOfItems, TellOfTargets>();
        module.Menu<IndicatorsModule>("Chỉ tiêu", "/chi-tieu", Read, order: 15);
    }

    public void Map(IEndpointRouteBuilder endpoints) => IndicatorsApi.Map(endpoints);
}

using DenSach.Modules.Plans.Check;
using DenSach.Modules.Plans.CommandLine;
using DenSach.Modules.Plans.Demo;
using DenSach.Modules.Plans.List;
using DenSach.Modules.Plans.Load;
using DenSach.Modules.Plans.Original;
using DenSach.Modules.Plans.Paper;
using DenSach.Modules.Plans.View;
using DenSach.Modules.Plans.Waiting;
using DenSach.Modules.Plans.Write;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Plans;

/// <summary>The plans that everything else answers to: targets, deadlines and the text they come from.</summary>
public sealed class PlansModule : IModule
{
    public const string Load = "plans.load";
    public const string Read = "plans.read";

    /// <summary>Small plans of hamlets, agencies and schools under the commune's.</summary>
    public const string Write = "plans.write";

    private static readonly Permission[] Rights =
    [
        Permission.In(Load, "Nạp và sửa kế hoạch của địa bàn", Role.CommuneAssociationOfficer, Role.CommuneCultureOfficer, Role.ProvinceAssociationOfficer),
        new(
            Write,
            "Lập kế hoạch nhỏ của thôn, bản, cơ quan, đơn vị",
            [ScopeKind.Area, ScopeKind.Organisation],
            [Role.HamletHead, Role.HamletAssociationBranch, Role.OrganisationRepresentative]
        ),
        new(
            Read,
            "Xem kế hoạch của địa bàn và của cấp trên",
            [ScopeKind.Area, ScopeKind.Organisation],
            [
                Role.OrganisationRepresentative,
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
                Role.EducationOfficer,
                Role.ProvinceAssociationOfficer,
                Role.ProvinceLeader,
                Role.Inspector,
            ]
        ),
    ];

    public IReadOnlyList<CommandLineVerb> Verbs =>
        [
            CommandLineVerb.Alone(
                "plan read",
                "FILE [--format json|table] [--encoding tcvn3|vni]: prints what a plan (.txt, .docx, .pdf) says; needs no database.",
                PlanVerbs.ReadAsync
            ),
            new("plan load", "FILE --area ID [--from-elsewhere]: takes in the plan of a commune or province.", PlanVerbs.LoadAsync),
        ];

    public void Add(ModuleBuilder module)
    {
        module.Permissions(Rights);
        module.UseCase<PlanPlaces>().UseCase<PlansInReach>().UseCase<PlanList>().UseCase<PlanCard>().UseCase<PlanLineage>().UseCase<PlansBelow>();
        module
            .UseCase<ReadPlan>()
            .UseCase<LoadPlan>()
            .UseCase<LoadFile>()
            .UseCase<OriginalPaper>()
            .UseCase<WritePlan>()
            .UseCase<PlanOwners>()
            .UseCase<ChangePlan>()
            .UseCase<PlanChoices>()
            .UseCase<Succession>();
        module.UseCase<CorrectTarget>().UseCase<CorrectDeadline>().UseCase<CorrectTask>().UseCase<CorrectFacts>().UseCase<DropItem>().UseCase<SettleDoubt>();
        module.UseCase<EarlierEdition>().UseCase<ReapplyChanges>();
        module.Services.AddScoped<PlanPaper>().AddScoped<PlanIssuers>();
        module.UseCase<ConfirmPlan>().UseCase<EndPlan>().UseCase<DemoPlans>();
        module.Services.AddSingleton<NationalDocuments>();
        module.Services.AddScoped<IWaitForMe, DraftsToCheck>();
        module.Menu<PlansModule>("Kế hoạch", "/ke-hoach", Read, order: 10);
    }

    public void Map(IEndpointRouteBuilder endpoints) => PlansApi.Map(endpoints);

    public Task FirstStartAsync(IServiceProvider services, bool demo, CancellationToken cancellation) =>
        demo ? services.GetRequiredService<DemoPlans>().LoadAsync(cancellation) : Task.CompletedTask;
}

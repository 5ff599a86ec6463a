using DenSach.Modules.Registry.Count;
using DenSach.Modules.Registry.Demo;
using DenSach.Modules.Registry.Erase;
using DenSach.Modules.Registry.Export;
using DenSach.Modules.Registry.List;
using DenSach.Modules.Registry.ViewHousehold;
using DenSach.Modules.Registry.ViewPerson;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Platform.Tallies;

namespace DenSach.Modules.Registry;

/// <summary>Who lives where: households with their members; organisations and clans. What the learning titles are given to.</summary>
public sealed class RegistryModule : IModule
{
    public const string Read = "registry.read";
    public const string Erase = "registry.erase";

    /// <summary>Those whose work needs persons. Who reads sums only, inspects or administers is not among them.</summary>
    private static readonly Permission ReadPersons = new(
        Read,
        "Xem hộ gia đình và người trong địa bàn được giao",
        [ScopeKind.Area, ScopeKind.Household],
        [Role.Citizen, Role.HamletHead, Role.HamletAssociationBranch, Role.CommuneAssociationOfficer, Role.CommuneCultureOfficer, Role.AppraisalMember, Role.CommuneLeader]
    );

    public void Add(ModuleBuilder module)
    {
        module
            .Permissions(ReadPersons, Permission.In(Erase, "Xóa dữ liệu cá nhân theo yêu cầu", Role.Administrator))
            .UseCase<HouseholdsInReach>()
            .UseCase<HouseholdList>()
            .UseCase<HouseholdExport>()
            .UseCase<HouseholdCard>()
            .UseCase<PersonCard>()
            .UseCase<PersonErasure>()
            .UseCase<DemoRegistry>()
            .Menu<RegistryModule>("Hộ gia đình", "/ho", Read, 30);
        module.Services.AddScoped<ICountFacts, RegistryFacts>();
        module.Services.AddScoped<IHoldPersonalData, RegistryPersons>();
        module.Services.AddScoped<IKnowSubjects, RegistrySubjects>();
        module.Services.AddScoped<ITouchedByReform, RegistryInReform>();
    }

    public void Map(IEndpointRouteBuilder endpoints) => RegistryApi.Map(endpoints);

    public Task FirstStartAsync(IServiceProvider services, bool demo, CancellationToken cancellation) =>
        demo ? services.GetRequiredService<DemoRegistry>().LoadAsync(cancellation) : Task.CompletedTask;
}

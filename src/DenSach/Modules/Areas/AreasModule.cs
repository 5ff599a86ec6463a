using DenSach.Modules.Areas.Api;
using DenSach.Modules.Areas.Content;
using DenSach.Modules.Areas.Import;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Areas;

/// <summary>Where things are: provinces, communes and hamlets in a tree that changes by dated reforms.</summary>
public sealed class AreasModule : IModule
{
    public IReadOnlyList<CommandLineVerb> Verbs =>
        [
            new("area import", "FILE [--from DAY]: takes in a list of units (code,kind,name,full_name,parent_code,formed_from).", AreaVerbs.ImportAsync),
            new("area check", "Holds the numbered tree against the placements, day by day.", AreaVerbs.CheckAsync),
        ];

    public void Add(ModuleBuilder module)
    {
        module.Services.AddSingleton(provider => new AreaTree(cancellation => ReadAsync(provider, cancellation)));
        module.Services.AddSingleton<IPlaceAreas>(provider => provider.GetRequiredService<AreaTree>());
        module.Permissions(Permission.In(ReformAreas.Permission, "Ghi và hoàn tác sắp xếp địa bàn", Role.Administrator));
        module.UseCase<ReformAreas>().UseCase<LoadAreas>().UseCase<ImportUnits>();
        module.Services.AddHostedService<TreeWatch>();
        module.Menu<AreasModule>("Địa bàn", "/dia-ban", permission: null, order: 80);
    }

    public void Map(IEndpointRouteBuilder endpoints) => AreaApi.Map(endpoints);

    public async Task FirstStartAsync(IServiceProvider services, bool demo, CancellationToken cancellation) =>
        await services.GetRequiredService<LoadAreas>().RunAsync(AreaContent.Read(AreaContent.DefaultFile), demo, cancellation);

    private static async Task<(DatedTree, int)> ReadAsync(IServiceProvider provider, CancellationToken cancellation)
    {
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // One moment of the database: a reform committed between two queries would leave half a tree.
        await using var snapshot = await ReadSnapshot.BeginAsync(db, cancellation);
        var revision = await db.TreeRevisionAsync(cancellation);
        return (await db.ReadTreeAsync(cancellation), revision);
    }
}

using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Criteria;

/// <summary>The criteria sets: published texts that never change, and what they come to.</summary>
public sealed class CriteriaModule : IModule
{
    /// <summary>A set holds for all communes here, so the use case asks besides that the administrator is one of the province or the country.</summary>
    public const string Publish = "criteria.publish";

    public IReadOnlyList<CommandLineVerb> Verbs =>
        [
            CommandLineVerb.Alone("criteria check", "FILE: says every fault of a criteria set with its line; publishes nothing.", CommandLine.CriteriaVerbs.CheckAsync),
            new("criteria publish", "FILE: publishes a criteria set; what is published never changes.", CommandLine.CriteriaVerbs.PublishAsync),
            new("criteria list", "the published criteria sets, each with how far it may be relied on.", CommandLine.CriteriaVerbs.ListAsync),
        ];

    public void Add(ModuleBuilder module)
    {
        module.Services.AddSingleton<CompiledSets>();
        module.Permissions(Permission.In(Publish, "Ban hành bộ tiêu chí", Role.Administrator));
        module.UseCase<CriteriaShelf>().UseCase<MayPublish>().UseCase<Publish.CheckSet>().UseCase<Publish.PublishSet>().UseCase<Publish.PublishContent>();
        module.Menu<CriteriaModule>("Bộ tiêu chí", "/tieu-chi", null, order: 60);
    }

    public void Map(IEndpointRouteBuilder endpoints) => CriteriaApi.Map(endpoints);

    public Task EveryStartAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<Publish.PublishContent>().RunAsync(Path.Combine(AppContext.BaseDirectory, "content", "criteria"), cancellation);
}

using DenSach.Platform.Hosting;

namespace DenSach.Modules.Criteria;

/// <summary>The criteria sets: published texts that never change, and what they come to.</summary>
public sealed class CriteriaModule : IModule
{
    public void Add(ModuleBuilder module)
    {
        module.Services.AddSingleton<CompiledSets>();
        module.UseCase<CriteriaShelf>().UseCase<Publish.PublishSet>();
        module.Menu<CriteriaModule>("Bộ tiêu chí", "/tieu-chi", null, order: 60);
    }

    public async Task FirstStartAsync(IServiceProvider services, bool demo, CancellationToken cancellation) =>
        await services.GetRequiredService<Publish.PublishSet>().PublishContentAsync(Path.Combine(AppContext.BaseDirectory, "content", "criteria"), cancellation);
}

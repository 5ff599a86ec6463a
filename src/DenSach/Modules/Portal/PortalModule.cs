using DenSach.Modules.Portal.CheckCode;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Portal;

/// <summary>What everybody may see without signing in: whether a recognition is in force.</summary>
public sealed class PortalModule : IModule
{
    public void Add(ModuleBuilder module) => module.UseCase<RecognitionCheck>();

    public void Map(IEndpointRouteBuilder endpoints) => CheckApi.Map(endpoints);
}

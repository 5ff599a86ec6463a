using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Areas;

/// <summary>Where things are: provinces, communes and hamlets in a tree that changes by dated reforms.</summary>
public sealed class AreasModule : IModule
{
    public void Add(ModuleBuilder module) => module.Services.AddSingleton<IPlaceAreas, NoTreeYet>();

    private sealed class NoTreeYet : IPlaceAreas
    {
        public bool IsWithin(int areaId, int ancestorId, DateOnly asAt) => areaId == ancestorId;
    }
}

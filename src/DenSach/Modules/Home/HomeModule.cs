using DenSach.Platform.Hosting;

namespace DenSach.Modules.Home;

/// <summary>Where everybody begins: what waits for the account, and for who is not signed in what this is.</summary>
public sealed class HomeModule : IModule
{
    public void Add(ModuleBuilder module) => module.Menu<HomeModule>("Việc chờ tôi", "/viec", permission: null, order: 0);
}

using DenSach.Platform.Access;

namespace DenSach.Platform.Hosting;

/// <summary>A capability of the application. Its one class is its table of contents: services, permissions, endpoints, jobs, menu, command line.</summary>
public interface IModule
{
    void Add(ModuleBuilder module);

    /// <summary>Its part of the request pipeline, after authentication and before authorization. Skipped while a failure is being told.</summary>
    void Use(IApplicationBuilder app) { }

    void Map(IEndpointRouteBuilder endpoints) { }

    /// <summary>Fills an empty database: what the product carries always, what is invented only with <paramref name="demo"/>. Called once, in module order.</summary>
    Task FirstStartAsync(IServiceProvider services, bool demo, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>What a new version of the product brings into a database that is filled already. Called at every start, also the first, in module order: what is there is left alone.</summary>
    Task EveryStartAsync(IServiceProvider services, CancellationToken cancellation) => Task.CompletedTask;
}

/// <param name="Text">Vietnamese, the key of its translation in the module's resource file.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Permission">Who sees it; null for everybody signed in.</param>
/// <param name="Order">Place in the menu, from above.</param>
/// <param name="Module">Whose resource file translates it.</param>
public sealed record MenuItem(string Text, string Url, string? Permission, int Order, Type Module);

/// <param name="Name">Words after <c>densach</c>, as in "tallies verify".</param>
/// <param name="Help">One line for people at the command line, in English as the operations guide is.</param>
/// <param name="Run">Gets a scope of services and the words that follow; answers the exit code.</param>
/// <param name="NeedsDatabase">Whether the database is brought up to date before it runs.</param>
public sealed record CommandLineVerb(string Name, string Help, Func<IServiceProvider, string[], CancellationToken, Task<int>> Run, bool NeedsDatabase = true);

public sealed class ModuleBuilder(IServiceCollection services, IConfiguration configuration, Settings settings)
{
    public IServiceCollection Services { get; } = services;
    public IConfiguration Configuration { get; } = configuration;
    public Settings Settings { get; } = settings;

    public ModuleBuilder Permissions(params Permission[] permissions)
    {
        foreach (var permission in permissions)
        {
            Services.AddSingleton(permission);
        }
        return this;
    }

    public ModuleBuilder Menu<TModule>(string text, string url, string? permission, int order)
    {
        Services.AddSingleton(new MenuItem(text, url, permission, order, typeof(TModule)));
        return this;
    }

    /// <summary>The use cases of the module: one class each, made per request.</summary>
    public ModuleBuilder UseCase<T>()
        where T : class
    {
        Services.AddScoped<T>();
        return this;
    }

    public ModuleBuilder CommandLine(string name, string help, Func<IServiceProvider, string[], CancellationToken, Task<int>> run, bool needsDatabase = true)
    {
        Services.AddSingleton(new CommandLineVerb(name, help, run, needsDatabase));
        return this;
    }
}

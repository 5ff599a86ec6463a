using DenSach.Platform.Access;

namespace DenSach.Platform.Hosting;

/// <summary>A capability of the application. Its one class is its table of contents: services, permissions, endpoints, jobs, menu, command line.</summary>
public interface IModule
{
    /// <summary>Its words after <c>densach</c>. Asked before anything is built, so that a verb that needs nothing waits for nothing.</summary>
    IReadOnlyList<CommandLineVerb> Verbs => [];

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

/// <summary>What must stand before a verb can run.</summary>
public enum VerbNeeds
{
    /// <summary>Only the files it is given: neither services nor settings.</summary>
    Nothing,

    /// <summary>The services of the application, whatever state the database is in.</summary>
    Services,

    /// <summary>A database brought up to date.</summary>
    Database,
}

/// <param name="Name">Words after <c>densach</c>, as in "tallies verify".</param>
/// <param name="Help">One line for people at the command line, in English as the operations guide is.</param>
/// <param name="Run">Gets a scope of services, empty for a verb that needs nothing, and the words that follow; answers the exit code.</param>
/// <param name="Needs">What is made ready before it runs.</param>
public sealed record CommandLineVerb(string Name, string Help, Func<IServiceProvider, string[], CancellationToken, Task<int>> Run, VerbNeeds Needs = VerbNeeds.Database)
{
    /// <summary>A verb that needs nothing but the words that follow it.</summary>
    public static CommandLineVerb Alone(string name, string help, Func<string[], CancellationToken, Task<int>> run) =>
        new(name, help, (_, words, cancellation) => run(words, cancellation), VerbNeeds.Nothing);
}

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
}

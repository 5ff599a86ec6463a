using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DenSach.Tests.Hosting;

/// <summary>
/// The whole application on a real port with a demo database of its own, copied from one that is made once per run and engine.
/// A feature test is an abstract class over it with two sealed ones: …OnSqlite and …OnPostgres.
/// </summary>
/// <param name="engine">Which of the two.</param>
/// <param name="change">What a test puts into the container instead of the application's own.</param>
public abstract class TestApp(Engine engine, Action<IServiceCollection>? change = null) : IAsyncLifetime
{
    private static readonly Dictionary<Engine, Lazy<Task<string[]>>> Templates = new()
    {
        [Engine.Sqlite] = new(() => MakeTemplateAsync(Engine.Sqlite)),
        [Engine.Postgres] = new(() => MakeTemplateAsync(Engine.Postgres)),
    };

    private static readonly SemaphoreSlim Copying = new(1);

    private WebApplication? app;

    /// <summary>Tests begin here, in the middle of the demo's year, and move on by themselves.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.FromHours(7));

    public SettableTime Time { get; } = new(Start);
    public Engine Engine => engine;
    public string[] Arguments { get; private set; } = [];
    public string DataFolder => Engine.Argument(Arguments, "DENSACH_DATA");
    public Uri Address { get; private set; } = new("http://nowhere");
    public IServiceProvider Services => app!.Services;

    public async Task InitializeAsync()
    {
        Arguments = await CopyOfDemoAsync(engine, NewFolder());
        await StartAsync();
    }

    /// <summary>Arguments of a copy of the filled demo, for whoever starts the application in another way.</summary>
    internal static async Task<string[]> CopyOfDemoAsync(Engine engine, string folder)
    {
        var template = await Templates[engine].Value;
        await Copying.WaitAsync();
        try
        {
            return await engine.CopyAsync(template, folder);
        }
        finally
        {
            Copying.Release();
        }
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        await engine.DropAsync(Arguments);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>Stops and starts the application on the same data, as after a power cut without the cut.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Runs something against the application's own services, as the system or as a given actor.</summary>
    public async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> what, Actor? actor = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor ?? Actor.System;
        return await what(scope.ServiceProvider);
    }

    public Task<T> QueryAsync<T>(Func<AppDb, Task<T>> what) => InsideAsync(services => what(services.GetRequiredService<AppDb>()));

    public Session Anonymous() => new(Address);

    /// <summary>Carries out a verb of the command line in this process; answers its exit code and what it printed.</summary>
    public async Task<(int Code, string Output)> CommandLineAsync(params string[] words)
    {
        var output = new StringWriter();
        using (ConsoleOutput.To(output))
        {
            return (await CommandLine.RunAsync(AllModules.List, words, () => Services), output.ToString());
        }
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("densach-").FullName;

    private static WebApplication Build(string[] arguments, TimeProvider time, Action<IServiceCollection>? change = null) =>
        DenSachHost.Build(
            [.. arguments, "--DENSACH_DEMO=1", "--DENSACH_JOBS=0", "--Logging:LogLevel:Default=Warning", "--urls=http://127.0.0.1:0"],
            AllModules.List,
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton(time));
                change?.Invoke(services);
            }
        );

    private static async Task<string[]> MakeTemplateAsync(Engine engine)
    {
        var arguments = await engine.NewAsync(NewFolder());
        await using var app = Build(arguments, new SettableTime(Start));
        await app.Services.GetRequiredService<Installation>().PrepareAsync(app.Services, AllModules.List, CancellationToken.None);
        return arguments;
    }

    private async Task StartAsync()
    {
        app = Build(Arguments, Time, change);
        await app.Services.GetRequiredService<Installation>().PrepareAsync(app.Services, AllModules.List, CancellationToken.None);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    private async Task StopAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
    }
}

public sealed class SqliteApp() : TestApp(Engine.Sqlite);

public sealed class PostgresApp() : TestApp(Engine.Postgres);

using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using DenSach.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Operation;

/// <summary>A second place on the same engine: empty until something is restored into it.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly Engine engine;
    private readonly string[] arguments;
    private readonly WebApplication app;

    private Place(Engine engine, string folder, string[] arguments, Action<IServiceCollection>? change)
    {
        (this.engine, Folder, this.arguments) = (engine, folder, arguments);
        app = DenSachHost.Build([.. arguments, "--DENSACH_JOBS=0", "--Logging:LogLevel:Default=Warning", "--urls=http://127.0.0.1:0"], AllModules.List, change);
    }

    public static async Task<Place> NewAsync(Engine engine)
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("densach-").FullName, "place");
        return new Place(engine, folder, await engine.NewAsync(folder), null);
    }

    /// <summary>The same place, with another program in it.</summary>
    public Place With(Action<IServiceCollection> change) => new(engine, Folder, arguments, change);

    public string Folder { get; }

    public string[] Arguments => arguments;

    public IServiceProvider Services => app.Services;

    public Task PrepareAsync() => Services.GetRequiredService<Installation>().PrepareAsync(Services, AllModules.List, CancellationToken.None);

    public async Task<(int Code, string Output)> CommandLineAsync(params string[] words)
    {
        var output = new StringWriter();
        using (ConsoleOutput.To(output))
        {
            return (await CommandLine.RunAsync(AllModules.List, words, () => Services), output.ToString());
        }
    }

    public async Task<T> QueryAsync<T>(Func<AppDb, Task<T>> what)
    {
        await using var scope = Services.CreateAsyncScope();
        return await what(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public Task<SortedDictionary<string, string>> ContentAsync() => QueryAsync(db => Content.OfAsync(db, Folder));

    /// <summary>What lies in the folder and, on PostgreSQL, in the database: nothing at all in an untouched place.</summary>
    public async Task<IReadOnlyList<string>> TracesAsync()
    {
        var files = Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*", SearchOption.AllDirectories) : [];
        return engine == Engine.Postgres ? [.. files, .. (await ContentAsync()).Keys.Where(k => k.StartsWith("table", StringComparison.Ordinal))] : files;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await engine.DropAsync(arguments);
        if (Directory.Exists(Path.GetDirectoryName(Folder)!))
        {
            Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
        }
    }
}

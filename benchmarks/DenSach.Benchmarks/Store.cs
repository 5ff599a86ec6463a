using System.Data.Common;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DenSach.Benchmarks;

/// <summary>The whole application on a demo database of its own, on one engine.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly string folder;
    private readonly WebApplication app;

    private Store(string name, string folder, string? postgres, string[] arguments, WebApplication app) =>
        (Name, this.folder, Postgres, Arguments, this.app) = (name, folder, postgres, arguments, app);

    public string Name { get; }
    public bool IsPostgres => Name == "PostgreSQL";
    public string? Postgres { get; }

    /// <summary>What makes a process of its own serve the same database.</summary>
    public string[] Arguments { get; }
    public IServiceProvider Services => app.Services;

    public static async Task<IReadOnlyList<Store>> AvailableAsync(bool postgresOnly)
    {
        var stores = new List<Store>();
        if (!postgresOnly)
        {
            stores.Add(await OpenAsync("SQLite", null));
        }
        if (Environment.GetEnvironmentVariable("DENSACH_TEST_PG") is { Length: > 0 } server)
        {
            await using (var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false"))
            {
                await connection.OpenAsync();
                await using var create = new NpgsqlCommand("CREATE DATABASE bench", connection);
                await create.ExecuteNonQueryAsync();
            }
            stores.Add(await OpenAsync("PostgreSQL", $"{server};Database=bench"));
        }
        return stores;
    }

    private static async Task<Store> OpenAsync(string name, string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("densach-bench-").FullName;
        string[] arguments =
        [
            $"--DENSACH_DATA={folder}",
            "--DENSACH_DEMO=1",
            "--DENSACH_JOBS=0",
            "--Logging:LogLevel:Default=Warning",
            .. postgres is null ? [] : new[] { $"--DENSACH_DB={postgres}" },
        ];
        var app = DenSachHost.Build([.. arguments, "--urls=http://127.0.0.1:0"], AllModules.List);
        await app.Services.GetRequiredService<Installation>().PrepareAsync(app.Services, AllModules.List, CancellationToken.None);
        return new Store(name, folder, postgres, arguments, app);
    }

    public async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> work, Actor? actor = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor ?? Actor.System;
        return await work(scope.ServiceProvider);
    }

    /// <summary>An open connection as the application uses it: same pragmas, same preparation.</summary>
    public async Task<T> WithConnectionAsync<T>(Func<DbConnection, Task<T>> work) =>
        await InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await db.Database.OpenConnectionAsync();
            return await work(db.Database.GetDbConnection());
        });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Operation;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Hosting;

/// <summary>Brings the database to this version and, if it is new, fills it. Knows afterwards whether it is a demo.</summary>
public sealed class Installation(Settings settings)
{
    public bool IsDemo { get; private set; }

    public async Task PrepareAsync(IServiceProvider services, IReadOnlyList<IModule> modules, CancellationToken cancellation)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Upgrade>().RunAsync(cancellation);
        }
        if (!await IsFilledAsync(services, cancellation))
        {
            RefuseAnotherTime(settings.Demo);
            await FillAsync(services, modules, cancellation);
        }
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            IsDemo = await db.Set<InstallationFact>().AnyAsync(f => f.Name == InstallationFact.Demo && f.Value == "true", cancellation);
        }
        RefuseAnotherTime(IsDemo);
        foreach (var module in modules)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
            await module.EveryStartAsync(scope.ServiceProvider, cancellation);
        }
    }

    /// <summary>Asked before anything is filled in, too: what a first start dates must not lie ahead.</summary>
    private void RefuseAnotherTime(bool demo)
    {
        if (settings.Now is not null && !demo)
        {
            throw new OperationRefused("DENSACH_NOW sets the clock of a demo database only; this is none. Leave it empty and start again.");
        }
    }

    /// <summary>
    /// For the command line, which takes an installation as it is: a mistyped folder is not filled, and a database that a running server uses is not upgraded under it.
    /// </summary>
    /// <returns>Why there is nothing to work on; null if all is well.</returns>
    public async Task<string?> OpenAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var place = settings.Postgres is null ? settings.SqliteFile : "the database that DENSACH_DB names";
        var nothing = $"There is no Đèn Sách in {place}. Nothing was done; set DENSACH_DATA or DENSACH_DB to where the server runs, or start it there first.";
        if (settings.Postgres is null && !File.Exists(settings.SqliteFile))
        {
            return nothing;
        }
        await using var scope = services.CreateAsyncScope();
        var (missing, newer) = await scope.ServiceProvider.GetRequiredService<Upgrade>().DistanceAsync(cancellation);
        if (newer is not null)
        {
            return $"The database in {place} was made by a newer version of Đèn Sách (it is at {newer}). Nothing was done; use the newer program.";
        }
        if (missing is { First: true })
        {
            return nothing;
        }
        if (missing is { } pending)
        {
            return $"The database in {place} is of an older version (it lacks {pending.Name}). Nothing was done; start the server of this version once, it upgrades after a backup.";
        }
        if (!await IsFilledAsync(services, cancellation))
        {
            return $"The first start in {place} was not finished. Nothing was done; start the server once.";
        }
        IsDemo = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<InstallationFact>().AnyAsync(f => f.Name == InstallationFact.Demo && f.Value == "true", cancellation);
        return settings.Now is not null && !IsDemo ? "DENSACH_NOW sets the clock of a demo database only; this is none." : null;
    }

    private static async Task<bool> IsFilledAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<InstallationFact>().AnyAsync(f => f.Name == InstallationFact.FirstStarted, cancellation);
    }

    private async Task FillAsync(IServiceProvider services, IReadOnlyList<IModule> modules, CancellationToken cancellation)
    {
        IsDemo = settings.Demo;
        foreach (var module in modules)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
            await module.FirstStartAsync(scope.ServiceProvider, settings.Demo, cancellation);
        }
        await using var last = services.CreateAsyncScope();
        var db = last.ServiceProvider.GetRequiredService<AppDb>();
        var clock = last.ServiceProvider.GetRequiredService<Clock>();
        // Written last: a first start that was cut off begins again, each module leaving alone what is already there.
        db.Add(new InstallationFact { Name = InstallationFact.Demo, Value = settings.Demo ? "true" : "false" });
        db.Add(new InstallationFact { Name = InstallationFact.FirstStarted, Value = clock.Now.ToString("O", System.Globalization.CultureInfo.InvariantCulture) });
        await db.SaveChangesAsync(cancellation);
    }
}

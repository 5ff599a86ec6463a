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
            await FillAsync(services, modules, cancellation);
        }
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            IsDemo = await db.Set<InstallationFact>().AnyAsync(f => f.Name == InstallationFact.Demo && f.Value == "true", cancellation);
        }
        if (settings.Now is not null && !IsDemo)
        {
            throw new InvalidOperationException("DENSACH_NOW sets the clock of a demo database only; this is none.");
        }
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

using DenSach.Platform.Data;
using DenSach.Platform.Files;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DenSach.Platform.Operation;

/// <summary>Brings the database to the version of the program. A database that holds something is backed up first.</summary>
public sealed class Upgrade(AppDb db, Settings settings, Backup backup, Clock clock, ILogger<Upgrade> log)
{
    /// <summary>How far the database is from this program: the first step it lacks, or the first it has that the program does not know.</summary>
    public async Task<((string Name, bool First)? Missing, string? Newer)> DistanceAsync(CancellationToken cancellation)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = await AppliedAsync(cancellation);
        var missing = known.Except(applied).FirstOrDefault();
        return (missing is null ? null : (missing, applied.Count == 0), applied.Except(known).FirstOrDefault());
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        await KeepToTheOwnerAsync(cancellation);
        var known = db.Database.GetMigrations().ToList();
        var applied = await AppliedAsync(cancellation);
        if (applied.Except(known).FirstOrDefault() is { } newer)
        {
            throw new InvalidOperationException(
                $"The database was made by a newer version of Đèn Sách (it is at {newer}, which this program does not know). Nothing was changed; start the newer program."
            );
        }
        var pending = known.Except(applied).ToList();
        string? file = null;
        if (pending.Count > 0 && applied.Count > 0)
        {
            var folder = Path.Combine(settings.DataFolder, "backups");
            Durable.CreateFolder(folder);
            file = Path.Combine(folder, $"before-{pending[^1]}-{clock.Now.ToString("yyyyMMdd-HHmmssfff", System.Globalization.CultureInfo.InvariantCulture)}.zip");
            await backup.WriteAsync(file, cancellation);
            log.LogWarning("The database is brought from {From} to {To}. It was backed up before to {File}", applied[^1], pending[^1], file);
        }
        // Asked only where something is to be done: EF first compares the whole model with the last migration, a seventh of the work of a start.
        if (pending.Count > 0)
        {
            try
            {
                await db.Database.MigrateAsync(cancellation);
            }
            catch (Exception failure) when (file is not null && failure is not OperationCanceledException && StartFailures.Of(failure, settings) is null)
            {
                log.LogCritical(failure, "The upgrade from {From} to {To} failed", applied[^1], pending[^1]);
                throw new OperationRefused(
                    $"The database could not be brought to {pending[^1]}: {failure.Message.Trim()} Nothing of the step that failed was kept. The database was backed up before to {file}: {await WayBackAsync(applied, cancellation)}"
                );
            }
        }
    }

    /// <summary>Each step is kept by itself: the program of before fits only while none of the new ones was. What cannot be asked counts as kept.</summary>
    private async Task<string> WayBackAsync(List<string> before, CancellationToken cancellation)
    {
        try
        {
            if ((await AppliedAsync(cancellation)).Except(before).LastOrDefault() is not { } kept)
            {
                return "start the program of before again, or restore that file into an empty place.";
            }
            return $"the steps up to {kept} were kept, so restore that file into an empty place and start the program of before there.";
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "It could not be asked which steps were kept");
            return "restore that file into an empty place and start the program of before there.";
        }
    }

    // Asked first, because an empty database answers the other question with an error in the log.
    private async Task<List<string>> AppliedAsync(CancellationToken cancellation) =>
        await db.GetService<IHistoryRepository>().ExistsAsync(cancellation) ? [.. await db.Database.GetAppliedMigrationsAsync(cancellation)] : [];

    /// <summary>The file holds persons, sign-in keys and second-step secrets: no other user of the machine reads it. SQLite gives its journals the same rights.</summary>
    private async Task KeepToTheOwnerAsync(CancellationToken cancellation)
    {
        if (db.IsPostgres)
        {
            return;
        }
        Durable.CreateFolder(settings.DataFolder);
        if (!File.Exists(settings.SqliteFile))
        {
            await Durable.Create(settings.SqliteFile).DisposeAsync();
            await SqliteCopy.JournalAheadAsync(settings.SqliteFile, cancellation);
            return;
        }
        foreach (var file in Directory.EnumerateFiles(settings.DataFolder, Path.GetFileName(settings.SqliteFile) + "*"))
        {
            Durable.KeepToTheOwner(file);
        }
    }
}

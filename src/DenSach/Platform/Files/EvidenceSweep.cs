using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Files;

/// <summary>At start and once a day, takes away what an earlier crash left half received, and files that nobody names any more or came to name within a day.</summary>
internal sealed class EvidenceSweep(EvidenceFolder folder, IServiceScopeFactory scopes, ILogger<EvidenceSweep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The time of the machine, as the files have it; not the clock of a demo.
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1));
        try
        {
            do
            {
                await OnceAsync(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is going down; the next start goes on.
        }
    }

    private async Task OnceAsync(CancellationToken stopping)
    {
        try
        {
            var now = TimeProvider.System.GetUtcNow();
            folder.ClearIncoming(now);
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await scope.ServiceProvider.GetRequiredService<FileStore>().ForgetUnnamedAsync(stopping);
            await folder.ClearForgottenAsync(now, sha256 => db.Set<StoredFile>().AnyAsync(f => f.Sha256 == sha256, stopping));
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            // A job must not end because the database or the disk was away for a minute.
            log.LogError(failure, "Files that nobody needs could not be swept: {Reason}", failure.Message);
        }
    }
}

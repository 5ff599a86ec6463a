using DenSach.Platform.Data;

namespace DenSach.Platform.Audit;

/// <summary>Anchors every minute, if a chain has moved, and carries the anchors out into the file.</summary>
internal sealed class AnchorJob(IServiceScopeFactory scopes, AnchorFile file, TimeProvider time, ILogger<AnchorJob> log) : BackgroundService
{
    private string? trouble;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do
        {
            await OnceAsync(stopping);
        } while (await WaitAsync(timer, stopping));
    }

    private async Task OnceAsync(CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Anchoring>().WriteAsync(stopping);
            await file.CatchUpAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), stopping);
            trouble = null;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server is going down; the next start goes on.
        }
        catch (Exception failure)
        {
            // A job must not end because the database was away for a minute; and must not say the same every minute.
            if (failure.Message != trouble)
            {
                log.LogCritical(failure, "The audit could not be anchored: {Reason}", failure.Message);
            }
            trouble = failure.Message;
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

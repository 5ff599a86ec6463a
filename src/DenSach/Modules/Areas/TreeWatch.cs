using DenSach.Platform.Data;

namespace DenSach.Modules.Areas;

/// <summary>
/// Reads the tree before the first request is taken: a request that had to would hold one connection and wait for a second. Then sees that another
/// process changed it (an import on the command line, a second web node) and reads it again.
/// </summary>
internal sealed class TreeWatch(IServiceScopeFactory scopes, AreaTree tree, TimeProvider time, ILogger<TreeWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await tree.ReloadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await tree.ReloadIfOlderAsync(await scope.ServiceProvider.GetRequiredService<AppDb>().TreeRevisionAsync(stoppingToken));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "The tree of areas could not be compared with the database; the copy in memory stays as it is");
            }
        }
    }
}

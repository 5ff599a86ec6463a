namespace DenSach.Platform.Files;

/// <summary>At start, takes away what an earlier crash left half received.</summary>
internal sealed class EvidenceSweep(EvidenceFolder folder) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The time of the machine, as the files have it; not the clock of a demo.
        folder.ClearIncoming(TimeProvider.System.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

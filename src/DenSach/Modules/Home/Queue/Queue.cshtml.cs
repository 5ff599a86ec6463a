using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;

namespace DenSach.Modules.Home.Queue;

/// <summary>"Việc chờ tôi": asks every module what waits for this account; late first, then by the day it is due.</summary>
[SignedIn]
public sealed class QueuePage(AllWaiting all, Shell shell) : AppPage
{
    public IReadOnlyList<Waiting> Waiting { get; private set; } = [];

    /// <summary>The parts of the menu whose list could not be made; empty where the part has no line in this account's menu.</summary>
    public IReadOnlyList<string> Unknown { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        shell.Waiting = Waiting = InOrder(await all.AskAsync(cancellation));
        Unknown = [.. all.Failed.Select(shell.PartOf).Distinct()];
    }

    public static IReadOnlyList<Waiting> InOrder(IEnumerable<Waiting> rows) =>
        [.. rows.Where(row => row.Count > 0).OrderByDescending(row => row.Urgency).ThenBy(row => row.Due ?? DateOnly.MaxValue).ThenByDescending(row => row.Count)];
}

using DenSach.Platform.Access;
using DenSach.Platform.Ui;

namespace DenSach.Modules.Rounds.List;

[Needs(RoundPermissions.Read)]
public sealed class RoundsPage(RoundList list) : AppPage
{
    public IReadOnlyList<RoundLine> Lines { get; private set; } = [];
    public bool MayOpen => Gate.AllowsSomewhere(RoundPermissions.Open);

    public async Task OnGetAsync(CancellationToken cancellation) => Lines = await list.AllAsync(cancellation);
}

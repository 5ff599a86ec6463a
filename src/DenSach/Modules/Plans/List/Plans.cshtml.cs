using DenSach.Platform.Access;
using DenSach.Platform.Ui;

namespace DenSach.Modules.Plans.List;

[Needs(PlansModule.Read)]
public sealed class PlansPage(PlanList list) : AppPage
{
    public IReadOnlyList<PlanLine> Lines { get; private set; } = [];
    public IReadOnlyList<PlanLine> Drafts { get; private set; } = [];
    public bool MayLoad => Gate.AllowsSomewhere(PlansModule.Load);
    public bool MayWrite => MayLoad || Gate.AllowsSomewhere(PlansModule.Write);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Lines = await list.AllAsync(cancellation);
        Drafts = await list.DraftsAsync(cancellation);
    }
}

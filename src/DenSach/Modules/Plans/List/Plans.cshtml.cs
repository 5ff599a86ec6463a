using DenSach.Platform.Access;
using DenSach.Platform.Ui;

namespace DenSach.Modules.Plans.List;

[Needs(PlansModule.Read)]
public sealed class PlansPage(PlanList list) : AppPage
{
    public IReadOnlyList<PlanLine> Lines { get; private set; } = [];
    public bool MayLoad => Gate.AllowsSomewhere(PlansModule.Load);

    public async Task OnGetAsync(CancellationToken cancellation) => Lines = await list.AllAsync(cancellation);
}

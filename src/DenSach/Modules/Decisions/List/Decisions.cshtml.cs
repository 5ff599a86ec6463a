using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Ui;

namespace DenSach.Modules.Decisions.List;

/// <summary>The decisions within reach, newest year first, what is still on its way before what is done.</summary>
[Needs(DecisionPermissions.Read)]
public sealed class DecisionsPage(DecisionBook book, AreaTree tree) : AppPage
{
    public IReadOnlyList<DecisionRow> Rows { get; private set; } = [];
    public bool MayDraft => Gate.AllowsSomewhere(DecisionPermissions.Draft);

    public string CommuneOf(Decision decision) => tree[decision.AreaId].FullName;

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await book.AllAsync(cancellation);
}

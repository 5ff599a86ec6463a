using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Ui;

namespace DenSach.Modules.Difficulties.List;

[Needs(DifficultiesModule.Raise)]
public sealed class DifficultiesPage(DifficultiesInReach reach, AreaTree tree) : AppPage
{
    public IReadOnlyList<Difficulty> ToAnswer { get; private set; } = [];
    public IReadOnlyList<Difficulty> Others { get; private set; } = [];

    /// <summary>Somebody stands above one of the places the actor speaks for.</summary>
    public bool MayRaise => reach.SpeaksFor().Any(o => reach.Above(o.AreaId, o.OrganisationId) is not null);

    public string NameOf(int areaId) => tree[areaId].FullName;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = await reach.AllAsync(cancellation);
        ToAnswer = [.. all.Where(d => d.State == DifficultyState.Open && reach.GrantToAnswer(d) is not null)];
        Others = [.. all.Except(ToAnswer)];
    }
}

using DenSach.Modules.Areas;
using DenSach.Modules.Rounds;
using DenSach.Platform.Ui;

namespace DenSach.Modules.Assessments.Workflow;

/// <summary>The way down to a round: the tree, then the round itself; pages add their own step.</summary>
public static class RoundCrumbs
{
    public static IReadOnlyList<Crumb> To(Round round, AreaTree tree, DateOnly today) =>
        [.. tree.PathTo(round.AreaId, today).Skip(1).Select(a => new Crumb(a.FullName, $"/dia-ban/{a.Id}")), new Crumb($"{round.Title} {round.Year}", $"/dot/{round.Id}")];
}

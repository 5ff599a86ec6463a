using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Coordination.Waiting;

/// <summary>Regulations that are to be looked at again.</summary>
public sealed class WaitingCoordination(CoordinationInReach reach, Gate gate, Clock clock, IStringLocalizer<CoordinationModule> text) : IWaitForMe
{
    private const int DaysAhead = 14;

    public async Task<IReadOnlyList<Platform.Hosting.Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        if (!gate.AllowsSomewhere(CoordinationModule.Keep))
        {
            return [];
        }
        var until = clock.Today.AddDays(DaysAhead);
        var near = await reach.Regulations().Where(r => r.EndedOn == null && r.ReviewOn <= until).OrderBy(r => r.ReviewOn).ToListAsync(cancellation);
        var own = reach.ToKeepFor().Select(a => a.Id).ToList();
        var due = near.Where(r => own.Any(area => reach.IsKeptBy(r.AreaId, area))).ToList();
        return due.Count == 0
            ? []
            :
            [
                new(
                    due.Count,
                    text["{0} quy chế phối hợp cần rà soát", due.Count],
                    due[0].Title,
                    text["Rà soát"],
                    due.Count == 1 ? $"/quy-che/{due[0].Id}#review" : "/ban-chi-dao",
                    due[0].ReviewOn,
                    due[0].ReviewOn < clock.Today ? Urgency.Late : Urgency.Soon
                ),
            ];
    }
}

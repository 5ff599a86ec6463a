using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans.Waiting;

/// <summary>Readings that nobody confirmed yet: until then they ask nothing of anybody.</summary>
public sealed class DraftsToCheck(PlansInReach reach, Gate gate, IStringLocalizer<PlansModule> text) : IWaitForMe
{
    public async Task<IReadOnlyList<Platform.Hosting.Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        if (!gate.AllowsSomewhere(PlansModule.Load) && !gate.AllowsSomewhere(PlansModule.Write))
        {
            return [];
        }
        var drafts = await reach.DraftsAsync(cancellation);
        return drafts.Count == 0
            ? []
            :
            [
                new(
                    drafts.Count,
                    text["{0} kế hoạch chờ kiểm tra và xác nhận", drafts.Count],
                    PlanWords.Short(drafts[0].Title, 140),
                    text["Kiểm tra"],
                    drafts.Count == 1 ? $"/ke-hoach/{drafts[0].Id}/kiem-tra" : "/ke-hoach",
                    null,
                    Urgency.Soon
                ),
            ];
    }
}

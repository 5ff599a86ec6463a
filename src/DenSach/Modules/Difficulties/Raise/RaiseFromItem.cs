using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Difficulties.Raise;

/// <summary>From a target, deadline or task of a plan to telling what stands in its way, with that item chosen.</summary>
internal sealed class RaiseFromItem(DifficultiesInReach reach, Gate gate, IStringLocalizer<DifficultiesModule> text) : ILeadFromItems
{
    private bool? may;

    public IEnumerable<ItemLink> From(Plan plan, PlanItem item)
    {
        may ??= gate.AllowsSomewhere(DifficultiesModule.Raise) && reach.SpeaksFor().Any(o => reach.Above(o.AreaId, o.OrganisationId) is not null);
        return may.Value && item is PlanTarget or PlanTask or PlanDeadline
            ? [new ItemLink(text["Báo khó khăn"], $"/kho-khan/bao?ke-hoach={plan.Id}&muc={PlanSheet.IdOf(item)}")]
            : [];
    }
}

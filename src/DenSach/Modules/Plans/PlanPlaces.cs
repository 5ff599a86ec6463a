using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Plans;

/// <summary>Who may do what with the plans of an area. A plan of a unit that is no more belongs to whoever took the unit over.</summary>
public sealed class PlanPlaces(Gate gate, AreaTree tree, Clock clock)
{
    /// <summary>The grant by which the actor takes in, corrects and confirms plans of the area, or null.</summary>
    public Grant? GrantToLoad(int areaId) =>
        tree.HeirsOf(areaId, clock.Today).Select(heir => gate.GrantFor(PlansModule.Load, new Place(heir.Id))).FirstOrDefault(g => g is not null);

    public bool MayLoad(int areaId) => gate.Actor.IsSystem || GrantToLoad(areaId) is not null;

    /// <summary>The right to change this very plan: of the commune's or province's officers, or of whose small plan it is.</summary>
    public bool MayChange(Plan plan) => MayLoad(plan.AreaId) || plan.IsSmall && gate.Allows(PlansModule.Write, new Place(plan.AreaId, plan.OrganisationId));

    public Role? RoleFor(Plan plan) => (GrantToLoad(plan.AreaId) ?? (plan.IsSmall ? gate.GrantFor(PlansModule.Write, new Place(plan.AreaId, plan.OrganisationId)) : null))?.Role;

    /// <summary>The communes and provinces for which the actor may take a plan in, then the units they took over.</summary>
    public IReadOnlyList<Area> ToLoadFor()
    {
        var today = clock.Today;
        return
        [
            .. tree
                .All.Where(a => a.Kind is AreaKind.Province or AreaKind.District or AreaKind.Commune && a.HomeRegisterId is not null && MayLoad(a.Id))
                .OrderBy(a => !tree.IsInForce(a.Id, today))
                .ThenBy(a => a.Kind)
                .ThenBy(a => a.Name, StringComparer.CurrentCulture),
        ];
    }
}

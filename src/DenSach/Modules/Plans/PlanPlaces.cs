using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;

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

    /// <summary>The other plan is of a level above: of the commune for a small one, of an area over the plan's own, today or when its area last was.</summary>
    public bool IsAbove(Plan other, Plan plan) =>
        other.AreaId == plan.AreaId && plan.IsSmall && !other.IsSmall
        || tree.HeirsOf(plan.AreaId, clock.Today).Any(heir => heir.Id != other.AreaId && tree.IsWithin(heir.Id, other.AreaId, clock.Today))
        || tree.LastPathTo(plan.AreaId).Any(a => a.Id == other.AreaId && a.Id != plan.AreaId);

    /// <summary>Plans of one area or organisation, or of an area that took the other over whole: the plan of a commune that is no more may have been taken in for either.</summary>
    public bool IsOfSamePlace(Plan one, Plan other) =>
        one.OrganisationId == other.OrganisationId && (one.AreaId == other.AreaId || WentWhollyTo(one.AreaId, other.AreaId) || WentWhollyTo(other.AreaId, one.AreaId));

    /// <summary>The plan may change the earlier one in part: both of one place, the earlier in force or yet to come, and the actor's to change.</summary>
    public bool MayAmend(Plan earlier, Plan plan) =>
        IsOfSamePlace(earlier, plan) && !earlier.IsDraft && !earlier.IsEndedOn(clock.Today) && earlier.Id != plan.Id && MayChange(earlier);

    /// <summary>The plan may take the place of the earlier one: the same, and no other takes it already.</summary>
    public bool MayReplace(Plan earlier, Plan plan) => MayAmend(earlier, plan) && earlier.EndedOn is null;

    private bool WentWhollyTo(int former, int heir) => tree.HeirsOf(former, clock.Today) is [var only] && only.Id == heir;

    public const string OtherPlace = "other_place";

    /// <summary>
    /// Who issued the plan, where the reading says that it was neither the area nor a unit it took over: most likely a slip. Null where it was, where the issuer has been corrected
    /// to it by hand, and for a plan written here.
    /// </summary>
    public string? IssuedElsewhere(Plan plan) =>
        plan.Doubts.Any(d => d.Code == OtherPlace) && !(plan.Issuer is { } issuer && NamesOf(plan.AreaId).Any(name => EndsWith(issuer, name)))
            ? plan.Issuer ?? "một nơi khác"
            : null;

    /// <summary>Why such a plan is not put in force unless somebody says that it shall be.</summary>
    public Problem Elsewhere(Plan plan, string issuer) =>
        Problem.Invalid(
            "plans.elsewhere",
            $"Kế hoạch này do {issuer} ban hành, không phải {tree[plan.AreaId].FullName}. Nếu đúng là kế hoạch thực hiện ở đây, hãy nói rõ điều đó rồi xác nhận lại; nếu chọn nhầm địa bàn, hãy bỏ bản này và nạp lại.",
            "FromElsewhere"
        );

    /// <summary>The area and the units it took over, by name.</summary>
    public IEnumerable<string> NamesOf(int areaId) => tree.HistoryOf(areaId).SelectMany(e => e.Predecessors.Select(p => p.Area)).Append(tree[areaId]).Select(a => a.Name);

    private static bool EndsWith(string issuer, string name) => $" {SearchKey.Of(issuer)}".EndsWith($" {SearchKey.Of(name)}", StringComparison.Ordinal);

    public Role? RoleFor(Plan plan) => (GrantToLoad(plan.AreaId) ?? (plan.IsSmall ? gate.GrantFor(PlansModule.Write, new Place(plan.AreaId, plan.OrganisationId)) : null))?.Role;

    /// <summary>As what the actor reads it.</summary>
    public Role? ReaderOf(Plan plan) => RoleFor(plan) ?? gate.ScopesOf(PlansModule.Read).FirstOrDefault()?.Role;

    /// <summary>The communes and provinces for which the actor may take a plan in, then the units they took over.</summary>
    public IReadOnlyList<Area> ToLoadFor()
    {
        var today = clock.Today;
        var own = gate.ScopesOf(PlansModule.Load).Select(g => g.AreaId).Where(id => tree.IsInForce(id, today)).Distinct().ToList();
        var units = gate.Actor.IsSystem
            ? tree.All
            : own.SelectMany(id => tree.DescendantsOf(id, today).Prepend(tree[id])).Concat(tree.FormerIn(own, today).Select(id => tree[id])).DistinctBy(a => a.Id);
        return
        [
            .. units
                .Where(a => a.Kind is AreaKind.Province or AreaKind.District or AreaKind.Commune && a.HomeRegisterId is not null)
                .OrderBy(a => !tree.IsInForce(a.Id, today))
                .ThenBy(a => a.Kind)
                .ThenBy(a => a.Name, StringComparer.CurrentCulture),
        ];
    }
}

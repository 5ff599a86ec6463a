using DenSach.Modules.Areas;
using DenSach.Platform.Access;

namespace DenSach.Modules.Criteria;

/// <summary>Whether the actor may publish: a set is seen by every commune of the installation, so an administrator of a province or of the country.</summary>
public sealed class MayPublish(Gate gate, AreaTree tree)
{
    public bool Holds => gate.Actor.IsSystem || Grant is not null;

    public Grant? Grant => gate.ScopesOf(CriteriaModule.Publish).FirstOrDefault(g => tree.Find(g.AreaId) is { Kind: AreaKind.Country or AreaKind.Province });
}

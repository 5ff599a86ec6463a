using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Difficulties;

/// <summary>What places and offices in difficulties are called: units and positions, never accounts.</summary>
public sealed class DifficultyNames(AppDb db, AreaTree tree)
{
    private readonly Dictionary<Guid, string> organisations = [];

    /// <summary>Knows the names of the agencies in these.</summary>
    public async Task KnowAsync(IEnumerable<Difficulty> of, CancellationToken cancellation)
    {
        var ids = of.Select(d => d.OrganisationId).OfType<Guid>().Where(id => !organisations.ContainsKey(id)).Distinct().ToList();
        var registers = ids.Select(RowId.RegisterOf).OfType<int>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }
        foreach (var one in await db.Set<Organisation>().AsNoTracking().Where(o => registers.Contains(o.RegisterId) && ids.Contains(o.Id)).ToListAsync(cancellation))
        {
            organisations[one.Id] = one.Name;
        }
    }

    /// <summary>Where it was met: the agency, else the area.</summary>
    public string FromOf(Difficulty difficulty) => difficulty.OrganisationId is { } id && organisations.TryGetValue(id, out var name) ? name : tree[difficulty.AreaId].FullName;

    public string ToOf(Difficulty difficulty) => NameOf(difficulty.ToAreaId);

    public string NameOf(int areaId) => tree[areaId].FullName;

    /// <summary>Position and unit of who said it; of what was kept before offices were, the unit.</summary>
    public string OfficeOf(Difficulty difficulty, DifficultyStep step) =>
        step.ByOffice
        ?? step.Act switch
        {
            DifficultyAct.Answer => NameOf(step.ToAreaId),
            DifficultyAct.PassUp => NameOf(difficulty.Steps.Single(s => s.Number == step.Number - 1).ToAreaId),
            _ => FromOf(difficulty),
        };
}

using DenSach.Modules.Areas;

namespace DenSach.Modules.Indicators.Sums;

/// <summary>Which hamlets are stored in which register, kept as long as the tree does not change.</summary>
public sealed class HomeRegisters(AreaTree tree)
{
    private volatile Homes? homes;

    /// <summary>The hamlets of each register, also those that are no more: their rows stay where they are.</summary>
    public IReadOnlyDictionary<int, int[]> Hamlets
    {
        get
        {
            var now = homes;
            var revision = tree.Revision;
            if (now?.Revision != revision)
            {
                homes = now = new Homes(
                    revision,
                    tree.All.Where(a => a is { Kind: AreaKind.Hamlet, HomeRegisterId: not null })
                        .GroupBy(a => a.HomeRegisterId!.Value)
                        .ToDictionary(g => g.Key, g => g.Select(a => a.Id).ToArray())
                );
            }
            return now.Hamlets;
        }
    }

    private sealed record Homes(int Revision, IReadOnlyDictionary<int, int[]> Hamlets);
}

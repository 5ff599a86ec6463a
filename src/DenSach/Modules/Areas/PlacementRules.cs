namespace DenSach.Modules.Areas;

/// <summary>What must hold of the placements on every day: one parent, known and in force, of a higher level, no circle, no gap, one root.</summary>
public static class PlacementRules
{
    public static IEnumerable<string> Faults(IReadOnlyDictionary<int, Area> areas, IEnumerable<AreaPlacement> placements)
    {
        var byArea = placements.Where(p => p.To != p.From).GroupBy(p => p.AreaId).ToDictionary(g => g.Key, g => g.OrderBy(p => p.From).ThenBy(p => p.ReformId).ToArray());
        string Name(int id) => areas.TryGetValue(id, out var area) ? $"{area.FullName} (số {id})" : $"Địa bàn số {id}";

        foreach (var (id, rows) in byArea)
        {
            if (!areas.ContainsKey(id))
            {
                yield return $"Có dòng sắp xếp của địa bàn số {id} từ ngày {rows[0].From.Written()}, nhưng không có địa bàn nào mang số đó.";
            }
            foreach (var fault in Sequence(rows, Name))
            {
                yield return fault;
            }
            foreach (var row in rows.Where(r => r.ParentId is not null))
            {
                if (Parent(row, areas, byArea, Name) is { } fault)
                {
                    yield return fault;
                }
            }
        }
        foreach (var fault in Roots(byArea, Name))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Sequence(AreaPlacement[] rows, Func<int, string> name)
    {
        if (rows.FirstOrDefault(r => r.To < r.From) is { } backwards)
        {
            yield return $"{name(backwards.AreaId)} có thời hạn ngược: từ ngày {backwards.From.Written()} đến trước ngày {backwards.To!.Value.Written()}.";
        }
        foreach (var (before, after) in rows.Zip(rows.Skip(1)))
        {
            if (before.To is not { } end || end > after.From)
            {
                var parents = $"{Parent(before)} và {Parent(after)}";
                yield return $"{name(after.AreaId)} có hai cấp trên trong cùng ngày {after.From.Written()}: {parents}. Mỗi ngày một địa bàn chỉ thuộc một nơi.";
            }
            else if (end < after.From)
            {
                yield return $"{name(after.AreaId)} bị đứt quãng: không thuộc đâu từ ngày {end.Written()} đến trước ngày {after.From.Written()}.";
            }
        }

        string Parent(AreaPlacement row) => row.ParentId is { } id ? name(id) : "gốc của cây";
    }

    private static string? Parent(AreaPlacement row, IReadOnlyDictionary<int, Area> areas, Dictionary<int, AreaPlacement[]> byArea, Func<int, string> name)
    {
        var parentId = row.ParentId!.Value;
        var day = row.From.Written();
        if (!areas.TryGetValue(parentId, out var parent))
        {
            return $"{name(row.AreaId)} được đặt vào địa bàn số {parentId} từ ngày {day}, nhưng không có địa bàn nào mang số đó.";
        }
        if (Circle(row, byArea) is { } circle)
        {
            return $"Ngày {day}, {name(row.AreaId)} nằm trong chính nó (vòng tròn: {string.Join(" → ", circle.Select(name))}).";
        }
        if (areas.TryGetValue(row.AreaId, out var area) && parent.Kind >= area.Kind)
        {
            return $"{name(row.AreaId)} không thể nằm trong {name(parentId)} từ ngày {day}: cấp trên phải ở bậc cao hơn.";
        }
        var above = byArea.GetValueOrDefault(parentId) ?? [];
        var starts = above.Length == 0 ? (DateOnly?)null : above[0].From;
        if (starts is null || starts > row.From)
        {
            return $"{name(row.AreaId)} được đặt vào {name(parentId)} từ ngày {day}, nhưng ngày đó {name(parentId)} chưa có.";
        }
        var ends = above.Any(p => p.To is null) ? null : above.Max(p => p.To);
        if (ends is { } last && (row.To is null || row.To > last))
        {
            return $"{name(row.AreaId)} vẫn thuộc {name(parentId)} từ ngày {(last > row.From ? last : row.From).Written()}, nhưng từ ngày đó {name(parentId)} không còn. "
                + "Hãy xếp địa bàn này vào nơi khác hoặc cho kết thúc cùng ngày.";
        }
        return null;
    }

    /// <summary>A circle appears on the first day of one of its placements, so looking up from each on its first day finds it.</summary>
    private static List<int>? Circle(AreaPlacement row, Dictionary<int, AreaPlacement[]> byArea)
    {
        List<int> seen = [row.AreaId];
        for (var next = row.ParentId; next is { } id; )
        {
            seen.Add(id);
            if (id == row.AreaId)
            {
                return seen;
            }
            if (seen.Count > byArea.Count + 1)
            {
                return null; // A circle further up: told for the areas that form it.
            }
            next = byArea.GetValueOrDefault(id)?.FirstOrDefault(p => p.HoldsOn(row.From))?.ParentId;
        }
        return null;
    }

    private static IEnumerable<string> Roots(Dictionary<int, AreaPlacement[]> byArea, Func<int, string> name)
    {
        var roots = byArea.Values.SelectMany(rows => rows).Where(r => r.ParentId is null).OrderBy(r => r.From).ToList();
        foreach (var (one, other) in roots.Zip(roots.Skip(1)).Where(pair => pair.First.AreaId != pair.Second.AreaId && (pair.First.To is null || pair.First.To > pair.Second.From)))
        {
            yield return $"Ngày {other.From.Written()} cây có hai gốc: {name(one.AreaId)} và {name(other.AreaId)}.";
        }
    }
}

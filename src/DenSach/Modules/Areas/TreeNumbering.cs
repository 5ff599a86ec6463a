namespace DenSach.Modules.Areas;

/// <summary>
/// Computes positions from placements. Every level has a fixed width, a power of two, and an area stands at a multiple of its own width inside its parent:
/// so any slot is either inside another or beside it, a parent has room for far more children than it will ever have, and nobody is renumbered to make room.
/// A reform therefore closes and writes the rows of what it moves, and no others.
/// </summary>
public static class TreeNumbering
{
    /// <summary>How many numbers an area takes. A commune has room for 4,095 hamlets, a province for 262,143 communes.</summary>
    public static long WidthOf(AreaKind kind) =>
        kind switch
        {
            AreaKind.Country => 1L << 48,
            AreaKind.Province => 1L << 34,
            AreaKind.District => 1L << 25,
            AreaKind.Commune => 1L << 16,
            AreaKind.Hamlet => 1L << 4,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>What a reform does to the positions, given placements that already hold its outcome; or why it cannot be.</summary>
    public static (IReadOnlyList<AreaPosition> Closed, IReadOnlyList<AreaPosition> Written, string? Fault) Renumber(
        IReadOnlyDictionary<int, Area> areas,
        IEnumerable<AreaPlacement> placements,
        IEnumerable<AreaPosition> positions,
        DateOnly day,
        int reformId
    ) => new Renumbering(areas, placements, positions, day, reformId).Run();

    /// <summary>Where positions and placements disagree: reads the numbered tree of every day on which anything begins, as nested brackets.</summary>
    public static IEnumerable<string> Faults(IReadOnlyDictionary<int, Area> areas, IReadOnlyCollection<AreaPlacement> placements, IReadOnlyCollection<AreaPosition> positions)
    {
        string Name(int id) => areas.TryGetValue(id, out var area) ? $"{area.FullName} (số {id})" : $"Địa bàn số {id}";

        foreach (var day in placements.Select(p => p.From).Concat(positions.Select(p => p.From)).Distinct().Order())
        {
            var missing = placements.Where(p => p.HoldsOn(day)).GroupBy(p => p.AreaId).ToDictionary(g => g.Key, g => g.First().ParentId);
            Stack<AreaPosition> open = new();
            foreach (var row in positions.Where(p => p.HoldsOn(day)).OrderBy(p => p.Left).ThenByDescending(p => p.Right))
            {
                while (open.TryPeek(out var top) && top.Right < row.Left)
                {
                    open.Pop();
                }
                int? above = open.TryPeek(out var holder) ? holder.AreaId : null;
                if (!missing.Remove(row.AreaId, out var parent))
                {
                    yield return $"Ngày {day.Written()}, {Name(row.AreaId)} có vị trí thừa trong cây.";
                }
                else if (parent != above || row.Depth != open.Count || (holder is not null && row.Right > holder.Right))
                {
                    yield return $"Ngày {day.Written()}, vị trí của {Name(row.AreaId)} không khớp với cấp trên của nó.";
                }
                open.Push(row);
            }
            foreach (var id in missing.Keys)
            {
                yield return $"Ngày {day.Written()}, {Name(id)} không có vị trí trong cây.";
            }
        }
    }

    private sealed class Renumbering
    {
        private readonly IReadOnlyDictionary<int, Area> areas;
        private readonly DateOnly day;
        private readonly int reformId;
        private readonly Dictionary<int, AreaPosition> current;
        private readonly AreaPosition[] standing;
        private readonly Dictionary<int, AreaPlacement> placed;
        private readonly ILookup<int, AreaPlacement> children;
        private readonly List<AreaPosition> closed = [];
        private readonly List<AreaPosition> written = [];
        private string? fault;

        public Renumbering(IReadOnlyDictionary<int, Area> areas, IEnumerable<AreaPlacement> placements, IEnumerable<AreaPosition> positions, DateOnly day, int reformId)
        {
            (this.areas, this.day, this.reformId) = (areas, day, reformId);
            // Everything that holds now or later keeps its numbers; later rows matter when a reform is recorded after one of a later day.
            standing = positions.Where(p => p.HoldsOnOrAfter(day)).OrderBy(p => p.Left).ToArray();
            current = standing.Where(p => p.HoldsOn(day)).ToDictionary(p => p.AreaId);
            placed = placements.Where(p => p.HoldsOn(day)).ToDictionary(p => p.AreaId);
            children = placed.Values.Where(p => p.ParentId is not null).ToLookup(p => p.ParentId!.Value);
        }

        public (IReadOnlyList<AreaPosition>, IReadOnlyList<AreaPosition>, string?) Run()
        {
            foreach (var gone in current.Values.Where(p => !placed.ContainsKey(p.AreaId)))
            {
                Close(gone);
            }
            if (placed.Values.FirstOrDefault(p => p.ParentId is null) is { } root)
            {
                Place(root, 0, 0);
            }
            return (closed, written, fault);
        }

        private void Place(AreaPlacement placement, long left, int depth)
        {
            var area = areas[placement.AreaId];
            var before = current.GetValueOrDefault(area.Id);
            var stays = before is not null && before.Left == left && before.Depth == depth;
            if (!stays)
            {
                Leave(before);
                written.Add(
                    new AreaPosition
                    {
                        AreaId = area.Id,
                        ReformId = reformId,
                        From = day,
                        Left = left,
                        Right = left + WidthOf(area.Kind) - 1,
                        Depth = depth,
                    }
                );
            }
            List<AreaPlacement> arriving = [];
            List<(long Left, long Right)> taken = [];
            foreach (var child in children[area.Id])
            {
                if (before is not null && child.ReformId != reformId && current.TryGetValue(child.AreaId, out var seat))
                {
                    var offset = seat.Left - before.Left;
                    taken.Add((left + offset, left + offset + WidthOf(areas[child.AreaId].Kind) - 1));
                    Place(child, left + offset, depth + 1);
                }
                else
                {
                    arriving.Add(child);
                }
            }
            if (arriving.Count == 0)
            {
                return;
            }
            if (stays && before!.To is { } end)
            {
                fault ??= $"{area.FullName} (số {area.Id}) đã được sắp xếp lại từ ngày {end.Written()}: hãy hoàn tác sắp xếp đó trước, rồi ghi việc của ngày {day.Written()}.";
                return;
            }
            Seat(area, arriving, stays ? Standing(left, left + WidthOf(area.Kind) - 1) : taken, left, depth);
        }

        /// <summary>Gives each newcomer the first free slot, in the order of their numbers so that the same reform always numbers alike.</summary>
        private void Seat(Area parent, List<AreaPlacement> arriving, List<(long Left, long Right)> taken, long left, int depth)
        {
            taken.Sort();
            foreach (var kind in arriving.GroupBy(p => areas[p.AreaId].Kind).OrderBy(g => g.Key))
            {
                var width = WidthOf(kind.Key);
                var slot = left + width;
                var next = 0;
                List<(long, long)> seated = [];
                foreach (var child in kind.OrderBy(p => p.AreaId))
                {
                    for (; next < taken.Count && taken[next].Left < slot + width; next++)
                    {
                        if (taken[next].Right >= slot)
                        {
                            slot = left + (((taken[next].Right - left) / width) + 1) * width;
                        }
                    }
                    if (slot + width - 1 > left + WidthOf(parent.Kind) - 1)
                    {
                        fault ??= $"{parent.FullName} (số {parent.Id}) không còn chỗ để đánh số thêm địa bàn con ngày {day.Written()}.";
                        return;
                    }
                    seated.Add((slot, slot + width - 1));
                    Place(child, slot, depth + 1);
                    slot += width;
                }
                taken.AddRange(seated);
                taken.Sort();
            }
        }

        private List<(long Left, long Right)> Standing(long left, long right)
        {
            List<(long, long)> found = [];
            for (var i = FirstAfter(left); i < standing.Length && standing[i].Left <= right; i++)
            {
                found.Add((standing[i].Left, standing[i].Right));
            }
            return found;
        }

        /// <summary>An area that moves must not have anything under it that is already written for a later day: its numbers would stay behind.</summary>
        private void Leave(AreaPosition? before)
        {
            if (before is null)
            {
                return;
            }
            Close(before);
            for (var i = FirstAfter(before.Left); i < standing.Length && standing[i].Left <= before.Right && fault is null; i++)
            {
                if (standing[i].From > day)
                {
                    fault = Later(standing[i].AreaId, standing[i].From);
                }
            }
        }

        private void Close(AreaPosition row)
        {
            if (row.To is { } end)
            {
                fault ??= Later(row.AreaId, end);
            }
            closed.Add(row.Closed(day, reformId));
        }

        private string Later(int areaId, DateOnly then) =>
            $"{areas[areaId].FullName} (số {areaId}) đã có sắp xếp muộn hơn, từ ngày {then.Written()}: hãy hoàn tác sắp xếp đó trước, rồi ghi việc của ngày {day.Written()}.";

        private int FirstAfter(long left)
        {
            var (low, high) = (0, standing.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (standing[middle].Left > left)
                {
                    high = middle;
                }
                else
                {
                    low = middle + 1;
                }
            }
            return low;
        }
    }
}

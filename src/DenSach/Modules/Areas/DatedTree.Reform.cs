using DenSach.Platform.Errors;

namespace DenSach.Modules.Areas;

/// <summary>What a reform does to the tree, and how it is taken back exactly.</summary>
public sealed partial class DatedTree
{
    public Result<TreeChange> Apply(Reform reform, ReformSteps steps)
    {
        var day = reform.On;
        var known = new Dictionary<int, Area>(areas);
        foreach (var found in steps.Found)
        {
            var area = new Area
            {
                Id = found.Id,
                Kind = found.Kind,
                Name = found.Name,
                LocalKind = found.LocalKind,
                Code = found.Code,
                HomeRegisterId = found.HomeRegisterId,
                Invented = found.Invented,
                Note = found.Note,
            };
            if (!known.TryAdd(found.Id, area))
            {
                return Refused("id_taken", $"Số {found.Id} đã là số của {known[found.Id].FullName}: hãy chọn số khác cho {area.FullName}.");
            }
        }
        var standing = Placements.Where(p => p.HoldsOn(day)).ToDictionary(p => p.AreaId);
        var closed = new List<AreaPlacement>();
        foreach (var (id, parentId) in steps.Move.Select(m => (m.AreaId, (int?)m.ParentId)).Concat(steps.Dissolve.Select(id => (id, (int?)null))))
        {
            if (!standing.TryGetValue(id, out var now))
            {
                return Refused("not_in_force", $"{NameOf(id)} không có trong ngày {day.Written()}, nên không thể sắp xếp lại từ ngày đó.");
            }
            if (now.To is { } end)
            {
                return Refused("later", $"{NameOf(id)} đã có sắp xếp muộn hơn, từ ngày {end.Written()}: hãy hoàn tác sắp xếp đó trước, rồi ghi việc của ngày {day.Written()}.");
            }
            if (parentId is not null && now.ParentId == parentId)
            {
                return Refused("same_parent", $"{NameOf(id)} đã thuộc nơi đó trong ngày {day.Written()}.");
            }
            closed.Add(now.Closed(day, reform.Id));
        }
        if (closed.GroupBy(p => p.AreaId).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return Refused("twice", $"{NameOf(twice.Key)} được nêu hai lần trong cùng một sắp xếp ngày {day.Written()}: mỗi địa bàn chỉ một lần.");
        }
        AreaPlacement[] placed =
        [
            .. steps
                .Found.Select(f => (f.Id, f.ParentId))
                .Concat(steps.Move.Select(m => (m.AreaId, (int?)m.ParentId)))
                .Select(p => new AreaPlacement
                {
                    AreaId = p.Item1,
                    ReformId = reform.Id,
                    ParentId = p.Item2,
                    From = day,
                }),
        ];
        if (closed.Count + placed.Length == 0)
        {
            return Refused("empty", "Sắp xếp này không đổi gì: hãy nêu ít nhất một địa bàn được lập, chuyển hoặc kết thúc.");
        }
        var closedKeys = closed.Select(p => (p.AreaId, p.ReformId)).ToHashSet();
        AreaPlacement[] after = [.. Placements.Where(p => !closedKeys.Contains((p.AreaId, p.ReformId))), .. closed, .. placed];
        if (PlacementRules.Faults(known, after).FirstOrDefault() is { } fault)
        {
            return Refused("tree", fault);
        }
        if (Successors(reform, steps, known, after) is { } wrong)
        {
            return wrong;
        }
        var numbers = TreeNumbering.Renumber(known, after, Positions, day, reform.Id);
        if (numbers.Fault is { } stuck)
        {
            return Refused("later", stuck);
        }
        return new TreeChange(reform)
        {
            NewAreas = [.. steps.Found.Select(f => known[f.Id])],
            NewPlacements = placed,
            ChangedPlacements = closed,
            NewPositions = numbers.Written,
            ChangedPositions = numbers.Closed,
            NewSuccessions =
            [
                .. steps.Successors.Select(s => new AreaSuccession
                {
                    ReformId = reform.Id,
                    FromId = s.FromId,
                    ToId = s.ToId,
                    Share = s.Share,
                }),
            ],
        };
    }

    /// <summary>Takes a record back: what it wrote goes, what it closed is open again, number for number. Only while nothing recorded later stands on it.</summary>
    public Result<TreeChange> Revert(int reformId, DateTime at)
    {
        if (Reforms.FirstOrDefault(r => r.Id == reformId) is not { RevertedAt: null } reform)
        {
            return Problem.NotFound($"Không có sắp xếp địa bàn số {reformId}, hoặc sắp xếp đó đã được hoàn tác.");
        }
        AreaPosition[] written = [.. Positions.Where(p => p.ReformId == reformId)];
        AreaPosition[] closed = [.. Positions.Where(p => p.ClosedBy == reformId)];
        if (LaterOn(written, closed, reformId) is { } later)
        {
            return Refused(
                "built_upon",
                $"Không thể hoàn tác \"{reform.Name}\" ({reform.On.Written()}): sắp xếp ghi sau nó, \"{later.Name}\" ({later.On.Written()}), đã dựa vào kết quả này. "
                    + "Hãy hoàn tác sắp xếp ghi sau trước."
            );
        }
        AreaPlacement[] gone = [.. Placements.Where(p => p.ReformId == reformId)];
        AreaPlacement[] reopened = [.. Placements.Where(p => p.ClosedBy == reformId).Select(p => p.Reopened())];
        var founded = gone.Select(p => p.AreaId).Except(reopened.Select(p => p.AreaId)).ToHashSet();
        return new TreeChange(reform with { RevertedAt = at })
        {
            GoneAreas = [.. founded.Select(id => areas[id])],
            GonePlacements = gone,
            GonePositions = written,
            GoneSuccessions = [.. Successions.Where(s => s.ReformId == reformId)],
            ChangedPlacements = reopened,
            ChangedPositions = [.. closed.Select(p => p.Reopened())],
        };
    }

    /// <summary>The first later record that began or ended anything inside or around these rows, or names one of the areas as predecessor or successor.</summary>
    private Reform? LaterOn(AreaPosition[] written, AreaPosition[] closed, int reformId)
    {
        // Spans are nested or apart, so the outermost say it all.
        List<(long Left, long Right)> spans = [];
        foreach (var row in written.Concat(closed).OrderBy(p => p.Left).ThenByDescending(p => p.Right))
        {
            if (spans.Count == 0 || row.Left > spans[^1].Right)
            {
                spans.Add((row.Left, row.Right));
            }
        }
        var ids = written.Select(p => p.AreaId).ToHashSet();
        var later = Positions
            .Where(p => p.ReformId > reformId || p.ClosedBy > reformId)
            .Where(p => spans.Any(s => p.Left <= s.Right && s.Left <= p.Right))
            .Select(p => p.ReformId > reformId ? p.ReformId : p.ClosedBy!.Value)
            .Concat(Successions.Where(s => s.ReformId > reformId && (ids.Contains(s.FromId) || ids.Contains(s.ToId))).Select(s => s.ReformId));
        var first = later.Order().FirstOrDefault();
        return first == 0 ? null : Reforms.First(r => r.Id == first);
    }

    private Problem? Successors(Reform reform, ReformSteps steps, Dictionary<int, Area> known, AreaPlacement[] after)
    {
        var inForce = after.Where(p => p.HoldsOn(reform.On)).Select(p => p.AreaId).ToHashSet();
        foreach (var successor in steps.Successors)
        {
            if (!known.ContainsKey(successor.FromId) || !known.ContainsKey(successor.ToId) || successor.FromId == successor.ToId)
            {
                return Refused("successor", $"Nơi kế tiếp ghi từ số {successor.FromId} sang số {successor.ToId}: phải là hai địa bàn khác nhau đã có trong cây.");
            }
            if (!inForce.Contains(successor.ToId))
            {
                return Refused(
                    "successor",
                    $"{known[successor.ToId].FullName} không có trong ngày {reform.On.Written()}, nên không thể kế tiếp {known[successor.FromId].FullName}."
                );
            }
        }
        if (steps.Successors.GroupBy(s => (s.FromId, s.ToId)).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return Refused("successor", $"{known[twice.Key.ToId].FullName} được ghi hai lần là nơi kế tiếp của {known[twice.Key.FromId].FullName}.");
        }
        return null;
    }

    private string NameOf(int id) => areas.TryGetValue(id, out var area) ? $"{area.FullName} (số {id})" : $"Địa bàn số {id}";
}

using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Modules.Areas.Content;

namespace DenSach.Tests.Areas;

/// <summary>Trees to try rules on: the one the product carries, and countries made from a seed.</summary>
internal static class Trees
{
    public static readonly DateTime Recorded = new(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "d/M/yyyy", CultureInfo.InvariantCulture);

    public static DatedTree Carried(bool invented = true)
    {
        var tree = DatedTree.Empty;
        foreach (var entry in AreaContent.Read(AreaContent.DefaultFile).Reforms)
        {
            var change = tree.Apply(Reform(tree, entry.Day, entry.Name), entry.Steps(tree, invented));
            change.Problem.ShouldBeNull();
            tree = tree.With(change.Value);
        }
        return tree;
    }

    public static Reform Reform(DatedTree tree, DateOnly on, string name = "thử") =>
        new()
        {
            Id = tree.NextReformId,
            On = on,
            Name = name,
            LegalBasis = "thử",
            RecordedAt = Recorded,
        };

    /// <summary>A country with some years of reforms, some recorded out of order; a reform the rules refuse is left out, as an officer would have to.</summary>
    public static DatedTree FromSeed(int seed, int reforms = 14)
    {
        var random = new Random(seed);
        var tree = DatedTree.Empty;
        tree = tree.With(tree.Apply(Reform(tree, Day("1/1/2021")), Beginning(random)).Value);
        for (var n = 0; n < reforms; n++)
        {
            var on = Day("1/1/2021").AddDays(random.Next(0, 12) * 90);
            var change = tree.Apply(Reform(tree, on), Step(tree, random, on));
            tree = change.Ok ? tree.With(change.Value) : tree;
        }
        return tree;
    }

    private static ReformSteps Beginning(Random random)
    {
        List<NewArea> areas = [new(1, AreaKind.Country, "Thử", "nước", null)];
        var next = 2;
        for (var p = random.Next(1, 4); p > 0; p--)
        {
            var province = next++;
            areas.Add(new(province, AreaKind.Province, $"T{province}", "tỉnh", 1));
            var above = province;
            for (var c = random.Next(1, 6); c > 0; c--)
            {
                if (random.Next(3) == 0)
                {
                    above = next++;
                    areas.Add(new(above, AreaKind.District, $"H{above}", "huyện", province));
                }
                var commune = next++;
                areas.Add(new(commune, AreaKind.Commune, $"X{commune}", "xã", above));
                for (var h = random.Next(0, 5); h > 0; h--)
                {
                    areas.Add(new(next, AreaKind.Hamlet, $"B{next++}", "bản", commune));
                }
            }
        }
        return new ReformSteps { Found = areas };
    }

    /// <summary>Founds something, moves something, or joins two areas of a kind.</summary>
    public static ReformSteps Step(DatedTree tree, Random random, DateOnly on)
    {
        var standing = tree.Placements.Where(p => p.HoldsOn(on)).Select(p => tree.Areas[p.AreaId]).OrderBy(a => a.Id).ToList();
        Area Any(Func<Area, bool> which) => standing.Where(which).OrderBy(_ => random.Next()).First();
        var free = tree.Areas.Count == 0 ? 1 : tree.Areas.Keys.Max() + 1;
        var kind = (AreaKind)random.Next((int)AreaKind.Province, (int)AreaKind.Hamlet + 1);
        if (!standing.Any(a => a.Kind == kind) || random.Next(4) == 0)
        {
            return new ReformSteps { Found = [new(free, kind, $"M{free}", "nơi mới", Any(a => a.Kind < kind).Id)] };
        }
        var one = Any(a => a.Kind == kind);
        if (random.Next(2) == 0)
        {
            return new ReformSteps { Move = [new(one.Id, Any(a => a.Kind < kind).Id)] };
        }
        var below = tree.Placements.Where(p => p.HoldsOn(on) && p.ParentId == one.Id).Select(p => new MoveArea(p.AreaId, free));
        return new ReformSteps
        {
            Found = [new(free, kind, $"G{free}", "nơi gộp", Any(a => a.Kind < kind).Id)],
            Dissolve = [one.Id],
            Move = [.. below],
            Successors = [new(one.Id, free, Share.Whole)],
        };
    }

    /// <summary>The plain answer: climbing the placements.</summary>
    public static bool LiesIn(DatedTree tree, int id, int ancestor, DateOnly day)
    {
        for (int? next = id; next is { } at; next = tree.Placements.Single(p => p.AreaId == at && p.HoldsOn(day)).ParentId)
        {
            if (tree.Placements.All(p => p.AreaId != at || !p.HoldsOn(day)))
            {
                return false;
            }
            if (at == ancestor)
            {
                return true;
            }
        }
        return false;
    }

    public static void ForSeeds(int tests, Action<int> rule) =>
        FsCheck.Check.One(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(tests), FsCheck.Fluent.Prop.ForAll(FsCheck.Fluent.ArbMap.Default.ArbFor<int>(), rule));
}

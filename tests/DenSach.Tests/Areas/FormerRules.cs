using System.Diagnostics;
using DenSach.Modules.Areas;

namespace DenSach.Tests.Areas;

/// <summary>Units that are no more, found from where their ground lies today.</summary>
public sealed class FormerRules
{
    private static readonly DateOnly Today = Trees.Day("21/11/2026");

    [Fact]
    public void The_heirs_find_what_they_took_over_and_nobody_else_does()
    {
        var tree = AreaTree.Of(Trees.Carried());
        tree.FormerIn([KnownAreas.NinhBinh], Today).ShouldContain(KnownAreas.MyLocDistrict);
        tree.FormerIn([KnownAreas.NongCong], Today).ShouldContain(KnownAreas.VanHoa);
        tree.FormerIn([KnownAreas.BinhLu], Today).ShouldBe([KnownAreas.TamDuongDistrict, KnownAreas.TamDuongTown, KnownAreas.SonBinh, KnownAreas.BinhLuBefore], ignoreOrder: true);
        tree.FormerIn([KnownAreas.BinhLu], Trees.Day("30/6/2025")).ShouldBeEmpty("on that day it was not there");
        tree.FormerIn([], Today).ShouldBeEmpty();
    }

    /// <summary>Against the plain answer, in countries made from a seed.</summary>
    [Fact]
    public void It_says_the_same_as_asking_each_area_for_its_heirs() =>
        Trees.ForSeeds(
            60,
            seed =>
            {
                var dated = Trees.FromSeed(seed);
                var tree = AreaTree.Of(dated);
                foreach (var day in new[] { Trees.Day("1/6/2022"), Today })
                {
                    foreach (var area in dated.Areas.Keys)
                    {
                        var plain = dated
                            .Areas.Keys.Where(id => !tree.IsInForce(id, day) && dated.Placements.Any(p => p.AreaId == id && p.From <= day && !p.NeverHeld()))
                            .Where(id => tree.HeirsOf(id, day).Any(heir => tree.IsWithin(heir.Id, area, day)));
                        tree.FormerIn([area], day).ShouldBe(plain, ignoreOrder: true);
                    }
                }
            }
        );

    [Fact]
    public void In_a_country_of_a_hundred_thousand_areas_it_costs_a_few_milliseconds()
    {
        var dated = Trees.FromSeed(1, reforms: 0);
        List<MoveArea> moved = [];
        List<NameSuccessor> heirs = [];
        List<int> gone = [];
        var next = 1_000;
        List<NewArea> before = [];
        for (var p = 0; p < 34; p++)
        {
            var province = next++;
            before.Add(new(province, AreaKind.Province, $"T{province}", "tỉnh", 1));
            for (var c = 0; c < 300; c++)
            {
                var commune = next++;
                before.Add(new(commune, AreaKind.Commune, $"X{commune}", "xã", province));
                before.AddRange(Enumerable.Range(0, 9).Select(_ => new NewArea(next, AreaKind.Hamlet, $"B{next++}", "thôn", commune)));
            }
        }
        dated = dated.With(dated.Apply(Trees.Reform(dated, Trees.Day("1/1/2022")), new ReformSteps { Found = before }).Value);
        // Every third commune takes over the two behind it, hamlets and all.
        var below = before.ToLookup(a => a.ParentId);
        foreach (var trio in before.Where(a => a.Kind == AreaKind.Commune).Chunk(3).Where(t => t.Length == 3))
        {
            foreach (var part in trio[1..])
            {
                moved.AddRange(below[part.Id].Select(a => new MoveArea(a.Id, trio[0].Id)));
                gone.Add(part.Id);
                heirs.Add(new(part.Id, trio[0].Id, Share.Whole));
            }
        }
        dated = dated.With(
            dated
                .Apply(
                    Trees.Reform(dated, Trees.Day("1/7/2025")),
                    new ReformSteps
                    {
                        Move = moved,
                        Dissolve = gone,
                        Successors = heirs,
                    }
                )
                .Value
        );
        dated.Areas.Count.ShouldBeGreaterThan(100_000);
        var tree = AreaTree.Of(dated);
        tree.FormerIn([1_000], Today).Count.ShouldBe(200, "of the 300 communes of a province");
        var clock = Stopwatch.StartNew();
        for (var n = 0; n < 100; n++)
        {
            tree.FormerIn([1_000], Today).Count.ShouldBe(200);
        }
        // About a tenth of this on an idle machine; walking the tree anew took a hundred times as long.
        (clock.Elapsed / 100).ShouldBeLessThan(TimeSpan.FromMilliseconds(20));
        Console.WriteLine($"FormerIn among {dated.Areas.Count} areas, {gone.Count} gone: {clock.Elapsed.TotalMilliseconds / 100:0.00} ms");
    }
}

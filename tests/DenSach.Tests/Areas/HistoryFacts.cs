using DenSach.Modules.Areas;
using static DenSach.Tests.Areas.Trees;

namespace DenSach.Tests.Areas;

/// <summary>What the carried list says of the places of the five plans, and of the provinces.</summary>
public class HistoryFacts
{
    private static readonly DatedTree Carried = Trees.Carried();
    private static readonly AreaTree Tree = AreaTree.Of(Carried);
    private static readonly DateOnly Last = Day("30/6/2025");
    private static readonly DateOnly First = Day("1/7/2025");

    private static int CountOf(AreaKind kind, DateOnly day) => Tree.DescendantsOf(KnownAreas.Country, day).Count(a => a.Kind == kind);

    [Fact]
    public void There_are_63_provinces_until_30_6_2025_and_34_after()
    {
        CountOf(AreaKind.Province, Last).ShouldBe(63);
        CountOf(AreaKind.Province, First).ShouldBe(34);
    }

    [Fact]
    public void There_is_no_district_any_more_from_1_7_2025()
    {
        CountOf(AreaKind.District, Last).ShouldBe(4);
        CountOf(AreaKind.District, First).ShouldBe(0);
    }

    [Fact]
    public void The_carried_tree_has_no_fault() => Carried.Faults().ShouldBeEmpty();

    [Fact]
    public void Van_Hoa_is_part_of_Nong_Cong_from_1_7_2025()
    {
        Tree.PathTo(KnownAreas.VanHoa, Last).Select(a => a.FullName).ShouldBe(["nước Việt Nam", "tỉnh Thanh Hóa", "huyện Nông Cống", "xã Vạn Hòa"]);
        Tree.IsInForce(KnownAreas.VanHoa, First).ShouldBeFalse();
        var end = Tree.HistoryOf(KnownAreas.VanHoa)[^1];
        end.Ended.ShouldBeTrue();
        end.Reform.On.ShouldBe(First);
        end.Successors.Select(s => (s.Area.Id, s.Share)).ShouldBe([(KnownAreas.NongCong, Share.Whole)]);
        Tree.PathTo(KnownAreas.NongCong, First).Select(a => a.FullName).ShouldBe(["nước Việt Nam", "tỉnh Thanh Hóa", "xã Nông Cống"]);
        Tree.HistoryOf(KnownAreas.NongCong)[0].Predecessors.Count(p => p.Area.Kind == AreaKind.Commune).ShouldBe(6);
    }

    [Fact]
    public void An_Nghiep_lies_in_Phu_Yen_until_30_6_2025_and_its_successor_in_Dak_Lak()
    {
        Tree.IsWithin(KnownAreas.AnNghiep, KnownAreas.PhuYen, Last).ShouldBeTrue();
        Tree.IsWithin(KnownAreas.AnNghiep, KnownAreas.DakLak, Last).ShouldBeFalse();
        Tree.IsWithin(KnownAreas.TuyAnTay, KnownAreas.DakLak, First).ShouldBeTrue();
        Tree.IsWithin(KnownAreas.AnNghiep, KnownAreas.DakLak, First).ShouldBeFalse();
        Tree.HistoryOf(KnownAreas.AnNghiep)[^1].Successors.ShouldHaveSingleItem().Area.Id.ShouldBe(KnownAreas.TuyAnTay);
        Tree.IsInForce(KnownAreas.PhuYen, First).ShouldBeFalse();
    }

    [Fact]
    public void My_Loc_was_dissolved_into_the_city_of_Nam_Dinh_on_1_9_2024_and_has_no_single_successor_today()
    {
        Tree.IsInForce(KnownAreas.MyLocDistrict, Day("31/8/2024")).ShouldBeTrue();
        Tree.IsInForce(KnownAreas.MyLocDistrict, Day("1/9/2024")).ShouldBeFalse();
        Tree.HistoryOf(KnownAreas.MyLocDistrict)[^1].Reform.LegalBasis.ShouldBe("thử");
        Tree.HistoryOf(KnownAreas.MyLocDistrict)[^1].Successors.ShouldHaveSingleItem().Area.Id.ShouldBe(KnownAreas.NamDinhCity);

        var heirs = Heirs(KnownAreas.MyLocDistrict).ToList();
        heirs.Count.ShouldBeGreaterThan(1);
        heirs.ShouldAllBe(a => a.Kind == AreaKind.Commune && Tree.IsWithin(a.Id, KnownAreas.NinhBinh, First));
    }

    [Fact]
    public void The_communes_of_My_Loc_were_in_the_city_of_Nam_Dinh_between_the_two_reforms()
    {
        Tree.PathTo(1032, Day("31/8/2024"))[^2].Id.ShouldBe(KnownAreas.MyLocDistrict);
        Tree.PathTo(1032, Day("1/9/2024"))[^2].Id.ShouldBe(KnownAreas.NamDinhCity);
        Tree.IsInForce(1032, First).ShouldBeFalse();
    }

    [Fact]
    public void Hung_Yen_and_Thai_Binh_became_the_new_Hung_Yen()
    {
        Tree.HistoryOf(KnownAreas.HungYen)[0].Predecessors.Select(p => p.Area.Id).ShouldBe([KnownAreas.HungYenBefore, KnownAreas.ThaiBinh], ignoreOrder: true);
        Tree.IsInForce(KnownAreas.HungYen, Last).ShouldBeFalse();
        Tree.WithCode("33", Last).ShouldHaveSingleItem().Id.ShouldBe(KnownAreas.HungYenBefore);
        Tree.WithCode("33", First).ShouldHaveSingleItem().Id.ShouldBe(KnownAreas.HungYen);
    }

    [Fact]
    public void Binh_Lu_was_made_of_three_communes_of_Tam_Duong_and_lies_directly_under_Lai_Chau()
    {
        Tree.PathTo(KnownAreas.BinhLu, First).Select(a => a.Id).ShouldBe([KnownAreas.Country, KnownAreas.LaiChau, KnownAreas.BinhLu]);
        Tree[KnownAreas.BinhLu].Code.ShouldBe("03390");
        Tree.HistoryOf(KnownAreas.BinhLu)[0]
            .Predecessors.Where(p => p.Share == Share.Whole)
            .Select(p => p.Area.Id)
            .ShouldBe([KnownAreas.TamDuongTown, KnownAreas.SonBinh, KnownAreas.BinhLuBefore], ignoreOrder: true);
    }

    [Fact]
    public void Every_hamlet_of_Binh_Lu_is_invented_and_came_along_from_one_of_the_three_communes()
    {
        Tree.ChildrenOf(KnownAreas.BinhLu, First).Select(a => a.Id).ShouldBe(KnownAreas.BinhLuHamlets, ignoreOrder: true);
        foreach (var id in KnownAreas.BinhLuHamlets)
        {
            Tree[id].Invented.ShouldBeTrue();
            var before = Tree.CommuneOf(id, Last)!;
            new[] { KnownAreas.TamDuongTown, KnownAreas.SonBinh, KnownAreas.BinhLuBefore }.ShouldContain(before.Id);
            Tree[id].HomeRegisterId.ShouldBe(before.HomeRegisterId);
            Tree.CommuneOf(id, First)!.Id.ShouldBe(KnownAreas.BinhLu);
        }
    }

    [Fact]
    public void Without_the_demo_nothing_invented_is_loaded()
    {
        Trees.Carried(invented: false).Areas.Values.ShouldNotContain(a => a.Invented || a.Kind == AreaKind.Hamlet);
    }

    [Fact]
    public void Every_area_has_a_home_register_that_no_system_event_uses()
    {
        Carried.Areas.Values.ShouldAllBe(a => a.HomeRegisterId >= 100);
        Carried.Areas.Values.Where(a => a.Kind != AreaKind.Hamlet).Select(a => a.HomeRegisterId).ShouldBeUnique();
    }

    [Fact]
    public void The_provinces_are_those_of_the_public_data_set()
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("DENSACH_TERRITORY") ?? "", "units-2025-07-01.csv");
        if (!File.Exists(file))
        {
            return; // The data set is not part of the product; DENSACH_TERRITORY names its folder.
        }
        var provinces = File.ReadLines(file).Where(l => l.Contains(",province,", StringComparison.Ordinal)).Select(l => l.Split(',')[0]);
        Tree.ChildrenOf(KnownAreas.Country, First).Select(a => a.Code).ShouldBe(provinces, ignoreOrder: true);
    }

    private static IEnumerable<Area> Heirs(int id) =>
        Tree.IsInForce(id, First) ? [Tree[id]] : Tree.HistoryOf(id).SelectMany(e => e.Successors).SelectMany(s => Heirs(s.Area.Id)).DistinctBy(a => a.Id);
}

using DenSach.Modules.Areas;
using static DenSach.Tests.Areas.Trees;

namespace DenSach.Tests.Areas;

/// <summary>What a reform must not do, and the sentence that says so, with the area and the day.</summary>
public class RefusedReforms
{
    private static readonly DatedTree Carried = Trees.Carried();
    private static readonly DateOnly On = Day("1/3/2026");

    private static string Refusal(ReformSteps steps, DateOnly? on = null) => Carried.Apply(Reform(Carried, on ?? On), steps).Problem!.Sentence;

    private static string Fault(params (int Area, int? Parent, string From, string? To)[] rows) =>
        PlacementRules
            .Faults(
                Carried.Areas,
                rows.Select(
                    (r, n) =>
                        new AreaPlacement
                        {
                            AreaId = r.Area,
                            ParentId = r.Parent,
                            From = Day(r.From),
                            To = r.To is null ? null : Day(r.To),
                            ReformId = n + 1,
                        }
                )
            )
            .First();

    [Fact]
    public void A_circle_is_refused() =>
        Fault((1, null, "1/1/2021", null), (301, 1003, "1/1/2021", null), (1003, 301, "1/1/2021", null))
            .ShouldSatisfyAllConditions(s => s.ShouldContain("nằm trong chính nó"), s => s.ShouldContain("huyện Tam Đường"), s => s.ShouldContain("1/1/2021"));

    [Fact]
    public void Two_parents_on_one_day_are_refused() =>
        Fault((1, null, "1/1/2021", null), (112, 1, "1/1/2021", null), (138, 1, "1/1/2021", null), (301, 112, "1/1/2021", "1/1/2023"), (301, 138, "1/6/2022", null))
            .ShouldBe(
                "huyện Tam Đường (số 301) có hai cấp trên trong cùng ngày 1/6/2022: tỉnh Lai Châu (số 112) và tỉnh Thanh Hóa (số 138). Mỗi ngày một địa bàn chỉ thuộc một nơi."
            );

    [Fact]
    public void A_gap_is_refused() =>
        Fault((1, null, "1/1/2021", null), (112, 1, "1/1/2021", "1/1/2022"), (112, 1, "5/1/2022", null))
            .ShouldBe("tỉnh Lai Châu (số 112) bị đứt quãng: không thuộc đâu từ ngày 1/1/2022 đến trước ngày 5/1/2022.");

    [Fact]
    public void An_unknown_parent_is_refused() =>
        Refusal(new ReformSteps { Found = [new(9001, AreaKind.Hamlet, "Mới", "bản", 8888)] })
            .ShouldBe("bản Mới (số 9001) được đặt vào địa bàn số 8888 từ ngày 1/3/2026, nhưng không có địa bàn nào mang số đó.");

    [Fact]
    public void A_parent_of_a_lower_level_is_refused() =>
        Refusal(new ReformSteps { Move = [new(KnownAreas.NongCong, 5001)] }).ShouldContain("xã Nông Cống (số 2011) không thể nằm trong bản Nà Mận");

    [Fact]
    public void Dissolving_an_area_with_something_left_in_it_is_refused() =>
        Refusal(new ReformSteps { Dissolve = [KnownAreas.BinhLu] })
            .ShouldSatisfyAllConditions(s => s.ShouldContain("vẫn thuộc xã Bình Lư (số 2001)"), s => s.ShouldContain("1/3/2026"));

    [Fact]
    public void Moving_what_is_not_in_force_on_the_day_is_refused() =>
        Refusal(new ReformSteps { Move = [new(KnownAreas.VanHoa, KnownAreas.LaiChau)] })
            .ShouldBe("xã Vạn Hòa (số 1013) không có trong ngày 1/3/2026, nên không thể sắp xếp lại từ ngày đó.");

    [Fact]
    public void A_reform_before_one_already_recorded_for_the_same_area_is_refused() =>
        Refusal(new ReformSteps { Move = [new(5001, KnownAreas.SonBinh)] }, Day("1/1/2024")).ShouldContain("đã có sắp xếp muộn hơn, từ ngày 1/7/2025");

    [Fact]
    public void A_number_that_is_taken_is_refused() =>
        Refusal(new ReformSteps { Found = [new(KnownAreas.LaiChau, AreaKind.Hamlet, "Mới", "bản", KnownAreas.BinhLu)] }).ShouldContain("Số 112 đã là số của tỉnh Lai Châu");

    [Fact]
    public void A_reform_that_changes_nothing_is_refused() => Refusal(new ReformSteps()).ShouldContain("không đổi gì");

    [Fact]
    public void A_second_root_is_refused() => Refusal(new ReformSteps { Found = [new(9001, AreaKind.Country, "Khác", "nước", null)] }).ShouldContain("hai gốc");

    [Fact]
    public void Taking_back_a_reform_on_which_another_stands_is_refused()
    {
        var provinces = Carried.Reforms.Single(r => r.Name == "Sắp xếp đơn vị hành chính cấp tỉnh");
        Carried.Revert(provinces.Id, Recorded).Problem!.Sentence.ShouldContain("Sắp xếp đơn vị hành chính cấp xã của tỉnh");
    }

    [Fact]
    public void A_hamlet_recorded_late_for_an_old_day_takes_no_numbers_of_what_came_since()
    {
        var late = Carried.Apply(Reform(Carried, Day("1/8/2025")), new ReformSteps { Found = [new(9001, AreaKind.Hamlet, "Mới", "bản", KnownAreas.BinhLu)] });
        Carried.With(late.Value).Faults().ShouldBeEmpty();
    }
}

using System.Text;
using DenSach.Papers.Plans;
using static DenSach.Papers.Tests.Plans.WardPlan;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Phrasings of plans that are not among the received five.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("Triển khai Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ về xã hội học tập giai đoạn 2026-2030", 2026, 2030)]
    [InlineData("Thực hiện Quyết định số 387/QĐ-TTg phê duyệt Chương trình “Đẩy mạnh phong trào học tập suốt đời giai đoạn 2021-2030” tại phường Tân An", 2021, 2030)]
    [InlineData("THỰC HIỆN KẾ HOẠCH SỐ 12/KH-UBND NGÀY 02/01/2026 CỦA UBND TỈNH VỀ XÂY DỰNG XÃ HỘI HỌC TẬP NĂM 2026", 2026, 2026)]
    public void A_title_may_name_the_paper_that_the_plan_carries_out(string title, int from, int to)
    {
        var plan = PlanReader.Read(
            $"ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN AN\nSố: 15/KH-UBND\nTân An, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\n{title}\nThực hiện Chỉ thị số 14/CT-TTg ngày 25/5/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân phường Tân An ban hành Kế hoạch như sau:\nI. MỤC TIÊU\n- 80% gia đình đạt danh hiệu “Gia đình học tập”.\nNơi nhận:\n- Lưu: VT."
        );
        plan.Title.ShouldBe(title);
        plan.Period.ShouldBe(new YearRange(from, to));
        plan.LegalBases.Select(b => b.Number).First().ShouldBe("14/CT-TTg");
    }

    [Fact]
    public void The_head_of_a_ward_is_read_from_two_columns()
    {
        var plan = Read("- 80% gia đình đạt danh hiệu “Gia đình học tập”.");
        plan.Number.ShouldBe("15/KH-UBND");
        plan.Date.ShouldBe(new DateOnly(2026, 1, 5));
        plan.Issuer.ShouldBe("Ủy ban nhân dân phường Tân An");
        plan.Level.ShouldBe(PlanLevel.Commune);
        plan.Period.ShouldBe(new YearRange(2026, 2030));
    }

    [Theory]
    [InlineData("Thôn có 58% dân số là đồng bào dân tộc thiểu số được bảo đảm tài liệu.")]
    [InlineData("Thôn có trên 72% hộ đạt danh hiệu mới được xét công nhận.")]
    [InlineData("Kinh phí 8,2 tỷ đồng, trong đó ngân sách phường bảo đảm 65%.")]
    [InlineData("Kinh phí dự kiến đạt 8,2 tỷ đồng, ngân sách tỉnh 900 triệu đồng (19,5%).")]
    [InlineData("Phấn đấu vận động ngoài ngân sách 20% tổng kinh phí.")]
    [InlineData("Người cao tuổi được bảo đảm miễn 100% học phí.")]
    [InlineData("Việc bình xét phải được ít nhất 62% số người dự họp nhất trí.")]
    [InlineData("Bảo đảm ít nhất 45% số tập thể, cá nhân được khen là người trực tiếp lao động.")]
    public void A_condition_a_vote_or_a_share_of_money_is_told_and_is_no_target(string work)
    {
        var plan = Read("- 80% gia đình đạt danh hiệu “Gia đình học tập”.", rest: "1. Phòng Kinh tế\n- " + work);
        plan.Targets.Select(t => t.Value).ShouldBe([80]);
        plan.Warnings.Count(w => w.Code is "percentage" or "number").ShouldBe(1);
    }

    [Fact]
    public void A_column_of_figures_without_a_head_is_read_and_doubted()
    {
        var plan = Read("| Xã | Gia đình học tập | Dòng họ học tập | |\n| An Hòa | 80% | 70% | 60% |\n| An Bình | 81% | 71% | 61% |");
        plan.TableTargets.Select(t => (t.Value, t.Subject, t.Scope)).ShouldContain((61m, PlanSubject.Other, "An Bình"));
        plan.Warnings.Count(w => w.Code == "subject").ShouldBe(2);
    }

    [Fact]
    public void A_share_that_closes_its_sentence_belongs_to_the_words_before_it() =>
        Keys(Read("- Tỷ lệ hộ gia đình đạt danh hiệu “Gia đình học tập” đạt 99,5%, tỷ lệ dòng họ đạt danh hiệu “Dòng họ học tập” đạt 70%."))
            .ShouldBe([(2030, 99.5m, PlanSubject.Household, "Gia đình học tập"), (2030, 70m, PlanSubject.Clan, "Dòng họ học tập")]);

    [Theory]
    [InlineData("ít nhất 80%", TargetComparator.AtLeast)]
    [InlineData("tối thiểu 80%", TargetComparator.AtLeast)]
    [InlineData("trên 80%", TargetComparator.MoreThan)]
    [InlineData("khoảng 80%", TargetComparator.About)]
    [InlineData("80% trở lên", TargetComparator.AtLeast)]
    [InlineData("80%", null)]
    public void Words_about_a_figure_become_its_comparator(string figure, TargetComparator? comparator) =>
        Read($"- Phấn đấu {figure} gia đình đạt danh hiệu “Gia đình học tập”.").Targets.Single().Comparator.ShouldBe(comparator);

    [Fact]
    public void A_range_has_two_values_and_growth_its_own_unit()
    {
        var plan = Read("- 60-70% người lao động được tập huấn.\n- Số hội viên Hội Khuyến học tăng bình quân 2%/năm.");
        plan.Targets[0].ShouldSatisfyAllConditions(t => t.Value.ShouldBe(60), t => t.ValueTo.ShouldBe(70));
        plan.Targets[1].ShouldSatisfyAllConditions(t => t.Unit.ShouldBe("%/year"), t => t.Recurrence.ShouldBe("yearly"));
    }

    [Fact]
    public void Ages_and_levels_are_no_targets_but_a_counted_goal_is()
    {
        var plan = Read("- Duy trì 100% các xã, phường đạt chuẩn phổ cập mức độ 3 cho trẻ 05 tuổi.\n- Mỗi năm tổ chức ít nhất 02 lớp tập huấn.");
        plan.Targets.Select(t => (t.Value, t.Unit, t.Maintain)).ShouldBe([(100m, "%", true), (2m, "count", false)]);
    }

    [Fact]
    public void What_compares_with_another_figure_or_lies_in_the_past_is_shown_and_not_counted()
    {
        var plan = Read("- Tỷ lệ hộ chưa đạt thấp hơn 5%.\n- Năm 2020, 45% gia đình đạt danh hiệu “Gia đình học tập”.");
        plan.Targets.ShouldBeEmpty();
        plan.Warnings.Select(w => w.Code).ShouldBe(["relative", "past"]);
    }

    [Fact]
    public void Deadlines_keep_their_relation_and_recurrence()
    {
        var plan = Read(
            "- 80% gia đình đạt danh hiệu “Gia đình học tập”.",
            rest: """
            1. Phòng Văn hóa - Xã hội
            Báo cáo kết quả về UBND phường chậm nhất ngày 20 tháng 11 hằng năm; sơ kết trong quý II/2028; gửi báo cáo trước ngày 15/6/2027.
            2. Các trường học
            Tự đánh giá trong tháng 10 hằng năm; quản lý quỹ 2 theo quy định.
            """
        );
        plan.Deadlines.Select(d => (d.Day, d.Month, d.Quarter, d.Year, d.Relation, d.Recurrence))
            .ShouldBe([(20, 11, null, null, "by", "yearly"), (null, null, 2, 2028, "in", "once"), (15, 6, null, 2027, "before", "once"), (null, 10, null, null, "in", "yearly")]);
        plan.Deadlines[0].To.ShouldBe("UBND phường");
    }

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public void Composed_and_decomposed_letters_read_alike(NormalizationForm form)
    {
        var text = ReceivedPlans.Text("binh-lu-2026").Normalize(form);
        var plan = PlanReader.Read(text);
        PlanComparison.Compare(ReceivedPlans.Answer("binh-lu-2026"), plan).IsSame.ShouldBeTrue();
        plan.Targets[1].Span.Of(text).Normalize().ShouldBe("Phần đầu 80% gia đình được công nhận đạt danh hiệu “Gia đình học tập”");
    }

    [Fact]
    public void What_is_there_already_is_no_target_but_what_it_shall_grow_to_is()
    {
        var plan = Read("- Nâng tỷ lệ gia đình đạt danh hiệu “Gia đình học tập” từ 62% (năm 2025) lên 80%.");
        Keys(plan).ShouldBe([(2030, 80m, PlanSubject.Household, "Gia đình học tập")]);
        plan.Warnings.ShouldContain(w => w.Code == "past");
    }

    [Fact]
    public void Names_and_figures_listed_in_one_order_are_put_together_and_marked()
    {
        var plan = Read("- Tỷ lệ gia đình, dòng họ và thôn đạt danh hiệu học tập lần lượt là 80%, 70% và 75%.");
        plan.Targets.Select(t => (t.Year, t.Value, t.Subject)).ShouldBe([(2030, 80m, PlanSubject.Household), (2030, 70m, PlanSubject.Clan), (2030, 75m, PlanSubject.Hamlet)]);
        plan.Warnings.Count(w => w.Code == "respectively").ShouldBe(3);
    }

    [Fact]
    public void A_count_with_its_share_is_one_target_and_growth_in_points_none()
    {
        var plan = Read("- 15/16 tổ dân phố đạt danh hiệu “Cộng đồng học tập” (93,75%).\n- Tỷ lệ hội viên tăng thêm 5 điểm phần trăm.\n- Tối thiểu 04 câu lạc bộ đọc sách.");
        plan.Targets.Select(t => (t.Value, t.Unit, t.Subject)).ShouldBe([(93.75m, "%", PlanSubject.Hamlet), (4m, "count", PlanSubject.Other)]);
    }

    [Fact]
    public void A_bare_date_in_the_time_column_is_a_deadline()
    {
        var plan = Read(
            "- 80% gia đình đạt danh hiệu “Gia đình học tập”.",
            rest: "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n| 1 | Sơ kết 6 tháng | Hội Khuyến học phường | 15/6/2027 |\n| 2 | Kiểm tra | Phòng Văn hóa - Xã hội | Tháng 8/2027 |"
        );
        plan.Deadlines.Select(d => (d.Day, d.Month, d.Year, d.Relation)).ShouldBe([(15, 6, 2027, "in"), (null, 8, 2027, "in")]);
        plan.Tasks.Select(t => t.Deadlines.Count).ShouldBe([1, 1]);
    }

    [Fact]
    public void Past_results_in_their_own_section_are_no_targets()
    {
        var plan = Read("- 80% gia đình đạt danh hiệu “Gia đình học tập”.", rest: "III. KẾT QUẢ NĂM 2025\nCó 71% gia đình, 65% dòng họ đạt danh hiệu học tập.");
        plan.Targets.Count.ShouldBe(1);
        plan.Warnings.ShouldContain(w => w.Code == "past");
    }

    [Fact]
    public void Windows_lists_and_dates_of_a_paragraph_about_one_year_are_read()
    {
        var plan = Read(
            "- 80% gia đình đạt danh hiệu “Gia đình học tập”.",
            rest: """
            1. Hội Khuyến học phường
            - Bình xét từ ngày 15/10 đến ngày 05/11 hằng năm.
            - Kiểm tra vào quý II, quý III/2027.
            - Năm 2028: sơ kết giữa kỳ trong quý IV.
            - Báo cáo trước ngày 20 của tháng cuối quý.
            - Tháng 9 - 10: tổ chức Tuần lễ hưởng ứng học tập suốt đời.
            - Định kỳ ngày 25 hằng tháng báo cáo UBND phường.
            - Sinh hoạt vào ngày 15.
            """
        );
        plan.Deadlines.Select(d => (d.Day, d.Month, d.Quarter, d.Year, d.Relation, d.Recurrence))
            .ShouldBe([
                (15, 10, null, null, "from", "yearly"),
                (5, 11, null, null, "by", "yearly"),
                (null, null, 2, 2027, "in", "once"),
                (null, null, 3, 2027, "in", "once"),
                (null, null, 4, 2028, "in", "once"),
                (20, null, null, null, "before", "quarterly"),
                (null, 9, null, null, "from", null),
                (null, 10, null, null, "by", null),
                (25, null, null, null, "in", "monthly"),
            ]);
        plan.Warnings.ShouldContain(w => w.Code == "date");
    }

    [Fact]
    public void Members_of_the_committee_are_listed_with_their_roles()
    {
        var plan = Read(
            "- 80% gia đình đạt danh hiệu “Gia đình học tập”.",
            rest: "1. Thành lập Ban Chỉ đạo gồm:\n- Đồng chí Phó Chủ tịch UBND phường - Trưởng ban;\n- Bà Lê Thị B, Chủ tịch Hội Khuyến học phường - Phó Trưởng ban thường trực;"
        );
        plan.Committee.Select(m => (m.Who, m.Role))
            .ShouldBe([("Phó Chủ tịch UBND phường", "Trưởng ban"), ("Lê Thị B, Chủ tịch Hội Khuyến học phường", "Phó Trưởng ban thường trực")]);
    }

    [Fact]
    public void A_plan_about_something_else_is_noticed() =>
        PlanReader
            .Read("UBND XÃ TÂN AN\nSố: 3/KH-UBND\nKẾ HOẠCH\nPhòng, chống cháy rừng năm 2026\nI. MỤC TIÊU\n1. 100% hộ dân ký cam kết.\n")
            .Warnings.ShouldContain(w => w.Code == "topic");

    [Fact]
    public void Non_breaking_spaces_and_a_text_broken_at_each_line_change_nothing()
    {
        var source = ReceivedPlans.Text("binh-lu-2026").Replace(" ", "\u00A0", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        PlanComparison.Compare(ReceivedPlans.Answer("binh-lu-2026"), PlanReader.Read(source)).IsSame.ShouldBeTrue();
    }

    [Fact]
    public void What_is_given_to_hamlets_counts_what_the_words_over_them_name()
    {
        Keys(Read("- Chỉ tiêu gia đình học tập giao các thôn: Thôn Đông 82%; thôn Đoài 78%."))
            .ShouldBe([(2030, 82m, PlanSubject.Household, "Gia đình học tập"), (2030, 78m, PlanSubject.Household, "Gia đình học tập")]);
        Read("- 80% thôn đạt danh hiệu “Cộng đồng học tập”.").Targets.Single().Subject.ShouldBe(PlanSubject.Hamlet);
    }

    [Fact]
    public void Recognising_is_no_workman_and_the_whole_commune_is_not_whom_a_figure_counts()
    {
        Read("- Toàn xã có 3.150 gia đình (75%), 42 dòng họ (65%) và 9 đơn vị (100%) đạt danh hiệu học tập.")
            .Targets.Where(t => t.Unit == "%")
            .Select(t => (t.Value, t.Subject))
            .ShouldBe([(75m, PlanSubject.Household), (65m, PlanSubject.Clan), (100m, PlanSubject.Organisation)]);
        Read("- Công nhận thêm 3% gia đình học tập, nâng tỷ lệ lên 78%.").Targets.Single().Subject.ShouldBe(PlanSubject.Household);
    }
}

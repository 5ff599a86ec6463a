using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>What headings and signs of a text say, however the text was written down.</summary>
public sealed class LayoutTests
{
    private static ExtractedPlan Read(string sections) =>
        PlanReader.Read(
            $"""
            ỦY BAN NHÂN DÂN XÃ TÂN AN
            Số: 15/KH-UBND
            *Tân An, ngày 05 tháng 01 năm 2026*
            **KẾ HOẠCH**
            **Xây dựng xã hội học tập giai đoạn 2026-2030**
            **trên địa bàn xã Tân An**
            Ủy ban nhân dân xã Tân An ban hành Kế hoạch như sau:
            {sections}
            **Nơi nhận:**
            - Lưu: VT.
            """
        );

    [Theory]
    [InlineData("## I. MỤC TIÊU\n### 1. Đến năm 2028\n- **60%** gia đình đạt danh hiệu “Gia đình học tập”.")]
    [InlineData("## Mục tiêu\n### Đến năm 2028\n- 60% gia đình đạt danh hiệu “Gia đình học tập”.")]
    [InlineData("**I. MỤC TIÊU**\n**1. Đến năm 2028**\n- *60%* gia đình đạt danh hiệu “Gia đình học tập”.")]
    [InlineData("I\\. MỤC TIÊU\n<b>1. Đến&nbsp;năm 2028</b>\n\\- 60% gia đình đạt danh hiệu “Gia đình học tập”.")]
    [InlineData("I. MỤC TIÊU\n**Đến năm 2028**\n* 60% gia đình đạt danh hiệu “Gia đình học tập”.")]
    public void The_signs_of_a_markdown_text_are_headings_and_no_words(string goals)
    {
        var plan = Read(goals);
        plan.Period.ShouldBe(new YearRange(2026, 2030));
        plan.Date.ShouldBe(new DateOnly(2026, 1, 5));
        plan.Targets.Select(t => (t.Year, t.Value, t.Title)).ShouldBe([(2028, 60m, "Gia đình học tập")]);
        plan.Warnings.ShouldNotContain(w => w.Code == "year");
    }

    [Theory]
    [InlineData("Đếnnăm2028, 60%gia đình đạtdanhhiệu “Giađình họctập”.", 60, "Gia đình học tập")]
    [InlineData("ĐẾNNĂM 2028: phấn đấu60,5% sốthôn đượccông nhận “Cộngđồng học tập”.", 60.5, "Cộng đồng học tập")]
    public void Blanks_that_a_copy_lost_are_put_back(string goal, decimal value, string title)
    {
        var plan = Read("I. MỤC TIÊU\n- " + goal);
        plan.Targets.Select(t => (t.Year, t.Value, t.Title)).ShouldBe([(2028, value, title)]);
        plan.Warnings.ShouldNotContain(w => w.Code == "year");
    }

    [Fact]
    public void What_only_looks_like_two_words_stays_one()
    {
        const string Words = "nội dung robot, video, Pleiku, Đakrông, khuyên nhủ, chuyện kể, internet, bậc A2, lớp 5A3, Covid19";
        Read($"I. MỤC TIÊU\nNăm 2028 có 60% gia đình học về {Words}.").Targets.Single().Measure.ShouldEndWith(Words);
    }

    [Theory]
    [InlineData("Tỷ lệ huyện có trường là 60%, xã đạt 70%.", "Tỷ lệ huyện có trường là 60%")]
    [InlineData("Tỷlệ gia đình đạt60%.", "Tỷlệ gia đình đạt60%.")]
    [InlineData("Có60%sốgia đình.", "Có60%sốgia đình.")]
    public void A_span_is_of_the_text_as_received(string goal, string words)
    {
        var text = $"KẾ HOẠCH\nXây dựng xã hội học tập giai đoạn 2026-2030\nI. MỤC TIÊU\n1. Đến năm 2028\n- {goal}\nNơi nhận:\n- Lưu: VT.";
        PlanReader.Read(text).Targets[0].Span.Of(text).ShouldBe(words);
    }

    [Theory]
    [InlineData("## II. TỔ CHỨC THỰC HIỆN\n**1. Hội Khuyến học xã**\n- Theo dõi.\n**2. Đề nghị Công đoàn xã**\n- Hướng dẫn.")]
    [InlineData("II. TỔ CHỨC THỰC HIỆN\n**Hội Khuyến học xã**\n- Theo dõi.\n**Công đoàn xã**\n- Hướng dẫn.")]
    [InlineData("II. TỔ CHỨC THỰC HIỆN\n**Hội Khuyến học xã**\nTheo dõi việc thực hiện.\n**Công đoàn xã**\nHướng dẫn đơn vị.")]
    [InlineData("## Tổ chức thực hiện\n- **Hội Khuyến học xã**: theo dõi.\n- **Công đoàn xã:** hướng dẫn.")]
    public void Agencies_stand_in_numbered_or_bold_headings(string tasks) =>
        Read("## I. MỤC TIÊU\nNâng cao chất lượng.\n" + tasks).Tasks.Select(t => t.Lead).ShouldBe(["Hội Khuyến học xã", "Công đoàn xã"]);

    [Fact]
    public void A_first_part_with_results_holds_no_targets()
    {
        var plan = Read(
            """
            PHẦN THỨ NHẤT
            KẾT QUẢ THỰC HIỆN ĐẾN CUỐI NĂM 2025
            I. Những việc đã làm được
            1. Có 71% gia đình đạt danh hiệu “Gia đình học tập”.
            PHẦN THỨ HAI
            KẾ HOẠCH GIAI ĐOẠN 2026 - 2030
            I. Mục tiêu
            1. Năm 2028: 78% gia đình đạt danh hiệu “Gia đình học tập”.
            """
        );
        plan.Targets.Select(t => (t.Year, t.Value)).ShouldBe([(2028, 78m)]);
        plan.Warnings.ShouldContain(w => w.Code == "past");
    }

    [Fact]
    public void A_table_below_a_list_takes_no_year_from_its_last_item()
    {
        var plan = Read("I. MỤC TIÊU\n- Đến năm 2028, 60% gia đình đạt danh hiệu “Gia đình học tập”.\n| Chỉ tiêu | Tỷ lệ |\n| Dòng họ học tập | 70% |");
        var table = plan.TableTargets.Single();
        table.Year.ShouldBe(2030);
        plan.Warnings.ShouldContain(w => w.Code == "year" && w.Span.Overlaps(table.Span));
    }

    [Fact]
    public void A_table_without_a_head_is_doubted() =>
        Read("I. MỤC TIÊU\n1. Đến năm 2028\n| Gia đình học tập | 60 | 70 |\n| Dòng họ học tập | 50 | 60 |").Warnings.Count(w => w.Code == "table").ShouldBe(4);

    [Fact]
    public void Two_tables_with_different_heads_are_not_read_as_one()
    {
        var plan = Read("I. MỤC TIÊU\n| Chỉ tiêu | 2027 | 2028 |\n| Gia đình học tập | 60% | 65% |\n| Chỉ tiêu | 2029 | 2030 |\n| Gia đình học tập | 70% | 75% |");
        plan.TableTargets.Select(t => (t.Year, t.Value)).ShouldBe([(2027, 60m), (2028, 65m)]);
        plan.Warnings.Count(w => w.Code == "table").ShouldBe(2);
    }

    [Fact]
    public void An_appendix_with_a_name_in_its_line_is_found()
    {
        var plan = Read("I. MỤC TIÊU\nNâng cao chất lượng.\nNơi nhận:\n- Lưu: VT.\nPHỤ LỤC 1: CHỈ TIÊU NĂM 2027\n| Xã | Gia đình học tập |\n| Xã Phú Lộc | 70% |");
        plan.TableTargets.Select(t => (t.Year, t.Value, t.Scope)).ShouldBe([(2027, 70m, "Xã Phú Lộc")]);
    }
}

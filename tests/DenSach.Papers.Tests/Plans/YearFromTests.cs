using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Each target says which words of the plan gave it its year.</summary>
public sealed class YearFromTests
{
    private const string Household = "gia đình đạt danh hiệu “Gia đình học tập”";
    private const string Clan = "dòng họ đạt danh hiệu “Dòng họ học tập”";

    private static (YearSource, string, string?)[] Origins(string goals, string heading = "2. Mục tiêu cụ thể đến năm 2030", string title = "giai đoạn 2026-2030")
    {
        var text = $"""
            ỦY BAN NHÂN DÂN XÃ TÂN AN
            Số: 15/KH-UBND
            Tân An, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Xây dựng xã hội học tập {title} trên địa bàn xã Tân An
            Ủy ban nhân dân xã Tân An ban hành Kế hoạch như sau:
            I. MỤC TIÊU
            {heading}
            {goals}
            II. TỔ CHỨC THỰC HIỆN
            Nơi nhận:
            - Lưu: VT.
            """;
        var plan = PlanReader.Read(text);
        PlanJson.Read(PlanJson.Write(plan)).Targets.Select(t => t.YearFrom).ShouldBe(plan.Targets.Select(t => t.YearFrom));
        return [.. plan.Targets.Concat(plan.TableTargets).Select(t => (t.YearFrom.Kind, t.YearFrom.Span.Of(text), t.YearFrom.Mark))];
    }

    [Fact]
    public void A_heading_gives_its_words_and_its_number() => Origins($"- 80% {Household}.").ShouldBe([(YearSource.Heading, "đến năm 2030", "2")]);

    [Fact]
    public void A_year_that_opens_the_sentence_is_the_first_figures_own_and_the_next_ones_by_the_sentence() =>
        Origins($"- Đến hết năm 2028, 60% {Household}, 50% {Clan}.").ShouldBe([(YearSource.OwnWords, "Đến hết năm 2028", null), (YearSource.Sentence, "Đến hết năm 2028", null)]);

    [Fact]
    public void A_line_that_opens_a_list_gives_its_letter() =>
        Origins($"a) Đến năm 2028:\n- 60% {Household}.", "2. Mục tiêu cụ thể").ShouldBe([(YearSource.LeadIn, "Đến năm 2028", "a")]);

    [Fact]
    public void Without_any_other_year_the_title_gives_its_period() =>
        Origins($"- 80% {Household}.", "2. Mục tiêu cụ thể").ShouldBe([(YearSource.Title, "giai đoạn 2026-2030", null)]);

    [Fact]
    public void A_plan_for_one_year_gives_the_year_of_its_title() =>
        Origins($"- 80% {Household}.", "2. Mục tiêu cụ thể", "năm 2026").ShouldBe([(YearSource.Title, "năm 2026", null)]);

    [Fact]
    public void Where_no_year_is_none_gave_it() => Origins("- Hằng năm có trên 90% hộ gia đình đăng ký.", "2. Mục tiêu cụ thể").ShouldBe([(YearSource.None, "", null)]);

    [Theory]
    [InlineData("| Nội dung | Đến năm 2028 |\n| Gia đình học tập | 60% |", YearSource.TableHead, "Đến năm 2028")]
    [InlineData("| Nội dung | Tỷ lệ |\n| Gia đình học tập năm 2028 | 60% |", YearSource.TableRow, "năm 2028")]
    [InlineData("| Nội dung | Tỷ lệ |\n| Gia đình học tập | 60% |", YearSource.Heading, "đến năm 2030")]
    public void A_table_gives_the_head_of_the_column_the_row_or_what_stands_above(string table, YearSource kind, string words) =>
        Origins(table).ShouldHaveSingleItem().ShouldSatisfyAllConditions(o => o.Item1.ShouldBe(kind), o => o.Item2.ShouldBe(words));
}

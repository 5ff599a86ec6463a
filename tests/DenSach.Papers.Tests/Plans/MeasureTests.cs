using System.Globalization;
using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>What a figure measures is named in words of the plan that an officer understands without the sentence; places below have their own figures.</summary>
public sealed class MeasureTests
{
    private static readonly IReadOnlyList<CorpusPlan> Corpus = CorpusPlan.Load(Path.Combine(AppContext.BaseDirectory, "corpus"));

    private static string Said(string sentence, string heading = "2. Mục tiêu cụ thể đến năm 2030") =>
        string.Join(
            " / ",
            PlanReader
                .Read(new SentenceCase(heading, sentence, []).Text)
                .Targets.Select(t => $"{t.Value.ToString("0.##", CultureInfo.InvariantCulture)} {t.Measure}{(t.Scope is null ? "" : " @" + t.Scope)}")
        );

    [Theory]
    [InlineData(
        "- Tỷ lệ người từ 15 tuổi trở lên biết chữ đạt 92% năm 2028; 95% năm 2030.",
        "92 Tỷ lệ người từ 15 tuổi trở lên biết chữ / 95 Tỷ lệ người từ 15 tuổi trở lên biết chữ"
    )]
    [InlineData("- Gia đình học tập: năm 2028 đạt 73%, năm 2030 đạt 80%.", "73 Gia đình học tập / 80 Gia đình học tập")]
    [InlineData("- 70% xã đạt “Cộng đồng học tập” vào năm 2028; 85% vào năm 2030.", "70 xã đạt “Cộng đồng học tập” / 85 xã đạt “Cộng đồng học tập”")]
    [InlineData(
        "- Đến năm 2028 đạt ít nhất 50% và đến năm 2030 đạt ít nhất 60% người lao động được đào tạo nghề.",
        "50 người lao động được đào tạo nghề / 60 người lao động được đào tạo nghề"
    )]
    public void A_figure_that_goes_on_takes_the_measure_it_goes_on_from(string sentence, string said) => Said(sentence).ShouldBe(said);

    [Theory]
    [InlineData(
        "- Hạ tỷ lệ học sinh bỏ học còn 0,3% ở tiểu học và 0,9% ở trung học cơ sở.",
        "0.3 Hạ tỷ lệ học sinh bỏ học ở tiểu học / 0.9 Hạ tỷ lệ học sinh bỏ học ở trung học cơ sở"
    )]
    [InlineData(
        "- Trường có tủ sách: tiểu học 90%, trung học cơ sở 85%, cả hai cấp 88%.",
        "90 Trường có tủ sách: tiểu học / 85 Trường có tủ sách trung học cơ sở / 88 Trường có tủ sách cả hai cấp"
    )]
    [InlineData(
        "- 84% hộ đạt danh hiệu “Gia đình học tập”, riêng thị trấn Phố Mới đạt 92% hộ.",
        "84 hộ đạt danh hiệu “Gia đình học tập” / 92 hộ đạt danh hiệu “Gia đình học tập” @thị trấn Phố Mới"
    )]
    public void A_figure_of_one_level_or_place_keeps_what_was_said_of_all(string sentence, string said) => Said(sentence).ShouldBe(said);

    [Theory]
    [InlineData("- Hội viên khuyến học chiếm 25% trở lên dân số toàn xã.", "25 Hội viên khuyến học")]
    [InlineData("- Tỷ lệ hội viên khuyến học đạt 22% dân số năm 2028, 26% dân số năm 2030.", "22 Tỷ lệ hội viên khuyến học / 26 Tỷ lệ hội viên khuyến học")]
    [InlineData("- 12% dân số có trình độ đại học trở lên.", "12 dân số có trình độ đại học trở lên")]
    public void What_others_are_set_against_is_no_measure(string sentence, string said) => Said(sentence).ShouldBe(said);

    [Theory]
    [InlineData("- Số hộ đạt danh hiệu “Gia đình học tập”: 2.450 hộ, đạt tỷ lệ 81%.", "81 Số hộ đạt danh hiệu “Gia đình học tập”")]
    [InlineData("- Tỷ lệ lao động qua đào tạo từ 62% (năm 2025) tăng lên 72%.", "72 Tỷ lệ lao động qua đào tạo")]
    [InlineData("- 65% công dân được công nhận “Công dân học tập”, vượt chỉ tiêu tỉnh giao 5%.", "65 công dân được công nhận “Công dân học tập”")]
    [InlineData("- 9/10 thôn (tỷ lệ 90%) đạt danh hiệu “Cộng đồng học tập”.", "90 thôn đạt danh hiệu “Cộng đồng học tập”")]
    [InlineData("- Về các mô hình: tỷ lệ gia đình đạt danh hiệu “Gia đình học tập” chiếm 70% trở lên.", "70 tỷ lệ gia đình đạt danh hiệu “Gia đình học tập”")]
    [InlineData("- 50% cán bộ, công chức, viên chức đạt danh hiệu “Công dân học tập”.", "50 cán bộ, công chức, viên chức đạt danh hiệu “Công dân học tập”")]
    [InlineData("- 100% thôn có chi hội khuyến học, mỗi chi hội có ít nhất 80 hội viên.", "100 thôn có chi hội khuyến học / 80 hội viên (mỗi chi hội)")]
    public void Years_other_figures_and_verbs_of_reaching_are_no_part_of_it(string sentence, string said) => Said(sentence).ShouldBe(said);

    [Theory]
    [InlineData(
        "- Tỷ lệ người biết chữ trong độ tuổi 15 - 60 đạt 94%, riêng 04 xã khu vực III đạt 89%.",
        "94 Tỷ lệ người biết chữ trong độ tuổi 15 - 60 / 89 Tỷ lệ người biết chữ trong độ tuổi 15 - 60 @04 xã khu vực III"
    )]
    [InlineData("- Riêng 02 huyện vùng cao, tỷ lệ người dân biết chữ đạt từ 87% trở lên.", "87 tỷ lệ người dân biết chữ @02 huyện vùng cao")]
    [InlineData(
        "- Tỷ lệ “Gia đình học tập”, “Dòng họ học tập” lần lượt đạt 77% và 71%. Các thôn vùng cao phấn đấu đạt lần lượt 63% và 57%.",
        "77 Tỷ lệ “Gia đình học tập” / 71 “Dòng họ học tập” / 63 Tỷ lệ “Gia đình học tập” @Các thôn vùng cao / 57 “Dòng họ học tập” @Các thôn vùng cao"
    )]
    public void Places_with_a_figure_of_their_own_are_its_scope(string sentence, string said) => Said(sentence).ShouldBe(said);

    [Theory]
    [InlineData(
        "- Năm 2026: bản Nà Sáng 45 hộ, bản Pá Lau 38 hộ, bản Hua Bum 51 hộ đạt Gia đình học tập.",
        "45 hộ đạt Gia đình học tập @bản Nà Sáng / 38 hộ đạt Gia đình học tập @bản Pá Lau / 51 hộ đạt Gia đình học tập @bản Hua Bum"
    )]
    [InlineData(
        "- Số hộ đạt “Gia đình học tập”: bản Nà Sáng 45 hộ; bản Huổi Tăng 38 hộ.",
        "45 Số hộ đạt “Gia đình học tập” @bản Nà Sáng / 38 Số hộ đạt “Gia đình học tập” @bản Huổi Tăng"
    )]
    [InlineData(
        "- Thôn Đông 85%, thôn Đoài 78%, thôn Hạ 70% số hộ đạt Gia đình học tập.",
        "85 số hộ đạt Gia đình học tập @Thôn Đông / 78 số hộ đạt Gia đình học tập @thôn Đoài / 70 số hộ đạt Gia đình học tập @thôn Hạ"
    )]
    [InlineData("- Gia đình học tập giao các thôn: thôn 1: 82%; thôn 2: 78%.", "82 Gia đình học tập giao các thôn @thôn 1 / 78 Gia đình học tập giao các thôn @thôn 2")]
    public void Each_place_of_a_list_has_its_own_figure(string sentence, string said)
    {
        Said(sentence).ShouldBe(said);
        var plan = PlanReader.Read(new SentenceCase("2. Mục tiêu cụ thể năm 2030", sentence, []).Text);
        plan.Targets.ShouldAllBe(t => t.Subject == PlanSubject.Household && t.Title == "Gia đình học tập");
        plan.Targets.Zip(plan.Targets.Skip(1)).ShouldAllBe(p => !p.First.Span.Overlaps(p.Second.Span));
    }

    [Fact]
    public void A_hamlet_inside_other_words_is_no_scope() =>
        PlanReader
            .Read(new SentenceCase("2. Mục tiêu", "- 80% hộ tại bản Nà Sáng và 70% hộ của bản Pá Lau đạt Gia đình học tập.", []).Text)
            .Targets.ShouldAllBe(t => t.Scope == null);

    [Fact]
    public void No_measure_is_empty_or_only_says_when()
    {
        foreach (var plan in Corpus.Where(p => p.Family != CorpusPlan.KeptAside))
        {
            var reading = PlanReader.Read(plan.Text);
            reading.Targets.Concat(reading.TableTargets).ShouldAllBe(t => t.Measure.Any(char.IsLetter) && t.Measure.Length > 1, plan.Name);
        }
    }
}

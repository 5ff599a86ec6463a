using DenSach.Modules.Plans;

namespace DenSach.Tests.Plans;

/// <summary>What is quoted from a plan begins where its sentence begins, and never in the middle of a word.</summary>
public sealed class SentenceRules
{
    private static string Quoted(string text, string stretch) =>
        Sentence.Around(text, text.IndexOf(stretch, StringComparison.Ordinal), text.IndexOf(stretch, StringComparison.Ordinal) + stretch.Length);

    [Theory]
    [InlineData("Câu trước. Phấn đấu 80% gia đình đạt danh hiệu; 75% dòng họ.", "80% gia đình", "Phấn đấu 80% gia đình đạt danh hiệu;")]
    [InlineData("Câu trước. Phấn đấu 80% gia đình; 75% dòng họ đạt. Câu sau.", "75% dòng họ", "75% dòng họ đạt.")]
    [InlineData("2. Mục tiêu\n- 70% gia đình\nđạt danh hiệu\n- 60% bản", "70% gia đình", "- 70% gia đình đạt danh hiệu")]
    [InlineData("mở đầu\n\nĐến năm 2030\ncó 80% gia đình", "80%", "Đến năm 2030 có 80% gia đình")]
    [InlineData("2. Mục tiêu đến năm 2030", "năm 2030", "2. Mục tiêu đến năm 2030")]
    [InlineData("gửi trước ngày 31/12 hằng năm", "31/12", "gửi trước ngày 31/12 hằng năm")]
    [InlineData("đạt 12.5 điểm trở lên", "điểm", "đạt 12.5 điểm trở lên")]
    public void It_is_the_whole_sentence_on_one_line(string text, string stretch, string quoted) => Quoted(text, stretch).ShouldBe(quoted);

    [Fact]
    public void A_very_long_one_is_cut_between_words_and_says_so()
    {
        var quoted = Quoted($"{string.Concat(Enumerable.Repeat("rất dài ", 200))}80% gia đình{string.Concat(Enumerable.Repeat(" rất dài", 200))}", "80% gia đình");
        quoted.ShouldStartWith("… ");
        quoted.ShouldEndWith(" …");
        quoted.Trim('…', ' ').Split(' ').Except(["rất", "dài", "80%", "gia", "đình"]).ShouldBeEmpty("no word is cut");
        quoted.Length.ShouldBeInRange(400, 800);
    }

    [Theory]
    [InlineData("binh-lu-2026.txt")]
    [InlineData("hung-yen-2022.txt")]
    [InlineData("my-loc-2022.txt")]
    public void Of_the_real_plans_each_quotation_begins_a_word_and_holds_what_was_read(string file)
    {
        var text = SamplePlans.TextOf(file).ReplaceLineEndings("\n");
        var joined = Joined(text);
        foreach (var span in Papers.Plans.PlanReader.Read(text).Targets.Select(t => t.Span))
        {
            var quoted = Sentence.Around(text, span.Start, span.End);
            quoted.ShouldContain(Joined(text[span.Start..span.End]));
            var from = joined.IndexOf(quoted.Trim('…', ' '), StringComparison.Ordinal);
            from.ShouldBeGreaterThanOrEqualTo(0, quoted);
            (from == 0 || joined[from - 1] == ' ').ShouldBeTrue(quoted);
        }
    }

    private static string Joined(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

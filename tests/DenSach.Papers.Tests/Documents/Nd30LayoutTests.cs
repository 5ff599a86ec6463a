using DenSach.Papers.Documents;

namespace DenSach.Papers.Tests.Documents;

/// <summary>The bounds beside each value are those of the decree; no value may be moved out of them.</summary>
public sealed class Nd30LayoutTests
{
    [Fact]
    public void Every_measure_lies_within_the_bounds_of_its_clause()
    {
        Measure[] measures =
        [
            Nd30Layout.TopMm,
            Nd30Layout.BottomMm,
            Nd30Layout.LeftMm,
            Nd30Layout.RightMm,
            Nd30Layout.PageNumberPt,
            Nd30Layout.FirstLineMm,
            Nd30Layout.ParagraphGapPt,
            Nd30Layout.LineHeight,
            Nd30Layout.RuleShare,
            Nd30Layout.MottoRuleShare,
        ];
        measures.ShouldAllBe(m => m.Least <= m.Value && m.Value <= m.Most && m.Clause.Length > 0);
        Nd30Layout.Parts.ShouldAllBe(p => p.LeastPt <= p.SizePt && p.SizePt <= p.MostPt && p.Clause.Length > 0);
        Nd30Layout.Parts.Select(p => p.Name).ShouldBeUnique();
    }

    [Fact]
    public void The_lines_under_issuer_and_abstract_are_a_share_of_the_words_and_not_of_the_column()
    {
        (Nd30Layout.RuleShare.Value / 100).ShouldBeInRange(1m / 3, 1m / 2);
        PaperHtml.Css.ShouldContain(".paper-ruled-part::after { left: 30%; width: 40%; }");
        var html = PaperHtml.Write(SampleDecision.Paper());
        html.ShouldContain("<p class=\"paper-issuer\"><span class=\"paper-ruled paper-ruled-part\">xã Bình Lư</span></p>");
        html.ShouldContain("<span class=\"paper-ruled paper-ruled-whole\">Độc lập - Tự do - Hạnh phúc</span>");
        html.ShouldNotContain("paper-rule ");
    }

    [Fact]
    public void The_page_is_A4_with_the_margins_of_the_decree()
    {
        Nd30Layout.PageMm.ShouldBe((210, 297));
        (Nd30Layout.TopMm.Least, Nd30Layout.TopMm.Most).ShouldBe((20m, 25m));
        (Nd30Layout.LeftMm.Least, Nd30Layout.LeftMm.Most).ShouldBe((30m, 35m));
        (Nd30Layout.RightMm.Least, Nd30Layout.RightMm.Most).ShouldBe((15m, 20m));
        Nd30Layout.Fonts[0].ShouldBe("Times New Roman");
    }
}

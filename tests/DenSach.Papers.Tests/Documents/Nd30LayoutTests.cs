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
        ];
        measures.ShouldAllBe(m => m.Least <= m.Value && m.Value <= m.Most && m.Clause.Length > 0);
        Nd30Layout.Parts.ShouldAllBe(p => p.LeastPt <= p.SizePt && p.SizePt <= p.MostPt && p.Clause.Length > 0);
        Nd30Layout.Parts.Select(p => p.Name).ShouldBeUnique();
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

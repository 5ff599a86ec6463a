using System.Text.RegularExpressions;
using System.Xml.Linq;
using DenSach.Papers.Documents;

namespace DenSach.Papers.Tests.Documents;

public sealed class PaperHtmlTests
{
    private static readonly Paper Decision = SampleDecision.Paper();
    private static readonly XElement Html = XElement.Parse(PaperHtml.Write(Decision));

    private static IEnumerable<XElement> Parts(string cssClass) => Html.DescendantsAndSelf().Where(e => ((string?)e.Attribute("class") ?? "").Split(' ').Contains(cssClass));

    private static string[] Words(string cssClass) => [.. Parts(cssClass).Select(e => e.Value)];

    [Fact]
    public void The_parts_of_article_8_stand_in_their_order()
    {
        string[] order =
        [
            "paper-issuer",
            "paper-number",
            "paper-nation",
            "paper-motto",
            "paper-date",
            "paper-kind",
            "paper-abstract",
            "paper-authority",
            "paper-basis",
            "paper-enacting",
            "paper-article",
            "paper-recipients-head",
            "paper-signature",
            "paper-signer",
            "paper-appendix-title",
            "paper-table",
        ];
        var all = Html.DescendantsAndSelf().ToList();
        var places = order.Select(c => all.IndexOf(Parts(c).First())).ToList();
        places.ShouldBe(places.Order());
        ((string?)Html.Attribute("lang")).ShouldBe("vi");
    }

    [Fact]
    public void Number_date_bases_and_recipients_are_written_as_the_decree_asks()
    {
        Words("paper-number").ShouldBe(["Số: 07/QĐ-UBND"]);
        Words("paper-date").ShouldBe(["Bình Lư, ngày 05 tháng 12 năm 2026"]);
        Words("paper-basis")[..^1].ShouldAllBe(b => b.EndsWith(';'));
        Words("paper-basis")[^1].ShouldEndWith(".");
        Words("paper-recipients").ShouldBe(["- Như Điều 3;", "- Hội Khuyến học tỉnh (để b/c);", "- Lưu: VT."]);
        Words("paper-article").ShouldBe(["Điều 1.", "Điều 2.", "Điều 3."]);
        Words("paper-appendix-reference").ShouldBe(["(Kèm theo Quyết định số 07/QĐ-UBND ngày 05 tháng 12 năm 2026 của Chủ tịch Ủy ban nhân dân xã Bình Lư)"]);
    }

    [Theory]
    [InlineData(2026, 2, 9, "ngày 09 tháng 02 năm 2026")]
    [InlineData(2026, 3, 10, "ngày 10 tháng 3 năm 2026")]
    [InlineData(2026, 10, 1, "ngày 01 tháng 10 năm 2026")]
    public void Days_under_ten_and_the_first_two_months_take_a_zero(int year, int month, int day, string words) =>
        PaperHtml.Write(Decision with { Date = new DateOnly(year, month, day) }).ShouldContain(words);

    [Fact]
    public void A_paper_not_yet_numbered_keeps_room_for_number_day_and_month()
    {
        var html = PaperHtml.Write(Decision with { Number = null, Date = null, YearOfDraft = 2026 }).Replace("&#xA0;", "\u00A0", StringComparison.Ordinal);
        html.ShouldContain("Số: \u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0/QĐ-UBND");
        html.ShouldMatch("ngày\u00A0+tháng\u00A0+năm 2026");
    }

    [Fact]
    public void The_list_has_its_head_in_a_repeating_group_and_numbers_to_the_right()
    {
        var table = Parts("paper-table").Single();
        table.Element("thead")!.Descendants("th").Select(h => h.Value).ShouldBe(["STT", "Số hộ", "Chủ hộ", "Nơi cư trú", "Điểm"]);
        table.Element("tbody")!.Elements("tr").Count().ShouldBe(60);
        table.Element("tbody")!.Elements("tr").ShouldAllBe(r => ((string?)r.Elements("td").ElementAt(4).Attribute("class"))!.Contains("paper-figure"));
    }

    [Fact]
    public void The_mark_stands_in_a_box_that_print_repeats_on_each_page_and_only_where_asked()
    {
        Words("paper-mark").ShouldBe([SampleDecision.Mark]);
        Regex.IsMatch(PaperHtml.Css, @"@media print \{\s*\.paper-mark \{ position: fixed;").ShouldBeTrue();
        PaperHtml.Write(Decision with { Mark = null }).ShouldNotContain("paper-mark");
    }

    [Fact]
    public void Nothing_from_a_paper_becomes_markup()
    {
        const string evil = "<script>alert(1)</script> \" onload='x' & </td>";
        var row = new List<IReadOnlyList<string>> { new[] { evil, evil } };
        var paper = Decision with
        {
            IssuingBody = [evil],
            Symbol = evil,
            Place = evil,
            Abstract = evil,
            Authority = evil,
            Bases = [evil],
            Mark = evil,
            Recipients = [evil],
            Signature = new PaperSignature([evil], evil, evil),
            Body =
            [
                new PaperArticle(1, evil, [new PaperParagraph(evil), new PaperList(PaperListStyle.Letters, [evil])]),
                new PaperHeading(evil, 1),
                new PaperTable([new PaperColumn(evil)], row, evil),
            ],
            Appendices = [new PaperAppendix(evil, evil, [])],
        };
        var html = PaperHtml.Write(paper);
        html.ShouldNotContain("<script");
        var tree = XElement.Parse(html);
        tree.Descendants().Attributes().Select(a => a.Name.LocalName).Distinct().ShouldBe(["class", "scope"], ignoreOrder: true);
        tree.Descendants().Count(e => e.Value.StartsWith(evil, StringComparison.Ordinal)).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void No_style_and_no_script_stand_in_the_page_so_that_a_strict_policy_admits_it()
    {
        Html.DescendantsAndSelf().Attributes().Select(a => a.Name.LocalName).Distinct().ShouldBe(["class", "lang", "scope"], ignoreOrder: true);
        Html.DescendantsAndSelf().Select(e => e.Name.LocalName).ShouldNotContain("style");
    }

    [Fact]
    public void Each_class_of_the_page_that_carries_a_style_of_the_decree_is_in_the_stylesheet()
    {
        foreach (var part in Nd30Layout.Parts)
        {
            PaperHtml.Css.ShouldContain($".paper .paper-{part.Name} {{ font-size: {part.SizePt}pt;");
        }

        PaperHtml.Css.ShouldContain("margin: 20mm 15mm 20mm 30mm;");
        PaperHtml.Css.ShouldContain("@page :first { @top-center { content: none; } }");
    }

    [Fact]
    public void Items_are_lettered_in_the_Vietnamese_order()
    {
        var html = XElement.Parse(PaperHtml.Write(Decision with { Body = [new PaperList(PaperListStyle.Letters, ["x", "x", "x", "x", "x", "x", "x"])] }));
        html.Descendants()
            .Where(e => ((string?)e.Attribute("class") ?? "").Contains("paper-item"))
            .Select(e => e.Value)
            .ShouldBe(["a) x", "b) x", "c) x", "d) x", "đ) x", "e) x", "g) x"]);
    }

    [Fact]
    public void A_letter_without_a_kind_has_its_abstract_under_the_number()
    {
        var html = PaperHtml.Write(Decision with { Kind = null, Abstract = "V/v báo cáo kết quả" });
        html.ShouldContain("<p class=\"paper-subject\">V/v báo cáo kết quả</p>");
        html.ShouldNotContain("paper-kind");
    }
}

using System.Xml.Linq;
using DenSach.Papers.Documents;
using DenSach.Papers.Sources;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DenSach.Papers.Tests.Documents;

/// <summary>What stands in a Word paper, and that Word takes it.</summary>
public sealed class PaperDocxTests
{
    private static readonly Paper Decision = SampleDecision.Paper();

    [Fact]
    public void The_validator_finds_nothing_wrong_in_a_paper_with_every_part_and_every_block()
    {
        using var word = new WordPaper(EveryBlock());
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word.Package).Select(e => $"{e.Path?.XPath}: {e.Description}");
        errors.ShouldBeEmpty();
        using var plain = new WordPaper(Decision with { Recipients = [], Appendices = [], Mark = null, Kind = null, Bases = [], Symbol = "" });
        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(plain.Package).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void The_parts_of_article_8_stand_in_their_order_with_the_words_of_the_other_writers()
    {
        using var word = new WordPaper(Decision);
        string[] order =
        [
            "issuer",
            "nation",
            "motto",
            "number",
            "date",
            "kind",
            "abstract",
            "authority",
            "basis",
            "enacting",
            "article-text",
            "recipients-head",
            "recipients",
            "signature",
            "signer",
            "appendix-title",
            "appendix-reference",
        ];
        var styles = word.Paragraphs.Select(WordPaper.StyleOf).ToList();
        var places = order.Select(s => styles.IndexOf(s)).ToList();
        places.ShouldAllBe(p => p >= 0);
        places.ShouldBe(places.Order());
        word.Words("number").ShouldBe(["Số: 07/QĐ-UBND"]);
        word.Words("date").ShouldBe(["Bình Lư, ngày 05 tháng 12 năm 2026"]);
        word.Words("recipients").ShouldBe(["- Như Điều 3;", "- Hội Khuyến học tỉnh (để b/c);", "- Lưu: VT."]);
        word.Words("appendix-reference")
            .ShouldBe([XElement.Parse(PaperHtml.Write(Decision)).Descendants().First(e => ((string?)e.Attribute("class")) == "paper-appendix-reference").Value]);
    }

    [Fact]
    public void Number_and_place_with_date_stand_in_one_row()
    {
        using var word = new WordPaper(Decision);
        var row = word.Body.Elements<Table>().First().Elements<TableRow>().Last();
        row.Elements<TableCell>().Select(c => c.InnerText).ShouldBe(["Số: 07/QĐ-UBND", "Bình Lư, ngày 05 tháng 12 năm 2026"]);
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes()
    {
        var first = PaperDocx.Write(EveryBlock());
        Thread.Sleep(2100);
        PaperDocx.Write(EveryBlock()).ShouldBe(first, "a zip archive counts in steps of two seconds");
    }

    [Fact]
    public void The_file_has_its_title_and_says_nothing_of_persons_and_times()
    {
        using var word = new WordPaper(Decision);
        var properties = word.Package.PackageProperties;
        properties.Title.ShouldBe("Quyết định Công nhận danh hiệu “Gia đình học tập” năm 2026 trên địa bàn xã Bình Lư");
        properties.Language.ShouldBe("vi-VN");
        (properties.Creator, properties.LastModifiedBy, properties.Created, properties.Modified).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void Nothing_from_a_paper_becomes_markup_and_what_XML_cannot_hold_is_left_out()
    {
        const string evil = "a < b & c > d \"e\" <w:p/> \u0001\u0008\u000B\uFFFE\uD800 đ 𠀀\tf";
        const string shown = "a < b & c > d \"e\" <w:p/>  đ 𠀀 f";
        var row = new List<IReadOnlyList<string>> { new[] { evil } };
        using var word = new WordPaper(
            Decision with
            {
                IssuingBody = [evil],
                Symbol = evil,
                Abstract = evil,
                Authority = evil,
                Mark = evil,
                Signature = new PaperSignature([evil], evil, evil),
                Body =
                [
                    new PaperParagraph(evil),
                    new PaperArticle(1, evil, []),
                    new PaperTable([new PaperColumn(evil)], row, evil),
                    new PaperCode(
                        evil,
                        [
                            [true],
                        ]
                    ),
                ],
            }
        );
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word.Package).ShouldBeEmpty();
        word.Words("text").ShouldBe([shown]);
        word.Paragraphs.Count(p => p.InnerText.Contains(shown, StringComparison.Ordinal)).ShouldBeGreaterThan(10);
        word.Package.PackageProperties.Title!.ShouldContain("a < b & c");
    }

    [Fact]
    public void A_line_end_in_the_words_is_a_line_end_in_Word()
    {
        using var word = new WordPaper(Decision with { Body = [new PaperParagraph("một\r\nhai")] });
        var paragraph = word.Paragraphs.Single(p => WordPaper.StyleOf(p) == "text");
        paragraph.Descendants<Break>().Count().ShouldBe(1);
        paragraph.Descendants<Text>().Select(t => t.Text).ShouldBe(["một", "hai"]);
    }

    [Fact]
    public void A_code_is_a_picture_of_its_size_with_a_name_for_whoever_does_not_see_it()
    {
        using var word = new WordPaper(EveryBlock());
        var drawing = word.Body.Descendants<Drawing>().Single();
        drawing.Inline!.Extent!.Cx!.Value.ShouldBe(26 * 36_000);
        drawing.Inline.DocProperties!.Description!.Value.ShouldBe("Mã QR");
        using var stream = word.Package.MainDocumentPart!.ImageParts.Single().GetStream();
        Png.Read(stream)
            .ShouldBe([
                [true, false, true],
                [false, true, false],
                [true, true, false],
            ]);
        word.Words("code").ShouldBe(["Kiểm tra giấy này bằng mã AB"]);
    }

    [Fact]
    public void The_reader_of_plans_reads_what_the_writer_wrote()
    {
        var text = DocxFile.Read("a.docx", PaperDocx.Write(Decision)).Text!;
        text.ShouldContain("Điều 1. Công nhận 60 gia đình trên địa bàn xã Bình Lư");
        text.ShouldContain("Số: 07/QĐ-UBND");
        text.ShouldContain("Nơi nhận:");
    }

    internal static Paper EveryBlock() =>
        Decision with
        {
            ParentBody = "Ủy ban nhân dân tỉnh",
            Body =
            [
                new PaperHeading("I. Mục đích, yêu cầu", 1),
                new PaperHeading("1. Mục đích", 2),
                new PaperParagraph("Nâng cao nhận thức."),
                new PaperList(PaperListStyle.Dash, ["một", "hai"]),
                new PaperList(PaperListStyle.Numbers, ["ba", "bốn"]),
                new PaperList(PaperListStyle.Numbers, ["năm"]),
                new PaperList(PaperListStyle.Letters, ["a", "b", "c", "d", "đ"]),
                new PaperArticle(1, "Phạm vi", [new PaperParagraph("Xã Bình Lư.")], TextIsHeading: true),
                new PaperArticle(2, "Quyết định này có hiệu lực kể từ ngày ký.", []),
                new PaperLine("Công nhận gia đình"),
                new PaperLine("Lò Văn Thử", IsName: true),
                new PaperCode(
                    "Kiểm tra giấy này bằng mã AB",
                    [
                        [true, false, true],
                        [false, true, false],
                        [true, true, false],
                    ]
                ),
                new PaperTable(
                    [new PaperColumn("STT", PaperAlign.Centre, 10), new PaperColumn("Nội dung"), new PaperColumn("Số", PaperAlign.Number)],
                    [
                        ["1", "Gia đình"],
                    ],
                    "Biểu 1"
                ),
            ],
            Appendices =
            [
                new PaperAppendix(
                    "Phụ lục I",
                    "Chỉ tiêu",
                    [
                        new PaperTable(
                            [new PaperColumn("Chỉ tiêu")],
                            [
                                ["70%"],
                            ]
                        ),
                    ]
                ),
                new PaperAppendix("Phụ lục II", "Nhiệm vụ", [new PaperParagraph("Như trên.")]),
            ],
        };
}

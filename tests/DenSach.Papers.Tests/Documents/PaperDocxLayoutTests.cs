using DenSach.Papers.Documents;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DenSach.Papers.Tests.Documents;

/// <summary>The Word paper against the decree: what is measured here comes from the file, what is expected from <see cref="Nd30Layout"/>.</summary>
public sealed class PaperDocxLayoutTests
{
    private static readonly Paper Decision = SampleDecision.Paper();

    [Fact]
    public void The_page_is_A4_with_the_margins_of_the_decree_in_each_section()
    {
        using var word = new WordPaper(PaperDocxTests.EveryBlock());
        var sections = word.Sections;
        sections.Count.ShouldBe(3, "the paper and its two appendices");
        foreach (var section in sections)
        {
            var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
            (Mm(size.Width!), Mm(size.Height!)).ShouldBe(Nd30Layout.PageMm);
            (Mm(margin.Top!), Mm(margin.Bottom!), Mm(margin.Left!), Mm(margin.Right!)).ShouldBe((20, 20, 30, 15));
            section.GetFirstChild<SectionType>()!.Val!.Value.ShouldBe(SectionMarkValues.NextPage);
        }
    }

    [Fact]
    public void Each_kind_of_words_has_the_face_size_and_style_of_its_clause()
    {
        using var word = new WordPaper(Decision);
        word.DefaultFont.ShouldBe(["Times New Roman", "Times New Roman", "Times New Roman", "Times New Roman"]);
        foreach (var part in Nd30Layout.Parts)
        {
            var letters = word.LettersOf(part.Name == "article" ? "article-number" : part.Name);
            letters.ShouldBe(new Letters(part.SizePt, part.Bold, part.Italic, part.Capitals), part.Name);
        }

        word.Body.Descendants<RunFonts>().ShouldBeEmpty("no words leave the face of the styles");
        word.Body.Descendants<FontSize>().ShouldBeEmpty();
    }

    [Fact]
    public void The_whole_document_is_in_Vietnamese()
    {
        using var word = new WordPaper(Decision);
        word.Styles.DocDefaults!.Descendants<Languages>().Single().Val!.Value.ShouldBe("vi-VN");
        word.Body.Descendants<Languages>().ShouldBeEmpty();
    }

    [Fact]
    public void Running_words_have_the_first_line_gap_and_line_height_of_the_decree()
    {
        using var word = new WordPaper(Decision);
        foreach (var style in new[] { "text", "basis", "article-text" })
        {
            var place = word.StyleById(style).StyleParagraphProperties!;
            place.Justification!.Val!.Value.ShouldBe(JustificationValues.Both, style);
            (int.Parse(place.Indentation!.FirstLine!.Value!) / 1440m * 25.4m).ShouldBe(Nd30Layout.FirstLineMm.Value, 0.05m);
            int.Parse(place.SpacingBetweenLines!.Before!.Value!).ShouldBe((int)Nd30Layout.ParagraphGapPt.Value * 20);
            // A single line of this face is 1.15 of its letters.
            (int.Parse(place.SpacingBetweenLines.Line!.Value!) / 240m * 1.15m).ShouldBe(Nd30Layout.LineHeight.Value, 0.01m);
        }
    }

    [Fact]
    public void The_number_stands_in_the_middle_of_the_top_margin_of_each_page_but_the_first_and_begins_again_in_each_appendix()
    {
        using var word = new WordPaper(PaperDocxTests.EveryBlock());
        var (others, first) = (word.Header(HeaderFooterValues.Default), word.Header(HeaderFooterValues.First));
        others.Descendants<SimpleField>().Single().Instruction!.Value!.Trim().ShouldBe("PAGE");
        first.Descendants<SimpleField>().ShouldBeEmpty();
        word.LettersOf("page-number").ShouldBe(new Letters(Nd30Layout.PageNumberPt.Value, false, false, false));
        word.StyleById("page-number").StyleParagraphProperties!.Justification!.Val!.Value.ShouldBe(JustificationValues.Center);
        foreach (var section in word.Sections)
        {
            section.GetFirstChild<TitlePage>().ShouldNotBeNull();
            section.GetFirstChild<PageNumberType>()!.Start!.Value.ShouldBe(1);
            section.Elements<HeaderReference>().Count().ShouldBe(2);
            // Number and mark, each a line of their size, end above the words.
            var margin = section.GetFirstChild<PageMargin>()!;
            (margin.Header!.Value + ((13 + 12) * 1.15 * 20)).ShouldBeLessThan(margin.Top!.Value);
        }
    }

    [Fact]
    public void The_mark_stands_on_every_page_and_only_where_asked()
    {
        using var word = new WordPaper(Decision);
        word.Header(HeaderFooterValues.Default).InnerText.ShouldContain(SampleDecision.Mark);
        word.Header(HeaderFooterValues.First).InnerText.ShouldBe(SampleDecision.Mark);
        using var real = new WordPaper(Decision with { Mark = null });
        real.Header(HeaderFooterValues.Default).InnerText.ShouldBe("1");
        real.Header(HeaderFooterValues.First).InnerText.ShouldBe("");
    }

    [Theory]
    [InlineData(0, 33.4, 50)]
    [InlineData(1, 100, 100)]
    [InlineData(2, 33.4, 50)]
    public void The_lines_are_a_share_of_the_words_above_them(int place, double least, double most)
    {
        // Widths of "xã Bình Lư", the motto and the abstract in bold Times New Roman, from the widths of the font.
        (double Column, double Words)[] measured = [(63.9, 27.3), (99, 60.5), (165, 160.6)];
        using var word = new WordPaper(Decision);
        var rule = word.Paragraphs.Where(p => WordPaper.StyleOf(p) == "rule").ElementAt(place);
        var indents = rule.ParagraphProperties!.Indentation!;
        indents.Left!.Value.ShouldBe(indents.Right!.Value, "in the middle");
        var length = measured[place].Column - (2 * int.Parse(indents.Left!.Value!) / 1440.0 * 25.4);
        (length / measured[place].Words * 100).ShouldBeInRange(least - 2, most + 2);
        word.StyleById("rule").StyleParagraphProperties!.ParagraphBorders!.TopBorder!.Val!.Value.ShouldBe(BorderValues.Single);
    }

    [Fact]
    public void Headings_articles_and_appendices_stand_in_the_outline()
    {
        using var word = new WordPaper(PaperDocxTests.EveryBlock());
        (string Style, string Name, int Level)[] outline =
        [
            ("section", "heading 1", 0),
            ("section-inner", "heading 2", 1),
            ("article-text", "NĐ30 điều", 0),
            ("article-heading", "NĐ30 điều có tên", 0),
            ("appendix-title", "NĐ30 tên phụ lục", 0),
        ];
        foreach (var (style, name, level) in outline)
        {
            word.StyleById(style).StyleName!.Val!.Value.ShouldBe(name);
            word.StyleById(style).StyleParagraphProperties!.OutlineLevel!.Val!.Value.ShouldBe(level);
        }

        word.StyleById("kind").StyleName!.Val!.Value.ShouldBe("Title");
        word.Styles.Elements<Style>().Select(s => s.StyleName!.Val!.Value).ShouldBeUnique();
        word.Styles.Elements<Style>().ShouldAllBe(s => !s.StyleName!.Val!.Value!.Contains(','));
    }

    [Fact]
    public void Lists_are_numbered_by_Word_each_from_one_and_letters_are_typed_in_the_Vietnamese_order()
    {
        using var word = new WordPaper(PaperDocxTests.EveryBlock());
        var listed = word.Paragraphs.Where(p => p.ParagraphProperties?.NumberingProperties is not null).ToList();
        listed.Select(p => p.InnerText).ShouldBe(["một", "hai", "ba", "bốn", "năm"]);
        var lists = listed.Select(p => p.ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value).ToList();
        lists.Distinct().Count().ShouldBe(3);
        word.MarkerOf(lists[0]).ShouldBe((NumberFormatValues.Bullet, "-"));
        word.MarkerOf(lists[2]).ShouldBe((NumberFormatValues.Decimal, "%1."));
        word.RestartsAt(lists[4]).ShouldBe(1);
        word.Words("text").ShouldContain("đ) đ");
    }

    [Fact]
    public void The_head_of_a_table_stands_again_on_each_page_and_no_row_is_cut()
    {
        using var word = new WordPaper(Decision);
        var rows = word.ListTable.Elements<TableRow>().ToList();
        rows[0].TableRowProperties!.GetFirstChild<TableHeader>().ShouldNotBeNull();
        rows[0].Elements<TableCell>().Select(c => c.InnerText).ShouldBe(["STT", "Số hộ", "Chủ hộ", "Nơi cư trú", "Điểm"]);
        rows.Skip(1).ShouldAllBe(r => r.TableRowProperties!.GetFirstChild<TableHeader>() == null);
        rows.ShouldAllBe(r => r.TableRowProperties!.GetFirstChild<CantSplit>() != null);
        rows.Count.ShouldBe(61);
        rows[1].Elements<TableCell>().Select(c => WordPaper.StyleOf(c.Elements<Paragraph>().Single())).ShouldBe(["cell-centre", "cell-centre", "cell", "cell", "cell-figure"]);
    }

    [Fact]
    public void Columns_take_their_shares_and_fill_the_width_between_the_margins()
    {
        using var word = new WordPaper(PaperDocxTests.EveryBlock());
        var widths = word.ListTable.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Select(c => int.Parse(c.Width!.Value!)).ToList();
        widths.Sum().ShouldBeInRange(9352, 9356);
        widths[0].ShouldBeInRange(933, 937);
        widths[1].ShouldBeGreaterThan(widths[2], "by its words");
    }

    [Fact]
    public void A_list_of_two_thousand_families_is_whole()
    {
        var rows = Enumerable.Range(1, 2000).Select(i => (IReadOnlyList<string>)[$"{i}", $"{i}", "Lò Văn Phương", "Bản 1", "90"]).ToList();
        var list = Decision.Appendices[0];
        using var word = new WordPaper(Decision with { Appendices = [list with { Body = [((PaperTable)list.Body[0]) with { Rows = rows }] }] });
        word.ListTable.Elements<TableRow>().Skip(1).Select(r => r.Elements<TableCell>().First().InnerText).ShouldBe(rows.Select(r => r[0]));
        word.Bytes.Length.ShouldBeLessThan(200_000);
    }

    private static int Mm(DocumentFormat.OpenXml.UInt32Value twips) => (int)Math.Round(twips.Value / 1440m * 25.4m);

    private static int Mm(DocumentFormat.OpenXml.Int32Value twips) => (int)Math.Round(twips.Value / 1440m * 25.4m);
}

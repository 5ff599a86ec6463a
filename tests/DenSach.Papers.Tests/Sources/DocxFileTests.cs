using System.IO.Compression;
using DenSach.Papers.Plans;
using DenSach.Papers.Sources;
using DenSach.Papers.Tests.Plans;
using static DenSach.Papers.Tests.Sources.WordDocument;

namespace DenSach.Papers.Tests.Sources;

/// <summary>Word documents: their words as a person sees them, and no harm from a wrong file.</summary>
public sealed class DocxFileTests
{
    private static string Text(byte[] file) => DocxFile.Read("a.docx", file).Text!;

    [Theory]
    [InlineData("van-hoa-2022")]
    [InlineData("binh-lu-2026")]
    [InlineData("my-loc-2022")]
    public void A_received_plan_as_a_Word_document_reads_like_its_text(string name) =>
        PlanComparison.Compare(ReceivedPlans.Answer(name), PlanReader.Read(Text(FromLines(ReceivedPlans.Text(name))))).IsSame.ShouldBeTrue();

    [Fact]
    public void List_numbers_that_Word_writes_are_in_the_text()
    {
        const string Numbering = """
            <w:numbering>
              <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
                <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>
              <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
              <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
            </w:numbering>
            """;
        Text(Of(Listed("MỤC ĐÍCH", 1) + Listed("MỤC TIÊU", 1) + Listed("Đến năm 2030", 1, 1) + Listed("80% gia đình", 2) + Paragraph("Hết"), ("word/numbering.xml", Numbering)))
            .ShouldBe("I. MỤC ĐÍCH\nII. MỤC TIÊU\nII.1. Đến năm 2030\n- 80% gia đình\nHết\n");
    }

    [Fact]
    public void A_table_with_merged_cells_becomes_targets()
    {
        var table =
            "<w:tbl>"
            + Row(Cell("Mô hình", "<w:vMerge w:val=\"restart\"/>"), Cell("Năm 2025", "<w:gridSpan w:val=\"2\"/>"), Cell("Năm 2030", "<w:gridSpan w:val=\"2\"/>"))
            + Row(Cell("", "<w:vMerge/>"), Cell("Của Chính phủ"), Cell("Của tỉnh"), Cell("Của Chính phủ"), Cell("Của tỉnh"))
            + Row(Cell("Gia đình học tập"), Cell("70%"), Cell("75%"), Cell("80%"), Cell("82,5%"))
            + "</w:tbl>";
        var head = string.Concat(new[] { "KẾ HOẠCH", "Xây dựng xã hội học tập giai đoạn 2021-2030", "I. MỤC TIÊU", "Các chỉ tiêu như sau:" }.Select(l => Paragraph(l)));
        var plan = PlanReader.Read(Text(Of(head + table)));
        plan.TableTargets.Select(t => (t.Year, t.Value, t.Subject, t.Title, t.Scope))
            .ShouldBe([
                (2025, 70m, PlanSubject.Household, "Gia đình học tập", "government"),
                (2025, 75m, PlanSubject.Household, "Gia đình học tập", "province"),
                (2030, 80m, PlanSubject.Household, "Gia đình học tập", "government"),
                (2030, 82.5m, PlanSubject.Household, "Gia đình học tập", "province"),
            ]);
    }

    [Fact]
    public void A_table_of_two_columns_is_layout_and_becomes_lines() =>
        Text(Of("<w:tbl>" + Row(Cell("ỦY BAN NHÂN DÂN"), Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) + "</w:tbl>"))
            .ShouldBe("ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n");

    [Fact]
    public void Text_boxes_are_read_once_deleted_words_not_and_footnotes_at_the_end()
    {
        var box =
            $"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{Paragraph("Số: 12/KH-UBND")}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{Paragraph("Số: 12/KH-UBND")}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        const string Deleted = "<w:p><w:r><w:t>Còn</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText><w:t>bỏ</w:t></w:r></w:del></w:p>";
        Text(Of(box + Deleted, ("word/footnotes.xml", $"<w:footnotes><w:footnote>{Paragraph("Theo số liệu năm 2020.")}</w:footnote></w:footnotes>")))
            .ShouldBe("Số: 12/KH-UBND\n\nCòn\n\nChú thích\nTheo số liệu năm 2020.\n");
    }

    [Fact]
    public void Wrong_files_get_a_sentence_each()
    {
        Code([.. "PK\u0003\u0004 and nothing more"u8]).ShouldBe("damaged");
        Code(Of("")).ShouldBe("empty");
        Code(Of("<w:p><w:r><w:t>chưa đóng")).ShouldBe("damaged");
        Code(Of("<!DOCTYPE a [<!ENTITY b \"cccc\">]>&b;")).ShouldBe("damaged");
        Code(Of(Paragraph("kÕ ho¹ch x©y dùng x· héi häc tËp"))).ShouldBe("encoding");
        Code(Archive("xl/workbook.xml", "<a/>")).ShouldBe("format");

        static string Code(byte[] file) => DocxFile.Read("a.docx", file).Problem!.Code;
    }

    [Fact]
    public void A_document_that_unpacks_without_end_is_left_at_the_limit()
    {
        var before = GC.GetTotalAllocatedBytes();
        DocxFile.Read("a.docx", Archive("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + new string(' ', 60 << 20))).Problem!.Code.ShouldBe("bomb");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(1L << 30);
    }

    [Fact]
    public void Damaged_documents_are_answered_and_never_thrown()
    {
        var random = new Random(20260302);
        var source = FromLines(ReceivedPlans.Text("binh-lu-2026")[..3000]);
        for (var i = 0; i < 200; i++)
        {
            var file = source.ToArray();
            for (var n = random.Next(1, 12); n > 0; n--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            var read = DocxFile.Read("a.docx", random.Next(4) == 0 ? file[..random.Next(file.Length)] : file);
            (read.Text is null).ShouldBe(read.Problem is not null);
        }
    }

    private static byte[] Archive(string part, string content)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry(part, CompressionLevel.Fastest).Open());
            writer.Write(content);
        }

        return file.ToArray();
    }
}

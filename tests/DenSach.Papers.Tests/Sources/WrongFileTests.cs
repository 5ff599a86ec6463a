using System.Text;
using DenSach.Papers.Sources;

namespace DenSach.Papers.Tests.Sources;

/// <summary>A wrong file is told by what it is, not by what it lacks.</summary>
public sealed class WrongFileTests
{
    [Theory]
    [InlineData("giao chỉ tiêu.xlsx", "PK\u0003\u0004", "là bảng tính Excel (.xlsx)")]
    [InlineData("tập huấn.pptx", "PK\u0003\u0004", "là bản trình chiếu")]
    [InlineData("kế hoạch.odt", "PK\u0003\u0004", "là văn bản OpenDocument")]
    [InlineData("kế hoạch.doc", "{\\rtf1", "là văn bản RTF")]
    [InlineData("kế hoạch.rar", "Rar!\u001A", "là tệp nén")]
    [InlineData("ảnh.pdf", "\u00FF\u00D8\u00FF\u00E0", "là ảnh mang đuôi .pdf, không phải tệp .pdf thật")]
    [InlineData("ảnh.jpg", "\u00FF\u00D8\u00FF\u00E0", "là ảnh. Hãy quét")]
    [InlineData("chỉ tiêu.xls", "\u00D0\u00CF\u0011\u00E0", "là bảng tính Excel đời cũ (.xls)")]
    [InlineData("kế hoạch.doc", "\u00D0\u00CF\u0011\u00E0", "là Word đời cũ (.doc) hoặc có mật khẩu")]
    [InlineData("kế hoạch.pdf", "Trang không tồn tại", "không phải PDF thật: đầu tệp không có dấu “%PDF”")]
    [InlineData("kế hoạch.docx", "Trang không tồn tại", "không phải .docx thật")]
    public void A_file_is_told_by_what_it_is(string name, string begins, string sentence)
    {
        byte[] bytes = begins.Any(c => c > 255) ? Encoding.UTF8.GetBytes(begins) : Encoding.Latin1.GetBytes(begins);
        var told = WrongFile.Of(name, SourceKinds.Of(name, bytes), bytes).ShouldNotBeNull().Problem.ShouldNotBeNull().Sentence;
        told.ShouldStartWith($"Tệp “{name}” ");
        told.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("kế hoạch.txt", "KẾ HOẠCH")]
    [InlineData("kế hoạch.pdf", "%PDF-1.7")]
    [InlineData("kế hoạch.pdf", "X-Gateway: ok\r\n%PDF-1.7")]
    [InlineData("kế hoạch.docx", "PK\u0003\u0004")]
    public void What_may_be_a_plan_is_not_refused(string name, string begins) =>
        WrongFile.Of(name, SourceKinds.Of(name, Encoding.UTF8.GetBytes(begins)), Encoding.UTF8.GetBytes(begins)).ShouldBeNull();

    [Theory]
    [InlineData("STT,Bản,Số hộ\n1,Nà Sáng,60\n2,Pá Lau,67\n3,Hua Bum,71\n", "là bảng dữ liệu (CSV)")]
    [InlineData("STT;Bản;Số hộ\n1;Nà Sáng;60\n2;Pá Lau;67\n3;Hua Bum;71\n", "là bảng dữ liệu (CSV)")]
    [InlineData("<!DOCTYPE html><html><body>Đăng nhập</body></html>", "là một trang web")]
    [InlineData("%PDF-1.4 \u0001\u0002", "là ruột của một tệp PDF hay Word")]
    public void A_text_that_is_no_plan_is_told_by_what_it_is(string text, string sentence)
    {
        WrongText.Why(text).ShouldNotBeNull().ShouldContain(sentence);
        TextFile.Read("tệp.txt", Encoding.UTF8.GetBytes(text)).Problem.ShouldNotBeNull().Sentence.ShouldContain(sentence);
    }

    [Fact]
    public void Letters_that_cannot_be_read_are_told_with_their_line() =>
        WrongText.Why("KẾ HOẠCH\nGia đình\n" + new string('\uFFFD', 40)).ShouldNotBeNull().ShouldContain("từ dòng 3");

    [Theory]
    [InlineData("KẾ HOẠCH\nXây dựng xã hội học tập\nI. MỤC TIÊU\n- 80% gia đình")]
    [InlineData("kế hoạch,năm\nI,2026\nII,2027\n")]
    [InlineData("Kính gửi: các bản, các trường, các đoàn thể.\nMời họp lúc 8 giờ.\n")]
    [InlineData("<html><body>KẾ HOẠCH<p>Xây dựng xã hội học tập</p></body></html>")]
    public void A_text_that_may_be_a_plan_is_left_to_the_reader(string text) => WrongText.Why(text).ShouldBeNull();

    [Fact]
    public void A_broken_Word_file_says_where()
    {
        var broken = WordDocument.Of("<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r>");
        DocxFile.Read("hỏng.docx", broken).Problem.ShouldNotBeNull().Sentence.ShouldContain("(phần chữ sai từ dòng 1, cột ");
        DocxFile.Read("hỏng.docx", broken[..(broken.Length / 2)]).Problem.ShouldNotBeNull().Sentence.ShouldContain("(gói nén bên trong không mở được)");
    }
}

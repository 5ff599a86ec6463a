using System.Globalization;
using System.IO.Compression;
using System.Text;
using DenSach.Tests.Files;

namespace DenSach.Tests.Plans;

/// <summary>Files that somebody chooses by mistake, or out of malice, where a plan is asked for.</summary>
internal static class WrongFiles
{
    /// <summary>Each with the name it comes by.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } =
        new Dictionary<string, Func<byte[]>>
        {
            ["ảnh chụp kế hoạch.jpg"] = () => SampleFiles.Jpeg(),
            ["ảnh đổi đuôi.docx"] = () => SampleFiles.Png(),
            ["có mật khẩu.pdf"] = LockedPdf,
            ["kế hoạch và 299 trang khác.pdf"] = () => Pdf(300),
            ["trang trắng.pdf"] = () => Pdf(150)[..400],
            ["bung ra mãi.docx"] = () => Zip("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + new string(' ', 60 << 20)),
            ["bảng tính.docx"] = () => Zip("xl/workbook.xml", "<workbook/>"),
            ["trống.docx"] = () => [],
            ["trống.pdf"] = () => [],
            ["trống.txt"] = () => "\r\n \r\n"u8.ToArray(),
            ["Word đời cũ.doc"] = OldOffice,
            ["có mật khẩu.docx"] = OldOffice,
            ["chương trình.txt"] = () => [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0],
            ["chỉ tiêu.csv"] = () => Encoding.UTF8.GetBytes("STT,Bản,Số hộ\n1,Nà Sáng,60\n2,Pá Lau,67\n3,Hua Bum,71\n"),
            ["chỉ tiêu.xlsx"] = () => Zip("xl/workbook.xml", "<workbook/>"),
            ["ảnh đổi đuôi.pdf"] = () => SampleFiles.Jpeg(),
            ["trang lỗi.pdf"] = () => Encoding.UTF8.GetBytes("<html>404 Không tìm thấy</html>"),
            ["tải dở.pdf"] = () => [.. Pdf(3)[..^60], .. new byte[100]],
            ["trang lỗi.txt"] = () => Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>Mời đăng nhập</body></html>"),
            ["thư mời.txt"] = () => Encoding.UTF8.GetBytes("GIẤY MỜI\n\nKính mời đồng chí dự họp vào 8 giờ ngày 20/3/2026.\n"),
        };

    /// <summary>Pages without words; 300 of them are twice as many as the longest plan that is taken.</summary>
    private static byte[] Pdf(int pages)
    {
        var kids = string.Join(' ', Enumerable.Range(3, pages).Select(id => $"{id} 0 R"));
        return Pdf(["<</Type/Catalog/Pages 2 0 R>>", $"<</Type/Pages/Count {pages}/Kids[{kids}]>>", .. Enumerable.Repeat(Page, pages)], "");
    }

    /// <summary>Encrypted by the standard handler, for a password that nobody knows.</summary>
    private static byte[] LockedPdf()
    {
        var (owner, user, id) = (string.Concat(Enumerable.Repeat("a1", 32)), string.Concat(Enumerable.Repeat("b2", 32)), new string('0', 32));
        return Pdf(
            ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", Page, $"<</Filter/Standard/V 1/R 2/P -44/O<{owner}>/U<{user}>>>"],
            $"/Encrypt 4 0 R/ID[<{id}><{id}>]"
        );
    }

    private const string Page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";

    private static byte[] Pdf(string[] objects, string trailer)
    {
        var (file, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (content, i) in objects.Select((o, i) => (o, i)))
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{content}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    /// <summary>The container of Word until 2003, which is also the one around a .docx with a password.</summary>
    private static byte[] OldOffice() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1528]];

    private static byte[] Zip(string part, string content)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(archive.CreateEntry(part, CompressionLevel.Fastest).Open()))
        {
            writer.Write(content);
        }
        return file.ToArray();
    }
}

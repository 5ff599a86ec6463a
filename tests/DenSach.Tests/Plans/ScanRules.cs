using System.Diagnostics;
using System.Globalization;
using System.Text;
using DenSach.Modules.Plans.Reading;
using DenSach.Papers.Documents;
using DenSach.Papers.Plans;
using DenSach.Platform.Papers;
using DenSach.Tests.Deciding;
using DenSach.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Plans;

/// <summary>A plan that came as a scan: pictures of pages without a layer of words, read by Tesseract and marked as such.</summary>
public sealed class ScanRules(SqliteApp app) : IClassFixture<SqliteApp>
{
    [ScanFact]
    public async Task A_scan_is_read_by_OCR_and_says_that_each_number_is_to_be_checked()
    {
        var printed = (await app.Services.GetRequiredService<PdfPrinter>().PrintAsync(Plan, CancellationToken.None)).Must();
        var folder = Directory.CreateTempSubdirectory("densach-scan-");
        try
        {
            var scan = Path.Combine(folder.FullName, "scan.pdf");
            await File.WriteAllBytesAsync(scan, await ScannedAsync(printed, folder.FullName));
            (await RunAsync("pdftotext", [scan, "-"], folder.FullName)).Count(char.IsLetter).ShouldBe(0, "no layer of words");

            var source = await PlanSource.ReadAsync("scan.pdf", await File.ReadAllBytesAsync(scan), null, CancellationToken.None);
            source.Mark.ShouldBe("đọc bằng OCR, kiểm tra từng số");
            var reading = PlanReader.Read(source.Text.ShouldNotBeNull());
            reading.Number.ShouldBe("17/KH-UBND");
            reading.Targets.Select(t => (t.Year, t.Value, t.Subject)).ShouldBe([(2030, 80m, PlanSubject.Household), (2030, 75m, PlanSubject.Clan)]);

            var (code, output) = await app.CommandLineAsync("plan", "read", scan);
            code.ShouldBe(0, output);
            output.ShouldContain("Lưu ý: đọc bằng OCR, kiểm tra từng số.");
            output.ShouldContain("17/KH-UBND");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Paper Plan { get; } =
        new()
        {
            IssuingBody = ["Ủy ban nhân dân", "xã Tân An"],
            Number = 17,
            Symbol = "KH-UBND",
            Place = "Tân An",
            Date = new DateOnly(2026, 3, 5),
            Kind = "Kế hoạch",
            Abstract = "Xây dựng xã hội học tập giai đoạn 2026-2030 trên địa bàn xã Tân An",
            Body =
            [
                new PaperParagraph("Ủy ban nhân dân xã Tân An ban hành Kế hoạch như sau:"),
                new PaperHeading("I. MỤC TIÊU ĐẾN NĂM 2030", 1),
                new PaperList(PaperListStyle.Dash, ["Phấn đấu 80% gia đình đạt danh hiệu “Gia đình học tập”.", "Phấn đấu 75% dòng họ đạt danh hiệu “Dòng họ học tập”."]),
            ],
            Recipients = ["Lưu: VT"],
            Signature = new PaperSignature(["TM. Ủy ban nhân dân"], "Chủ tịch", "Trần Văn Bình"),
        };

    /// <summary>The pages as pictures, one on each page of a new PDF, as an office machine scans them.</summary>
    private static async Task<byte[]> ScannedAsync(byte[] pdf, string folder)
    {
        var printed = Path.Combine(folder, "printed.pdf");
        await File.WriteAllBytesAsync(printed, pdf);
        await RunAsync("pdftoppm", ["-jpeg", "-scale-to-x", "1654", "-scale-to-y", "2339", printed, "page"], folder);
        var pictures = Directory.EnumerateFiles(folder, "page*.jpg").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        var (file, places, pages) = (new MemoryStream(), new SortedDictionary<int, long>(), new List<int>());
        void Add(int id, string head, byte[]? data = null)
        {
            places[id] = file.Position;
            file.Write(Encoding.ASCII.GetBytes(data is null ? $"{id} 0 obj\n{head}\nendobj\n" : $"{id} 0 obj\n<<{head}/Length {data.Length}>>stream\n"));
            if (data is not null)
            {
                file.Write([.. data, .. "\nendstream\nendobj\n"u8]);
            }
        }

        file.Write("%PDF-1.4\n"u8);
        foreach (var (picture, i) in pictures.Select((p, i) => (p, i)))
        {
            var id = 3 + (3 * i);
            Add(id, "/Type/XObject/Subtype/Image/Width 1654/Height 2339/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", picture);
            Add(id + 1, "", "q 595 0 0 842 0 0 cm /I Do Q"u8.ToArray());
            Add(id + 2, $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I {id} 0 R>>>>/Contents {id + 1} 0 R>>");
            pages.Add(id + 2);
        }

        Add(1, "<</Type/Catalog/Pages 2 0 R>>");
        Add(2, $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select(p => $"{p} 0 R"))}]>>");
        var table = file.Position;
        var entries = string.Concat(places.Values.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p:0000000000} 00000 n \n")));
        file.Write(Encoding.ASCII.GetBytes($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{entries}trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF"));
        return file.ToArray();
    }

    internal static async Task<string> RunAsync(string program, string[] words, string folder)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, words)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, program);
        return output;
    }
}

/// <summary>Runs where a scan can be made and read; elsewhere it is counted as skipped, with what is missing. Tesseract is optional, in CI too.</summary>
public sealed class ScanFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(FirstMissing);

    public ScanFactAttribute() => Skip = Missing.Value;

    private static string? FirstMissing()
    {
        var missing = new[] { "pdftoppm", "pdftotext", "pdfinfo", "tesseract" }.FirstOrDefault(program => !BoundedProcess.IsThere(program));
        if (missing is null && !new[] { "chromium", "chromium-browser", "google-chrome", "google-chrome-stable" }.Any(BoundedProcess.IsThere))
        {
            missing = "chromium";
        }
        if (missing is null && !ScanRules.RunAsync("tesseract", ["--list-langs"], Path.GetTempPath()).GetAwaiter().GetResult().Split('\n').Contains("vie"))
        {
            missing = "tesseract-ocr-vie";
        }
        return missing is null ? null : $"No scan can be read here: {missing} is missing.";
    }
}

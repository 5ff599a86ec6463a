using System.Globalization;
using System.Text.RegularExpressions;
using DenSach.Papers.Sources;
using DenSach.Platform.Papers;

namespace DenSach.Modules.Plans.Reading;

/// <summary>
/// The text of a received plan, whatever kind of file it came as: text and Word by the library, PDF by poppler, a scan by
/// Tesseract with the Vietnamese model, each in a process of its own with limits. What cannot be read is a sentence.
/// </summary>
public static partial class PlanSource
{
    public const string OcrMark = "đọc bằng OCR, kiểm tra từng số";

    /// <summary>Four times the longest plan seen.</summary>
    private const int MostPages = 150;

    private const int MostScannedPages = 60;
    private const int FewestLettersAPage = 40;

    /// <summary>How far before its end a PDF may say that it ends: signatures and gateways put something behind.</summary>
    private const int LongestTail = 64 << 10;

    /// <summary>What is read. The store keeps less (<see cref="Platform.Files.EvidenceFolder.MaxPaperSize"/>): <c>plan read</c> keeps nothing.</summary>
    private const int MostBytes = 40 << 20;

    /// <summary>Recognising letters takes a whole core: one file at a time.</summary>
    private static readonly SemaphoreSlim OneScan = new(1);

    public static async Task<SourceText> ReadAsync(string name, byte[] bytes, OldEncoding? encoding, CancellationToken cancellation)
    {
        if (bytes.Length == 0)
        {
            return TextFile.Empty(name);
        }
        if (bytes.Length > MostBytes)
        {
            return SourceText.No("size", $"Tệp “{name}” nặng {bytes.Length >> 20} MB, quá mức {MostBytes >> 20} MB. Hãy gửi bản nhẹ hơn, chỉ phần kế hoạch.");
        }
        var kind = SourceKinds.Of(name, bytes);
        return WrongFile.Of(name, kind, bytes)
            ?? kind switch
            {
                SourceKind.Docx => DocxFile.Read(name, bytes),
                SourceKind.Pdf => await PdfAsync(name, bytes, cancellation),
                _ => TextFile.Read(name, bytes, encoding),
            };
    }

    private static async Task<SourceText> PdfAsync(string name, byte[] bytes, CancellationToken cancellation)
    {
        if (!BoundedProcess.IsThere("pdftotext") || !BoundedProcess.IsThere("pdfinfo"))
        {
            return SourceText.No("no_poppler", "Máy này chưa có chương trình đọc PDF (poppler-utils). Hãy nhờ người quản trị cài, hoặc gửi tệp .docx, .txt.");
        }
        using var folder = new ScratchFolder();
        var pdf = folder.Add("a.pdf", bytes);
        var info = await BoundedProcess.RunAsync("pdfinfo", [pdf], folder.Path, cancellation);
        if (info.Error.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase))
        {
            return SourceText.No("locked", $"Tệp “{name}” có mật khẩu nên không đọc được. Hãy bỏ mật khẩu hoặc in lại thành PDF không khóa rồi gửi lại.");
        }
        if (!info.Done || Pages().Match(info.Output) is not { Success: true } pages || IsCut(bytes))
        {
            return Damaged(name, IsCut(bytes));
        }
        var count = int.Parse(pages.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        if (count > MostPages)
        {
            return SourceText.No("pages", $"Tệp “{name}” có {count} trang, quá mức {MostPages} trang của một kế hoạch. Hãy chỉ gửi phần kế hoạch và phụ lục của nó.");
        }
        if (await PdfWords.ReadAsync(pdf, folder.Path, cancellation) is not { } text)
        {
            return Damaged(name);
        }
        if (text.Count(char.IsLetter) < FewestLettersAPage * count)
        {
            return await ScanAsync(name, pdf, count, folder, cancellation);
        }
        return OldEncodings.Likely(text) is { } old ? TextFile.Ask(name, old) : SourceText.Of(text);
    }

    private static async Task<SourceText> ScanAsync(string name, string pdf, int pages, ScratchFolder folder, CancellationToken cancellation)
    {
        if (!BoundedProcess.IsThere("tesseract") || !BoundedProcess.IsThere("pdftoppm") || !await SpeaksVietnameseAsync(folder, cancellation))
        {
            return SourceText.No(
                "scan",
                $"Tệp “{name}” là bản quét, không có lớp chữ, mà máy này chưa có Tesseract với tiếng Việt (tesseract-ocr, tesseract-ocr-vie). Hãy gửi bản .docx hoặc PDF xuất từ Word."
            );
        }
        if (pages > MostScannedPages)
        {
            return SourceText.No("pages", $"Bản quét “{name}” có {pages} trang, quá mức {MostScannedPages} trang. Hãy chỉ gửi phần kế hoạch.");
        }
        if (!(await BoundedProcess.RunAsync("pdftoppm", ["-r", "200", "-gray", "-png", pdf, "p"], folder.Path, cancellation)).Done)
        {
            return Damaged(name);
        }
        await OneScan.WaitAsync(cancellation);
        try
        {
            return await RecogniseAsync(name, folder, cancellation);
        }
        finally
        {
            OneScan.Release();
        }
    }

    private static async Task<SourceText> RecogniseAsync(string name, ScratchFolder folder, CancellationToken cancellation)
    {
        var text = new System.Text.StringBuilder();
        foreach (var (page, number) in Directory.EnumerateFiles(folder.Path, "p*.png").Order(StringComparer.Ordinal).Select((page, i) => (page, i + 1)))
        {
            var read = await BoundedProcess.RunAsync("tesseract", [page, "stdout", "-l", "vie"], folder.Path, cancellation);
            if (!read.Done)
            {
                // A page that is left out would lose its targets without a word.
                return SourceText.No("ocr", $"Bản quét “{name}”: trang {number} không nhận được chữ trong thời gian cho phép. Hãy quét lại rõ hơn, hoặc gửi bản .docx.");
            }
            text.Append(read.Output).Append('\f');
        }
        return string.IsNullOrWhiteSpace(text.ToString()) ? TextFile.Empty(name) : SourceText.Of(text.ToString()) with { Mark = OcrMark };
    }

    private static async Task<bool> SpeaksVietnameseAsync(ScratchFolder folder, CancellationToken cancellation) =>
        (await BoundedProcess.RunAsync("tesseract", ["--list-langs"], folder.Path, cancellation)).Output.Split('\n').Contains("vie");

    /// <summary>Poppler mends what it can of a file that lost its end; the pages that are gone would go without a word.</summary>
    private static bool IsCut(byte[] bytes) => bytes.AsSpan(Math.Max(0, bytes.Length - LongestTail)).IndexOf("%%EOF"u8) < 0;

    private static SourceText Damaged(string name, bool cut = false) =>
        SourceText.No(
            "damaged",
            cut
                ? $"Tệp “{name}” bị hỏng: mất phần cuối, có thể vì tải hay chép chưa hết. Hãy tải lại hoặc xuất lại PDF rồi gửi lại, hoặc gửi tệp .docx."
                : $"Tệp “{name}” bị hỏng hoặc không phải PDF thật. Hãy xuất lại PDF rồi gửi lại, hoặc gửi tệp .docx."
        );

    [GeneratedRegex(@"^Pages:\s+([0-9]{1,7})", RegexOptions.Multiline)]
    private static partial Regex Pages();
}

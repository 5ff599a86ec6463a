using System.Text;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans.Load;

/// <summary>The text of a file that holds a plan: plain text in UTF-8, or UTF-16 with its mark. Other formats are refused with what to do instead.</summary>
public static class PlanFile
{
    public static Result<string> Read(string name, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return Problem.Invalid("plans.file_empty", $"Tệp “{name}” không có chữ nào.", "Upload");
        }
        if (OtherFormat(name, bytes) is { } format)
        {
            return Problem.Invalid(
                "plans.file_format",
                $"Tệp “{name}” là {format}, chưa đọc được. Hiện chỉ đọc tệp chữ .txt; Word và PDF sẽ đọc được sau. Hãy lưu văn bản thành .txt (mã UTF-8), hoặc chép toàn bộ chữ rồi dán vào ô bên dưới.",
                "Upload"
            );
        }
        try
        {
            var encoding = bytes switch
            {
                [0xFF, 0xFE, ..] => Encoding.Unicode,
                [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
                _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            };
            var text = encoding.GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0') ? NotText(name) : text;
        }
        catch (DecoderFallbackException)
        {
            return NotText(name);
        }
    }

    private static string? OtherFormat(string name, byte[] bytes) =>
        bytes switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "PDF",
            [(byte)'P', (byte)'K', 3, 4, ..] => "Word hoặc tệp nén",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "Word đời cũ",
            _ => Path.GetExtension(name).ToLowerInvariant() switch
            {
                ".pdf" => "PDF",
                ".doc" or ".docx" or ".odt" or ".rtf" => "Word",
                ".xls" or ".xlsx" => "Excel",
                ".jpg" or ".jpeg" or ".png" or ".webp" or ".heic" => "ảnh",
                _ => null,
            },
        };

    private static Problem NotText(string name) =>
        Problem.Invalid(
            "plans.file_encoding",
            $"Tệp “{name}” không phải chữ mã UTF-8. Hãy mở tệp, chọn Lưu thành (Save As) với mã UTF-8 rồi gửi lại, hoặc dán chữ vào ô bên dưới.",
            "Upload"
        );
}

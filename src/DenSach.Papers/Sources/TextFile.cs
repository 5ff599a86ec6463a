using System.Text;

namespace DenSach.Papers.Sources;

/// <summary>Plain text in UTF-8 or UTF-16. Old Vietnamese encodings are recognised and asked about, never guessed.</summary>
public static class TextFile
{
    private const int Sample = 4000;

    /// <summary>Reads a text file; <paramref name="chosen"/> is the old encoding that a person named.</summary>
    public static SourceText Read(string name, ReadOnlySpan<byte> bytes, OldEncoding? chosen = null)
    {
        var text = Decode(bytes);
        if (text is null && chosen is null)
        {
            return OldEncodings.Likely(Encoding.Latin1.GetString(bytes)) is { } likely ? Ask(name, likely) : NotText(name);
        }

        text ??= Encoding.Latin1.GetString(bytes);
        if (chosen is { } encoding)
        {
            text = OldEncodings.ToUnicode(text, encoding);
        }
        else if (OldEncodings.Likely(text) is { } likely)
        {
            return Ask(name, likely);
        }

        return text.Contains('\0', StringComparison.Ordinal) ? NotText(name)
            : string.IsNullOrWhiteSpace(text) ? Empty(name)
            : WrongText.Why(text) is { } why ? SourceText.No("format", $"Tệp “{name}” {why}")
            : SourceText.Of(text);
    }

    /// <summary>The question for a text that looks as if typed in an old encoding.</summary>
    public static SourceText Ask(string name, OldEncoding likely) =>
        SourceText.No(
            "encoding",
            $"Tệp “{name}” dùng bảng mã tiếng Việt cũ, có vẻ là {OldEncodings.NameOf(likely)}. Hãy chọn đúng bảng mã (TCVN3 hoặc VNI) rồi đọc lại, hoặc chuyển tệp sang Unicode; hệ thống không tự đoán để tránh sai chữ, sai số."
        );

    /// <summary>The sentence for a file without words.</summary>
    public static SourceText Empty(string name) => SourceText.No("empty", $"Tệp “{name}” không có chữ nào. Hãy kiểm tra đã chọn đúng tệp.");

    private static SourceText NotText(string name) =>
        SourceText.No("encoding", $"Tệp “{name}” không phải tệp chữ đọc được. Hãy mở tệp, lưu lại thành .txt với mã UTF-8, hoặc gửi tệp .docx hay .pdf.");

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] || LooksWide(bytes, zeroAt: 1))
        {
            return Encoding.Unicode.GetString(bytes).TrimStart('\uFEFF');
        }

        if (bytes is [0xFE, 0xFF, ..] || LooksWide(bytes, zeroAt: 0))
        {
            return Encoding.BigEndianUnicode.GetString(bytes).TrimStart('\uFEFF');
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>UTF-16 without its mark: blanks and Latin letters leave every second byte zero.</summary>
    private static bool LooksWide(ReadOnlySpan<byte> bytes, int zeroAt)
    {
        var (pairs, zeros) = (Math.Min(bytes.Length, Sample) / 2, 0);
        for (var i = 0; i < pairs; i++)
        {
            zeros += bytes[(2 * i) + zeroAt] == 0 && bytes[(2 * i) + 1 - zeroAt] != 0 ? 1 : 0;
        }

        return pairs >= 8 && zeros * 10 > pairs * 5;
    }
}

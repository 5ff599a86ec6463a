namespace DenSach.Papers.Sources;

/// <summary>Files that are no document of words, and files that are not what their name says: a sentence that names what they are and what to do.</summary>
public static class WrongFile
{
    private static readonly Dictionary<string, string> Other = new(StringComparer.Ordinal)
    {
        [".xlsx"] = "là bảng tính Excel (.xlsx), không phải văn bản kế hoạch. Hãy gửi tệp .docx, .pdf hoặc .txt của kế hoạch; bảng chỉ tiêu thì để trong văn bản ấy.",
        [".pptx"] = "là bản trình chiếu (.pptx), không phải văn bản kế hoạch. Hãy gửi tệp .docx, .pdf hoặc .txt của kế hoạch.",
        [".odt"] = "là văn bản OpenDocument (.odt), chưa đọc được. Hãy mở tệp, lưu thành .docx hoặc .pdf rồi gửi lại.",
        [".rtf"] = "là văn bản RTF, chưa đọc được. Hãy mở bằng Word, lưu thành .docx rồi gửi lại.",
        [".zip"] = "là tệp nén. Hãy giải nén rồi gửi tệp .docx, .pdf hoặc .txt ở trong.",
    };

    /// <summary>Why a file of this kind gives no text, or null where it may give one.</summary>
    public static SourceText? Of(string name, SourceKind kind, ReadOnlySpan<byte> bytes)
    {
        var end = Path.GetExtension(name).ToLowerInvariant();
        return kind switch
        {
            SourceKind.Image when end is ".pdf" or ".docx" or ".doc" or ".txt" => SourceText.No(
                "image",
                $"Tệp “{name}” là ảnh mang đuôi {end}, không phải tệp {end} thật: đổi tên không đổi được nội dung. Hãy quét hoặc in ảnh thành PDF rồi gửi lại."
            ),
            SourceKind.Image => SourceText.No("image", $"Tệp “{name}” là ảnh. Hãy quét thành PDF rồi gửi lại, hoặc gửi bản .docx, .txt."),
            SourceKind.OldOffice when end is ".xls" or ".ppt" => SourceText.No(
                "format",
                $"Tệp “{name}” là {(end == ".xls" ? "bảng tính Excel" : "bản trình chiếu")} đời cũ ({end}) hoặc có mật khẩu, không phải văn bản kế hoạch. Hãy gửi tệp .docx, .pdf hoặc .txt của kế hoạch."
            ),
            SourceKind.OldOffice => SourceText.No("old_word", $"Tệp “{name}” là Word đời cũ (.doc) hoặc có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu, lưu thành .docx rồi gửi lại."),
            SourceKind.Other => SourceText.No(
                "format",
                $"Tệp “{name}” {Other.GetValueOrDefault(bytes is [0x1F, 0x8B, ..] or [(byte)'R', (byte)'a', (byte)'r', ..] ? ".zip" : bytes is [(byte)'{', ..] ? ".rtf" : end) ?? "không phải văn bản đọc được. Hãy gửi tệp .docx, .pdf hoặc .txt."}"
            ),
            SourceKind.Text when end == ".pdf" => SourceText.No(
                "damaged",
                $"Tệp “{name}” không phải PDF thật: đầu tệp không có dấu “%PDF”. Tệp có thể bị hỏng khi tải, hoặc là tệp khác đổi tên. Hãy xuất lại PDF rồi gửi lại, hoặc gửi tệp .docx."
            ),
            SourceKind.Text when end == ".docx" => SourceText.No(
                "damaged",
                $"Tệp “{name}” không phải .docx thật: đầu tệp không phải của một văn bản Word. Tệp có thể bị hỏng khi tải, hoặc là tệp khác đổi tên. Hãy mở bằng Word, lưu lại rồi gửi lại."
            ),
            _ => null,
        };
    }
}

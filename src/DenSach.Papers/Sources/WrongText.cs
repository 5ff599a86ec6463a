using System.Globalization;

namespace DenSach.Papers.Sources;

/// <summary>Texts that cannot be a plan, by how they look: the inside of another file, a table of data, letters that nobody can read.</summary>
public static class WrongText
{
    private const int Sample = 20_000;
    private const int FewestRows = 3;
    private const string Plan = "KẾ HOẠCH";

    /// <summary>What the text is instead, as words behind "Tệp “…” " or "Văn bản này ", with what to do; null for a text that may be a plan.</summary>
    public static string? Why(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, Sample)).TrimStart();
        if (start.StartsWith("%PDF-") || start.StartsWith("PK\u0003\u0004"))
        {
            return "là ruột của một tệp PDF hay Word, không phải chữ. Hãy gửi chính tệp ấy, hoặc mở ra rồi chép chữ.";
        }

        if (start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            return text.Contains(Plan, StringComparison.OrdinalIgnoreCase)
                ? null
                : "là một trang web, có thể là trang báo lỗi hay đăng nhập thay cho tệp cần tải. Hãy tải lại đúng tệp kế hoạch.";
        }

        var lines = start.ToString().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        if (Unreadable(start) is { } line)
        {
            return string.Create(CultureInfo.InvariantCulture, $"có ký tự không đọc được từ dòng {line}. Hãy mở tệp gốc, lưu lại với mã UTF-8 rồi gửi lại.");
        }

        return !text.Contains(Plan, StringComparison.OrdinalIgnoreCase) && new[] { ',', ';', '\t' }.Any(d => IsData(lines, d))
            ? "là bảng dữ liệu (CSV), không phải văn bản kế hoạch. Hãy gửi tệp .docx, .pdf hoặc .txt của kế hoạch; bảng chỉ tiêu thì để trong văn bản ấy."
            : null;
    }

    /// <summary>The line of the first of many letters that are none.</summary>
    private static int? Unreadable(ReadOnlySpan<char> text)
    {
        var (bad, first) = (0, -1);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\uFFFD' || (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u0085')))
            {
                bad++;
                first = first < 0 ? i : first;
            }
        }

        return bad * 20 > text.Length ? text[..first].Count('\n') + 1 : null;
    }

    /// <summary>Rows of as many cells each.</summary>
    private static bool IsData(List<string> lines, char divider)
    {
        var counts = lines.ConvertAll(l => l.Count(c => c == divider));
        return lines.Count >= FewestRows && counts[0] > 0 && counts.Count(c => c == counts[0]) * 10 >= lines.Count * 8 && lines.Average(l => l.Length) < 400;
    }
}

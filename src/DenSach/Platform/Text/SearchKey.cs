using System.Globalization;
using System.Text;

namespace DenSach.Platform.Text;

/// <summary>Folds Vietnamese text for searching: lower case, đ to d, marks off, one space between words. The same answer on both engines because it is stored.</summary>
public static class SearchKey
{
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }
            var lower = char.ToLowerInvariant(c);
            // Old keyboards and converted lists write the Icelandic Ð for Đ: it looks the same.
            var plain = lower is 'đ' or 'ð' ? 'd' : lower;
            if (char.IsLetterOrDigit(plain))
            {
                folded.Append(plain);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }
        return folded.ToString().TrimEnd();
    }
}

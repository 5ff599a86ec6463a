using System.Text;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Criteria.Publish;

/// <summary>The text of a file that holds a criteria set: UTF-8, not larger than a set may be.</summary>
public static class CriteriaFile
{
    public static Result<string> Read(string name, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return Problem.Invalid("criteria_file", $"Tệp “{name}” không có chữ nào.", "Upload");
        }
        if (bytes.Length > YamlTree.MostBytes)
        {
            return Problem.Invalid("criteria_file", $"Tệp “{name}” lớn hơn {YamlTree.MostBytes / 1024} KB; tệp tiêu chí không cần lớn như vậy.", "Upload");
        }
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0') ? NotText(name) : text;
        }
        catch (DecoderFallbackException)
        {
            return NotText(name);
        }
    }

    private static Problem NotText(string name) =>
        Problem.Invalid("criteria_file", $"Tệp “{name}” không phải tệp chữ YAML mã UTF-8. Hãy lưu lại với mã UTF-8 rồi gửi, hoặc dán chữ vào ô bên dưới.", "Upload");
}

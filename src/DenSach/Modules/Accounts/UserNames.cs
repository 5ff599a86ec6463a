using DenSach.Platform.Errors;
using DenSach.Platform.Text;

namespace DenSach.Modules.Accounts;

/// <summary>Names to sign in by: small letters without marks, digits, dots and dashes, so that every keyboard writes them.</summary>
public static class UserNames
{
    public const int Shortest = 3;
    public const int Longest = 40;

    public static Result<string> Read(string typed)
    {
        var name = typed.Trim().ToLowerInvariant();
        return
            name.Length is >= Shortest and <= Longest && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-') && char.IsAsciiLetterOrDigit(name[0])
            ? name
            : Problem.Invalid(
                "user_name",
                $"Tên đăng nhập “{typed.Trim()}” chưa dùng được: cần {Shortest}–{Longest} ký tự gồm chữ thường không dấu, chữ số, dấu chấm hoặc gạch ngang, bắt đầu bằng chữ hoặc số.",
                "UserName"
            );
    }

    /// <summary>"Nguyễn Văn An" → "nguyen.van.an", then "nguyen.van.an2" and so on for those who come later.</summary>
    public static string Propose(string displayName, Func<string, bool> isTaken)
    {
        var plain = SearchKey.Of(displayName).Replace(' ', '.');
        plain = plain.Length < Shortest ? $"tk.{plain}" : plain;
        plain = plain[..Math.Min(plain.Length, Longest - 4)].TrimEnd('.');
        return Enumerable.Range(1, 9999).Select(n => n == 1 ? plain : $"{plain}{n}").First(name => !isTaken(name));
    }
}

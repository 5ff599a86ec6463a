using DenSach.Platform.Errors;
using DenSach.Platform.Text;

namespace DenSach.Modules.Accounts;

/// <summary>Long rather than complicated: ten characters, nothing prescribed about them, only what everybody tries first is refused.</summary>
public static class PasswordRules
{
    public const int Shortest = 10;
    public const int Longest = 200;

    /// <summary>Words people put a number behind. Compared without marks, spaces and the digits at the end.</summary>
    private static readonly HashSet<string> Words =
    [
        "matkhau",
        "matkhaucuatoi",
        "matkhaumoi",
        "password",
        "passw0rd",
        "vietnam",
        "vietnamvodich",
        "toiyeuvietnam",
        "anhyeuem",
        "emyeuanh",
        "yeuemnhieulam",
        "iloveyou",
        "quantri",
        "quantrivien",
        "admin",
        "administrator",
        "khuyenhoc",
        "hoikhuyenhoc",
        "hoctap",
        "xahoihoctap",
        "giadinhhoctap",
        "densach",
        "xinchao",
        "motnamhaiba",
        "qwerty",
        "qwertyuiop",
        "asdfghjkl",
        "asdfghjklzxcvbnm",
        "abc",
        "abcd",
        "abcdefghij",
        "abcdefghijk",
        "truongban",
        "truongthon",
        "chutichxa",
        "uybannhandan",
        "welcome",
    ]; // csharpier-ignore

    /// <summary>Why the password is refused, or null. The repetition guards against a slip of the finger.</summary>
    public static Problem? Check(string? password, string? again, string userName)
    {
        (password, again) = (AccountPasswords.Written(password), AccountPasswords.Written(again));
        if (password is null || password.Length < Shortest)
        {
            return Refused("password_short", $"Mật khẩu cần ít nhất {Shortest} ký tự; một câu ngắn dễ nhớ là tốt nhất. Bạn mới nhập {password?.Length ?? 0} ký tự.");
        }
        if (password.Length > Longest)
        {
            return Refused("password_long", $"Mật khẩu dài quá {Longest} ký tự. Hãy chọn một câu ngắn hơn.");
        }
        if (IsCommon(password, userName))
        {
            return Refused("password_common", "Mật khẩu này quá dễ đoán (từ hay dùng, dãy số liền nhau, ký tự lặp hoặc tên đăng nhập). Hãy chọn một câu khác.");
        }
        return password == again ? null : Problem.Invalid("password_again", "Hai lần nhập mật khẩu không giống nhau. Hãy nhập lại cả hai ô.", "PasswordAgain");
    }

    private static bool IsCommon(string password, string userName)
    {
        var plain = SearchKey.Of(password).Replace(" ", "", StringComparison.Ordinal);
        var word = plain.TrimEnd("0123456789".ToCharArray());
        return plain.Distinct().Count() <= 2
            || IsRun(plain)
            || Words.Contains(word)
            || Words.Contains(plain.TrimStart("0123456789".ToCharArray()))
            || word == SearchKey.Of(userName).Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>1234567890, 0987654321, abcdefghij: each sign the next one, 0 after 9 included.</summary>
    private static bool IsRun(string text) => IsRun(text, 1) || IsRun(text, -1);

    private static bool IsRun(string text, int step) =>
        text.Zip(text.Skip(1))
            .All(pair =>
                pair.Second - pair.First == step || (char.IsAsciiDigit(pair.First) && char.IsAsciiDigit(pair.Second) && (pair.First - '0' + step + 10) % 10 == pair.Second - '0')
            );

    private static Problem Refused(string code, string sentence) => Problem.Invalid(code, sentence, "Password");
}

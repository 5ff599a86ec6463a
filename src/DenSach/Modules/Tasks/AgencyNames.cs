using System.Text.RegularExpressions;
using DenSach.Platform.Text;

namespace DenSach.Modules.Tasks;

/// <summary>
/// One agency under several spellings is one: "Phòng VH-XH", "Phòng Văn hóa - Xã hội xã". Only for putting tasks under one heading; the words of the plan stay as they are.
/// </summary>
public static partial class AgencyNames
{
    /// <summary>Short forms as offices write them, folded and one blank between words, the longest first.</summary>
    private static readonly (string Short, string Long)[] Forms =
    [
        ("ld tb va xh", "lao dong thuong binh xa hoi"),
        ("ld tb xh", "lao dong thuong binh xa hoi"),
        ("ldtbxh", "lao dong thuong binh xa hoi"),
        ("ldtb xh", "lao dong thuong binh xa hoi"),
        ("vh tt dl", "van hoa the thao du lich"),
        ("vhttdl", "van hoa the thao du lich"),
        ("vh tt", "van hoa thong tin"),
        ("vh xh", "van hoa xa hoi"),
        ("vhxh", "van hoa xa hoi"),
        ("gd dt", "giao duc dao tao"),
        ("gddt", "giao duc dao tao"),
        ("tc kh", "tai chinh ke hoach"),
        ("tckh", "tai chinh ke hoach"),
        ("tthtcd", "trung tam hoc tap cong dong"),
        ("tt htcd", "trung tam hoc tap cong dong"),
        ("htcd", "hoc tap cong dong"),
        ("ub mttq", "uy ban mat tran to quoc"),
        ("ubmttq", "uy ban mat tran to quoc"),
        ("mttq", "mat tran to quoc"),
        ("uy ban mttq", "uy ban mat tran to quoc"),
        ("lhpn", "lien hiep phu nu"),
        ("ccb", "cuu chien binh"),
        ("hnd", "hoi nong dan"),
        ("tncs hcm", "thanh nien"),
        ("tncs", "thanh nien"),
        ("hdnd", "hoi dong nhan dan"),
        ("ubnd", "uy ban nhan dan"),
        ("hkh", "hoi khuyen hoc"),
        ("bcd", "ban chi dao"),
        ("xhht", "xa hoi hoc tap"),
        ("vp", "van phong"),
    ];

    /// <summary>The same for the same agency of a plan. In the plan of a commune its own name behind the agency's says nothing more.</summary>
    /// <param name="name">As the plan writes it.</param>
    /// <param name="commune">The name of the commune whose plan it is, with its kind ("xã Bình Lư"); null for a plan of a level above.</param>
    public static string KeyOf(string name, string? commune = null)
    {
        var key = $" {SearchKey.Of(name)} ";
        foreach (var (form, full) in Forms)
        {
            key = key.Replace($" {form} ", $" {full} ", StringComparison.Ordinal);
        }
        key = Joining().Replace(key, "");
        if (commune is not null)
        {
            key = OwnPlace().Replace(key.Replace($" {SearchKey.Of(commune)} ", " xa ", StringComparison.Ordinal), " ");
        }
        return key.Trim();
    }

    /// <summary>"Văn hóa và Xã hội", "Đoàn Thanh niên Cộng sản Hồ Chí Minh".</summary>
    [GeneratedRegex("(?<= )va |(?<= thanh nien )(cong san )?ho chi minh ")]
    private static partial Regex Joining();

    [GeneratedRegex(" (xa|phuong|thi tran) $")]
    private static partial Regex OwnPlace();
}

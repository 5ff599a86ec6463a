using System.Text;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Text;

namespace DenSach.Modules.Tasks;

/// <summary>
/// Whose work a task is. Plans name agencies in words; where nobody has said otherwise the words tell the role ("Hội Khuyến học xã", "các trường", "BND các thôn").
/// Whoever is named first holds it. Words with their marks are compared with them: "các bản" are hamlets, "các ban" are not.
/// </summary>
public static class TaskOwners
{
    private static readonly string[] Schools =
    [
        "các trường",
        "nhà trường",
        "trường học",
        "trường mầm non",
        "trường mẫu giáo",
        "trường tiểu học",
        "trường thcs",
        "trường thpt",
        "trường trung học",
        "trường phổ thông",
        "trường ptdt",
        "ban giam hieu",
        "hieu truong",
        "co so giao duc",
    ];

    private static readonly (Role Role, string[] Signs)[] InProvince =
    [
        (Role.SteeringMember, ["ban chi dao", "bcd"]),
        (Role.ProvinceAssociationOfficer, ["hoi khuyen hoc", "hkh"]),
        (Role.EducationOfficer, ["giao duc va dao tao", "phong giao duc", "so giao duc", "gd dt"]),
        (Role.ProvinceLeader, ["ubnd tinh", "uy ban nhan dan tinh"]),
    ];

    private static readonly (Role Role, string[] Signs)[] InCommune =
    [
        (Role.SteeringMember, ["ban chi dao", "bcd"]),
        (Role.HamletAssociationBranch, ["chi hoi khuyen hoc"]),
        (Role.CommuneAssociationOfficer, ["hoi khuyen hoc", "hkh"]),
        (Role.LearningCentreManager, ["trung tam hoc tap", "tthtcd"]),
        (Role.OrganisationRepresentative, [.. Schools, "doanh nghiep", "hop tac xa", "tram y te", "co quan don vi"]),
        (Role.CommuneFinanceOfficer, ["tai chinh", "ke toan", "phong kinh te"]),
        (Role.CommunicationsOfficer, ["truyen thanh", "phat thanh", "truyen thong", "trung tam van hoa", "trung tam dich vu tong hop"]),
        (Role.CommuneCultureOfficer, ["van hoa", "lao dong thuong binh", "ld tb", "ldtbxh", "cong chuc xa hoi"]),
        (Role.RecordsClerk, ["van phong", "van thu"]),
        (
            Role.MassOrganisation,
            [
                "mat tran",
                "mttq",
                "doan the",
                "phu nu",
                "lhpn",
                "thanh nien",
                "cuu chien binh",
                "ccb",
                "nong dan",
                "lien doan lao dong",
                "cong doan",
                "nguoi cao tuoi",
                "to chuc chinh tri",
            ]
        ),
        (
            Role.HamletHead,
            ["cac thon", "các bản", "các ấp", "cac xom", "cac buon", "to dan pho", "khu pho", "bnd", "truong thon", "trưởng bản", "trưởng ấp", "truong xom", "truong buon"]
        ),
        (Role.EducationOfficer, ["giao duc va dao tao", "phong giao duc", "so giao duc", "gd dt"]),
        (Role.CommuneLeader, ["ubnd xa", "ubnd phuong", "ubnd thi tran", "uy ban nhan dan xa", "uy ban nhan dan phuong", "uy ban nhan dan thi tran"]),
    ];

    /// <summary>The roles that can hold a task.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [.. InCommune.Concat(InProvince).Select(k => k.Role).Distinct()];

    /// <summary>The roles that can hold a task of a plan of that level.</summary>
    public static IReadOnlyList<Role> RolesOf(AreaKind level) => [.. SignsOf(level).Select(k => k.Role)];

    /// <summary>The role that the words tell in a plan of that level; null where they tell none.</summary>
    public static Role? Guess(string lead, AreaKind level) =>
        SignsOf(level)
            .SelectMany(known => known.Signs.Select(sign => (Role: (Role?)known.Role, Sign: sign, At: PlaceOf(sign, lead))))
            .Where(found => found.At >= 0)
            .OrderBy(found => found.At)
            .ThenByDescending(found => found.Sign.Length)
            .FirstOrDefault()
            .Role;

    /// <summary>What a hamlet plans for itself is its head's, unless the words name its branch.</summary>
    public static Role? RoleOf(PlanTask task, TaskFollowed? followed, AreaKind level) =>
        followed?.OwnerRole
        ?? (
            level != AreaKind.Hamlet ? Guess(task.Lead, level)
            : Guess(task.Lead, level) is Role.HamletAssociationBranch ? Role.HamletAssociationBranch
            : Role.HamletHead
        );

    /// <summary>Those of the organisations of a place to whom the words give it: the ones that they name, else all of the kind they mean; all where a person gave it to the role.</summary>
    public static IReadOnlyList<Organisation> MeantBy(string lead, TaskFollowed? followed, IReadOnlyList<Organisation> organisations)
    {
        if (followed?.OwnerRole is not null)
        {
            return organisations;
        }
        // "Trường Tiểu học Bình Lư 1" is not "Trường Tiểu học Bình Lư" too.
        var words = $" {SearchKey.Of(lead)} ";
        List<Organisation> named = [];
        foreach (var organisation in organisations.OrderByDescending(o => o.SearchKey.Length))
        {
            if (words.Contains($" {organisation.SearchKey} ", StringComparison.Ordinal))
            {
                named.Add(organisation);
                words = words.Replace($" {organisation.SearchKey} ", " ; ", StringComparison.Ordinal);
            }
        }
        return named.Count > 0 ? [.. organisations.Where(o => named.Contains(o) || MeansAll(words, o.Kind))] : [.. organisations.Where(o => Means(lead, o.Kind))];
    }

    /// <summary>Whether the words mean organisations of that kind: "Trạm Y tế" is no task of a school.</summary>
    public static bool Means(string lead, OrganisationKind kind) => SignsOf(kind).Any(sign => PlaceOf(sign, lead) >= 0);

    /// <summary>Beside those that it names the plan means all: "Trường THPT Bình Lư và các trường trên địa bàn".</summary>
    private static bool MeansAll(string words, OrganisationKind kind) =>
        SignsOf(kind).Select(SearchKey.Of).Any(sign => words.Contains($" cac {(sign.StartsWith("cac ", StringComparison.Ordinal) ? sign[4..] : sign)} ", StringComparison.Ordinal));

    private static IEnumerable<string> SignsOf(OrganisationKind kind)
    {
        string[] signs = kind switch
        {
            OrganisationKind.Enterprise => ["doanh nghiep"],
            OrganisationKind.Cooperative => ["hop tac xa"],
            OrganisationKind.HealthStation => ["tram y te"],
            >= OrganisationKind.Kindergarten and <= OrganisationKind.OtherSchool => Schools,
            _ => [],
        };
        return signs.Append("co quan don vi");
    }

    private static (Role Role, string[] Signs)[] SignsOf(AreaKind level) => level < AreaKind.Commune ? InProvince : InCommune;

    /// <summary>Where whole words stand in others, -1 where they do not.</summary>
    private static int PlaceOf(string sign, string lead)
    {
        var plain = SearchKey.Of(sign) == sign;
        return $" {(plain ? SearchKey.Of(lead) : Marked(lead))} ".IndexOf($" {sign} ", StringComparison.Ordinal);
    }

    /// <summary>In small letters with their marks, one space between words: as long as its search key.</summary>
    private static string Marked(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var c in words.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c))
            {
                text.Append(char.ToLowerInvariant(c));
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }
        return text.ToString().TrimEnd();
    }
}

using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Text;

namespace DenSach.Modules.Tasks;

/// <summary>
/// Whose work a task is. Plans name agencies in words; where nobody has said otherwise the words tell the role ("Hội Khuyến học xã", "các trường", "BND các thôn").
/// </summary>
public static class TaskOwners
{
    private static readonly (Role Role, string[] Signs)[] Known =
    [
        (Role.CommuneAssociationOfficer, ["hoi khuyen hoc", "hkh"]),
        (Role.LearningCentreManager, ["trung tam hoc tap", "tthtcd"]),
        (Role.OrganisationRepresentative, ["truong hoc", "cac truong", "truong ", "co so giao duc", "doanh nghiep", "hop tac xa", "tram y te"]),
        (Role.CommuneFinanceOfficer, ["tai chinh", "ke toan", "phong kinh te"]),
        (Role.CommunicationsOfficer, ["dai truyen thanh", "truyen thong", "dai phat thanh"]),
        (Role.CommuneCultureOfficer, ["van hoa", "xa hoi"]),
        (Role.RecordsClerk, ["van phong"]),
        (Role.MassOrganisation, ["mat tran", "doan the", "phu nu", "thanh nien", "cuu chien binh", "nong dan", "lien doan lao dong", "nguoi cao tuoi", "to chuc chinh tri"]),
        (Role.HamletHead, ["cac thon", "cac ban", "to dan pho", "khu pho", "bnd", "truong thon", "truong ban"]),
        (Role.EducationOfficer, ["giao duc va dao tao", "phong giao duc", "so giao duc", "gd dt"]),
    ];

    /// <summary>The roles that can hold a task.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [.. Known.Select(k => k.Role).Append(Role.SteeringMember)];

    /// <summary>The role the words tell; null where they tell none.</summary>
    public static Role? Guess(string lead)
    {
        var words = SearchKey.Of(lead);
        // The organisation comes before what it is part of: "Hội Khuyến học", then "trường", then the offices of the commune.
        return Known.Where(k => k.Signs.Any(sign => words.Contains(sign, StringComparison.Ordinal))).Select(k => (Role?)k.Role).FirstOrDefault();
    }

    public static Role? RoleOf(PlanTask task, TaskFollowed? followed) => followed?.OwnerRole ?? Guess(task.Lead);
}

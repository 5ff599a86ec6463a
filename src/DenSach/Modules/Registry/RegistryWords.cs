using DenSach.Modules.Areas;

namespace DenSach.Modules.Registry;

/// <summary>The words of the registry on paper and screen; Vietnamese is the key of a translation.</summary>
public static class RegistryWords
{
    /// <summary>As an address is written: the hamlet first, without the country.</summary>
    public static string Written(this IReadOnlyList<Area> path) => string.Join(", ", path.Where(a => a.Kind != AreaKind.Country).Reverse().Select(a => a.FullName));

    public static string Word(this Sex sex) => sex == Sex.Female ? "Nữ" : "Nam";

    public static string Word(this Relation relation) =>
        relation switch
        {
            Relation.Head => "Chủ hộ",
            Relation.Spouse => "Vợ, chồng",
            Relation.Grandparent => "Ông, bà",
            Relation.Parent => "Bố, mẹ",
            Relation.Sibling => "Anh, chị, em",
            Relation.Child => "Con",
            Relation.ChildInLaw => "Con dâu, con rể",
            Relation.Grandchild => "Cháu",
            Relation.GreatGrandchild => "Chắt",
            _ => "Khác",
        };

    public static string Word(this SchoolLevel level) =>
        level switch
        {
            SchoolLevel.Kindergarten => "Mầm non",
            SchoolLevel.Primary => "Tiểu học",
            SchoolLevel.LowerSecondary => "Trung học cơ sở",
            SchoolLevel.UpperSecondary => "Trung học phổ thông",
            SchoolLevel.Vocational => "Trung cấp, nghề",
            SchoolLevel.College => "Cao đẳng",
            SchoolLevel.University => "Đại học",
            SchoolLevel.Postgraduate => "Sau đại học",
            _ => "Chưa học xong cấp nào",
        };

    public static string Word(this OrganisationKind kind) =>
        kind switch
        {
            OrganisationKind.PeoplesCommittee => "Ủy ban nhân dân",
            OrganisationKind.Agency => "Cơ quan",
            OrganisationKind.Kindergarten => "Trường mầm non",
            OrganisationKind.PrimarySchool => "Trường tiểu học",
            OrganisationKind.LowerSecondarySchool => "Trường trung học cơ sở",
            OrganisationKind.UpperSecondarySchool => "Trường trung học phổ thông",
            OrganisationKind.OtherSchool => "Cơ sở giáo dục khác",
            OrganisationKind.LearningCentre => "Trung tâm học tập cộng đồng",
            OrganisationKind.HealthStation => "Trạm y tế",
            OrganisationKind.MassOrganisation => "Mặt trận, đoàn thể",
            OrganisationKind.ArmedForces => "Lực lượng vũ trang",
            OrganisationKind.Enterprise => "Doanh nghiệp",
            OrganisationKind.Cooperative => "Hợp tác xã",
            _ => "Đơn vị khác",
        };
}

using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Modules.Tasks;
using DenSach.Papers.Plans;
using DenSach.Platform.Access;

namespace DenSach.Tests.Tasks;

/// <summary>Whose work a task is, told by the words of the plan.</summary>
public sealed class TaskOwnerRules
{
    [Theory]
    [InlineData("Hội Khuyến học xã", Role.CommuneAssociationOfficer)]
    [InlineData("Chi hội Khuyến học các thôn", Role.HamletAssociationBranch)]
    [InlineData("Trưởng bản, các bản, cơ quan, đơn vị trên địa bàn", Role.HamletHead)]
    [InlineData("Các ban, ngành, đoàn thể xã", Role.MassOrganisation)]
    [InlineData("BND các thôn", Role.HamletHead)]
    [InlineData("UBND các xã, thị trấn", null)]
    [InlineData("Ủy ban nhân dân xã", Role.CommuneLeader)]
    [InlineData("Uỷ ban nhân dân xã", Role.CommuneLeader)]
    [InlineData("Văn phòng UBND xã", Role.RecordsClerk)]
    [InlineData("Ban chỉ đạo xây dựng xã hội học tập xã", Role.SteeringMember)]
    [InlineData("Các tổ chức chính trị - xã hội", Role.MassOrganisation)]
    [InlineData("MTTQ, các đoàn thể cấp xã", Role.MassOrganisation)]
    [InlineData("Phòng Tài nguyên và Môi trường", null)]
    [InlineData("Các trường học trên địa bàn xã", Role.OrganisationRepresentative)]
    [InlineData("Các trưởng thôn", Role.HamletHead)]
    [InlineData("Trung tâm Dịch vụ tổng hợp", Role.CommunicationsOfficer)]
    [InlineData("Phòng Văn hóa - Xã hội", Role.CommuneCultureOfficer)]
    [InlineData("Đảng ủy xã", null)]
    public void In_a_commune_whoever_is_named_first_holds_it(string lead, Role? role) => TaskOwners.Guess(lead, AreaKind.Commune).ShouldBe(role);

    [Theory]
    [InlineData("Hội Khuyến học tỉnh", Role.ProvinceAssociationOfficer)]
    [InlineData("Sở Giáo dục và Đào tạo", Role.EducationOfficer)]
    [InlineData("Sở Văn hóa Thể thao và Du lịch", null)]
    [InlineData("Ủy ban nhân dân huyện, thị xã, thành phố", null)]
    public void In_a_province_no_officer_of_a_commune_holds_it(string lead, Role? role) => TaskOwners.Guess(lead, AreaKind.Province).ShouldBe(role);

    /// <summary>Every agency of the five plans, judged by hand. A name that the reader gives and that stands not here fails.</summary>
    [Theory]
    [InlineData("binh-lu-2026.txt", AreaKind.Commune)]
    [InlineData("van-hoa-2022.txt", AreaKind.Commune)]
    [InlineData("an-nghiep-2024.txt", AreaKind.Commune)]
    [InlineData("hung-yen-2022.txt", AreaKind.Province)]
    [InlineData("my-loc-2022.txt", AreaKind.District)]
    public void Every_agency_of_the_five_plans_is_known_for_what_it_is(string file, AreaKind level)
    {
        var known = new Dictionary<string, Role?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Hội Khuyến học xã Bình Lư"] = Role.CommuneAssociationOfficer,
            ["Hội Khuyến học xã"] = Role.CommuneAssociationOfficer,
            ["Hội Khuyến học tỉnh"] = Role.ProvinceAssociationOfficer,
            ["Hội Khuyến học huyện"] = Role.ProvinceAssociationOfficer,
            ["Phòng Văn hóa - Xã hội"] = Role.CommuneCultureOfficer,
            ["Trung tâm Dịch vụ tổng hợp"] = Role.CommunicationsOfficer,
            ["Phòng Kinh tế"] = Role.CommuneFinanceOfficer,
            ["Các trường học trên địa bàn xã"] = Role.OrganisationRepresentative,
            ["Trưởng bản, các bản, cơ quan, đơn vị trên địa bàn"] = Role.HamletHead,
            ["Ủy ban Mặt trận Tổ quốc và các đoàn thể xã"] = Role.MassOrganisation,
            ["Công chức văn hóa"] = Role.CommuneCultureOfficer,
            ["Công chức LĐ-TB xã hội"] = Role.CommuneCultureOfficer,
            ["Công chức tài chính kế toán"] = Role.CommuneFinanceOfficer,
            ["Đài truyền thanh xã"] = Role.CommunicationsOfficer,
            ["MTTQ, các đoàn thể cấp xã"] = Role.MassOrganisation,
            ["Ủy ban nhân dân xã"] = Role.CommuneLeader,
            ["Đảng ủy xã"] = null,
            ["Văn phòng UBND xã"] = Role.RecordsClerk,
            ["Tài chính - Kế toán xã"] = Role.CommuneFinanceOfficer,
            ["Văn hóa và Thông tin"] = Role.CommuneCultureOfficer,
            ["Các ban, ngành, cơ quan, địa phương, đơn vị"] = null,
            ["Ủy ban Mặt trận Tổ quốc Việt Nam xã, các tổ chức chính tri xã hội và tổ chức xã hội nghề nghiệp"] = Role.MassOrganisation,
            ["BND các thôn"] = Role.HamletHead,
            ["Sở Giáo dục và Đào tạo"] = Role.EducationOfficer,
            ["Phòng Giáo dục và Đào tạo"] = Role.EducationOfficer,
        };
        var leads = PlanReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "plans", file))).Tasks.Select(t => t.Lead).Distinct().ToList();
        leads.ShouldNotBeEmpty();
        var wrong = leads
            .Select(lead =>
                (
                    Lead: lead,
                    Guessed: TaskOwners.Guess(lead, level),
                    Right: known.TryGetValue(lead, out var role) ? role
                    : level == AreaKind.Commune ? Role.Citizen
                    : null
                )
            )
            .Where(l => l.Guessed != l.Right)
            .Select(l => $"{l.Lead}: {l.Guessed}")
            .ToList();
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Trường THPT thử", "THPT")]
    [InlineData("Trường THPT thử và các trường trên địa bàn", "THPT, Tiểu học, Tiểu học 1")]
    [InlineData("Trường Tiểu học thử 1", "Tiểu học 1")]
    [InlineData("Hiệu trưởng Trường Tiểu học thử", "Tiểu học")]
    [InlineData("Trường Tiểu học thử 1, Trường Tiểu học thử", "Tiểu học, Tiểu học 1")]
    [InlineData("Các trường", "THPT, Tiểu học, Tiểu học 1")]
    public void A_school_that_is_named_holds_it_and_beside_it_those_that_are_meant(string lead, string held)
    {
        var schools = new[]
        {
            ("THPT", "Trường THPT thử", OrganisationKind.UpperSecondarySchool),
            ("Tiểu học", "Trường Tiểu học thử", OrganisationKind.PrimarySchool),
            ("Tiểu học 1", "Trường Tiểu học thử 1", OrganisationKind.PrimarySchool),
        };
        var organisations = schools.Select(s => SchoolOf(s.Item2, s.Item3)).ToList();
        string.Join(", ", TaskOwners.MeantBy(lead, null, organisations).Select(o => schools.Single(s => s.Item2 == o.Name).Item1)).ShouldBe(held);
    }

    [Fact]
    public void What_is_the_schools_is_no_work_of_a_health_station()
    {
        TaskOwners.Means("Các trường học", OrganisationKind.PrimarySchool).ShouldBeTrue();
        TaskOwners.Means("Các trường học", OrganisationKind.HealthStation).ShouldBeFalse();
        TaskOwners.Means("Trạm Y tế xã", OrganisationKind.HealthStation).ShouldBeTrue();
        TaskOwners.Means("Các cơ quan, đơn vị", OrganisationKind.Enterprise).ShouldBeTrue();
    }

    private static Organisation SchoolOf(string name, OrganisationKind kind) =>
        new()
        {
            AreaId = 1,
            Name = name,
            Kind = kind,
        };
}

namespace DenSach.Platform.Access;

/// <summary>What people call a role. Vietnamese, the key of its translation in UiText.</summary>
public static class RoleWords
{
    public static string Of(Role role) =>
        role switch
        {
            Role.Citizen => "Người dân",
            Role.HamletHead => "Trưởng thôn, bản",
            Role.HamletAssociationBranch => "Chi hội khuyến học thôn, bản",
            Role.ClanHead => "Trưởng dòng họ",
            Role.OrganisationRepresentative => "Đại diện cơ quan, đơn vị",
            Role.CommuneAssociationOfficer => "Cán bộ Hội Khuyến học xã",
            Role.CommuneCultureOfficer => "Công chức văn hoá – xã hội xã",
            Role.AppraisalMember => "Thành viên tổ thẩm định",
            Role.RecordsClerk => "Văn thư",
            Role.CommuneLeader => "Lãnh đạo xã (người ký)",
            Role.CommuneFinanceOfficer => "Công chức tài chính xã",
            Role.MassOrganisation => "Mặt trận, đoàn thể",
            Role.SteeringMember => "Thành viên ban chỉ đạo",
            Role.LearningCentreManager => "Quản lý trung tâm học tập cộng đồng",
            Role.CommunicationsOfficer => "Cán bộ truyền thông",
            Role.EducationOfficer => "Cán bộ giáo dục",
            Role.ProvinceAssociationOfficer => "Cán bộ Hội Khuyến học tỉnh",
            Role.ProvinceLeader => "Lãnh đạo tỉnh",
            Role.Inspector => "Người kiểm tra, thanh tra",
            Role.Administrator => "Người quản trị",
            _ => role.ToString(),
        };
}

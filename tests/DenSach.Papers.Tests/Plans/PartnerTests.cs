using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Who works along, as a cell of a table of work lists them.</summary>
public sealed class PartnerTests
{
    [Theory]
    [InlineData("Các thôn, bản", "Các thôn, bản")]
    [InlineData("Các thôn, bản, khu phố; Hội Phụ nữ, Đoàn Thanh niên", "Các thôn, bản, khu phố|Hội Phụ nữ|Đoàn Thanh niên")]
    [InlineData("Các ban, ngành, đoàn thể, các trường học", "Các ban, ngành, đoàn thể|các trường học")]
    [InlineData("Hội Khuyến học xã, các thôn, bản", "Hội Khuyến học xã|các thôn, bản")]
    [InlineData("Trưởng thôn, bản; Trạm Y tế", "Trưởng thôn, bản|Trạm Y tế")]
    [InlineData("Phòng VH-XH, Văn phòng, trường học", "Phòng VH-XH|Văn phòng|trường học")]
    [InlineData("Các thôn, ban chỉ đạo xã", "Các thôn|ban chỉ đạo xã")]
    [InlineData("Các trường, phòng Văn hóa", "Các trường|phòng Văn hóa")]
    [InlineData("Các bản, ban công tác mặt trận", "Các bản|ban công tác mặt trận")]
    [InlineData("Các phòng, ban, đơn vị; Hội Phụ nữ", "Các phòng, ban, đơn vị|Hội Phụ nữ")]
    [InlineData("Các phòng, ban", "Các phòng, ban")]
    [InlineData("Các phòng, ban liên quan, các thôn", "Các phòng, ban liên quan|các thôn")]
    [InlineData("Công an xã, ", "Công an xã")]
    [InlineData(",;", "")]
    public void A_comma_inside_one_name_parts_nothing(string cell, string names)
    {
        var plan = PlanReader.Read(
            $"""
            ỦY BAN NHÂN DÂN
            XÃ BÌNH LƯ
            KẾ HOẠCH
            Xây dựng xã hội học tập năm 2027
            I. MỤC TIÊU
            1. Phấn đấu 80% hộ gia đình đạt danh hiệu “Gia đình học tập”.
            PHỤ LỤC
            | TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |
            | 1 | Tuyên truyền trên đài | Trung tâm Dịch vụ tổng hợp | {cell} | Tháng 3/2027 |
            | 2 | Kiểm tra các nơi | Phòng Văn hóa - Xã hội | Công an xã | Tháng 9/2027 |
            """
        );
        string.Join('|', plan.Tasks[0].Coordinate).ShouldBe(names);
    }
}

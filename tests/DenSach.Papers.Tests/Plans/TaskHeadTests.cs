using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Words before the name of an agency say what is asked of it and are none of its name.</summary>
public sealed class TaskHeadTests
{
    [Theory]
    [InlineData("1. Trách nhiệm của Trạm Y tế phường\n- Phổ biến kiến thức.", "lead Trạm Y tế phường")]
    [InlineData("1. Yêu cầu Trưởng các khu phố tổ chức họp dân.", "lead Trưởng các khu phố")]
    [InlineData("1. Đối với Thư viện phường:\n- Mở cửa ngoài giờ.", "lead Thư viện phường")]
    [InlineData("1. Mời Ủy ban Mặt trận Tổ quốc phường phối hợp giám sát.", "requested Ủy ban Mặt trận Tổ quốc phường")]
    [InlineData("1. Chủ tịch Hội Khuyến học phường trực tiếp theo dõi.", "lead Chủ tịch Hội Khuyến học phường")]
    [InlineData("1. Trung tâm Giáo dục thường xuyên\n- Mở lớp.", "lead Trung tâm Giáo dục thường xuyên")]
    [InlineData("1. UBND phường giao Hội Khuyến học phường chủ trì việc đánh giá.", "lead Hội Khuyến học phường")]
    [InlineData("1. Giao Trung tâm học tập cộng đồng mở ít nhất 12 chuyên đề.", "lead Trung tâm học tập cộng đồng")]
    [InlineData("1. Kính đề nghị Thường trực Đảng ủy quan tâm lãnh đạo.", "requested Thường trực Đảng ủy")]
    [InlineData("1. Đề nghị Hội Người cao tuổi chủ động vận động hội viên.", "requested Hội Người cao tuổi")]
    public void The_head_is_the_agency(string work, string said) =>
        PlanReader
            .Read($"ỦY BAN NHÂN DÂN PHƯỜNG TÂN AN\nKẾ HOẠCH\nXây dựng xã hội học tập năm 2026\nI. TỔ CHỨC THỰC HIỆN\n{work}\nNơi nhận:\n- Lưu: VT.")
            .Tasks.Select(t => $"{t.Role} {t.Lead}")
            .ShouldBe([said]);
}

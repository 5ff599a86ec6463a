using DenSach.Modules.Tasks;

namespace DenSach.Tests.Tasks;

public sealed class AgencyNameRules
{
    [Theory]
    [InlineData("Phòng VH-XH", "Phòng Văn hóa - Xã hội")]
    [InlineData("Phòng VHXH xã", "Phòng Văn hoá và Xã hội")]
    [InlineData("UBND xã Bình Lư", "Ủy ban nhân dân xã")]
    [InlineData("UB MTTQ Việt Nam xã", "Uỷ ban Mặt trận Tổ quốc Việt Nam xã Bình Lư")]
    [InlineData("Hội LHPN xã", "Hội Liên hiệp Phụ nữ")]
    [InlineData("TTHTCĐ xã", "Trung tâm học tập cộng đồng")]
    [InlineData("Đoàn TNCS Hồ Chí Minh xã", "Đoàn Thanh niên Cộng sản Hồ Chí Minh")]
    [InlineData("Đoàn Thanh niên", "Đoàn thanh niên Cộng sản Hồ Chí Minh xã Bình Lư")]
    [InlineData("Phòng GD&ĐT", "Phòng Giáo dục và Đào tạo")]
    public void Two_spellings_of_one_agency_of_a_commune_are_one(string one, string other) => AgencyNames.KeyOf(one, "xã Bình Lư").ShouldBe(AgencyNames.KeyOf(other, "xã Bình Lư"));

    [Theory]
    [InlineData("Phòng Văn hóa - Xã hội", "Phòng Kinh tế")]
    [InlineData("Hội Khuyến học xã", "Hội Khuyến học tỉnh")]
    [InlineData("Hội Khuyến học xã Bình Lư", "Hội Khuyến học xã Tả Lèng")]
    [InlineData("Các trường học", "Trường Tiểu học Bình Lư")]
    public void Different_agencies_stay_apart(string one, string other) => AgencyNames.KeyOf(one, "xã Bình Lư").ShouldNotBe(AgencyNames.KeyOf(other, "xã Bình Lư"));

    [Fact]
    public void In_a_plan_of_the_province_the_name_of_a_place_says_which_agency_it_is() => AgencyNames.KeyOf("UBND xã Bình Lư").ShouldNotBe(AgencyNames.KeyOf("UBND xã Tả Lèng"));
}

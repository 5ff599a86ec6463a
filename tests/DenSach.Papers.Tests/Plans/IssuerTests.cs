using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Who issued and who signed, where it is no People's Committee or the two columns of the closing were written one after the other.</summary>
public sealed class IssuerTests
{
    private static ExtractedPlan Read(string head, string number, string closing) =>
        PlanReader.Read(
            $"""
            {head}
            Số: {number}
            Sơn Hà, ngày 12 tháng 02 năm 2026
            KẾ HOẠCH
            Công tác khuyến học, xây dựng xã hội học tập giai đoạn 2026-2030
            Thực hiện Kế hoạch số 88/KH-UBND ngày 10/01/2026 của UBND tỉnh Sơn Hà, xây dựng kế hoạch như sau:
            I. MỤC TIÊU
            - Đến năm 2030: 85% gia đình đạt danh hiệu “Gia đình học tập”.
            II. TỔ CHỨC THỰC HIỆN
            1. Hội Khuyến học các xã: hướng dẫn đăng ký.
            {closing}
            """
        );

    private const string Signed = "Nơi nhận:\n- Lưu VT.\nCHỦ TỊCH\nLò Văn Pâng";

    [Theory]
    [InlineData("HỘI KHUYẾN HỌC VIỆT NAM\nHỘI KHUYẾN HỌC TỈNH SƠN HÀ", "15/KH-HKH", "Hội Khuyến học tỉnh Sơn Hà", PlanLevel.Province)]
    [InlineData(
        "HỘI KHUYẾN HỌC TỈNH LAM GIANG     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHỘI KHUYẾN HỌC XÃ SƠN HÀ     Độc lập - Tự do - Hạnh phúc",
        "/KH-HKH",
        "Hội Khuyến học xã Sơn Hà",
        PlanLevel.Commune
    )]
    [InlineData(
        "HỘI KHUYẾN HỌC VIỆT NAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n  HỘI KHUYẾN HỌC TỈNH     Độc lập - Tự do - Hạnh phúc\n      SƠN HÀ          ____________\n   ________",
        "15/KH-HKH",
        "Hội Khuyến học tỉnh Sơn Hà",
        PlanLevel.Province
    )]
    [InlineData("ỦY BAN NHÂN DÂN XÃ\nSƠN HÀ", "15/KH-UBND", "Ủy ban nhân dân xã Sơn Hà", PlanLevel.Commune)]
    [InlineData("UBND TỈNH SƠN HÀ\nSỞ GIÁO DỤC VÀ ĐÀO TẠO", "15/KH-SGDĐT", "Sở Giáo dục và Đào tạo tỉnh Sơn Hà", PlanLevel.Province)]
    [InlineData("ỦY BAN NHÂN DÂN XÃ SƠN HÀ\nBAN CHỈ ĐẠO XÂY DỰNG XÃ HỘI HỌC TẬP", "15/KH-BCĐ", "Ban Chỉ đạo xây dựng xã hội học tập xã Sơn Hà", PlanLevel.Commune)]
    [InlineData("ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ", "15/KH-UBND", "Ủy ban nhân dân tỉnh Sơn Hà", PlanLevel.Province)]
    public void The_head_names_the_body_that_issues(string head, string number, string issuer, PlanLevel level)
    {
        var plan = Read(head, number, Signed);
        plan.Issuer.ShouldBe(issuer);
        plan.Level.ShouldBe(level);
        plan.Warnings.ShouldNotContain(w => w.Code == "issuer");
    }

    [Fact]
    public void A_number_of_another_body_is_doubted()
    {
        var plan = Read("ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ", "15/KH-XYZ", Signed);
        plan.Warnings.Where(w => w.Code == "issuer").ShouldHaveSingleItem().Message.ShouldContain("15/KH-XYZ");
    }

    [Theory]
    [InlineData("TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n(Đã ký)\nLò Văn Pâng", "TM. BAN THƯỜNG VỤ")]
    [InlineData("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Pâng\nNơi nhận:\n- UBND tỉnh;\n- Lưu VT.", "TM. ỦY BAN NHÂN DÂN")]
    public void Lines_of_a_signature_are_no_tasks(string closing, string authority)
    {
        var plan = Read("ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ", "15/KH-UBND", closing);
        plan.Tasks.Select(t => t.What).ShouldBe(["hướng dẫn đăng ký."]);
        plan.Signer.ShouldBe(new PlanSigner("Lò Văn Pâng", "CHỦ TỊCH", authority));
    }
}

using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>The plan of a ward with the goals and the tasks of a test, read.</summary>
internal static class WardPlan
{
    public static ExtractedPlan Read(string goals, string goalHeading = "2. Mục tiêu cụ thể đến năm 2030", string rest = "") =>
        PlanReader.Read(
            $"""
            ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            PHƯỜNG TÂN AN          Độc lập - Tự do - Hạnh phúc
            Số: 15/KH-UBND         Tân An, ngày 05 tháng 01 năm 2026

            KẾ HOẠCH
            Xây dựng xã hội học tập giai đoạn 2026-2030 trên địa bàn phường Tân An

            Căn cứ Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ;
            Ủy ban nhân dân phường Tân An ban hành Kế hoạch như sau:
            I. MỤC TIÊU
            {goalHeading}
            {goals}
            II. TỔ CHỨC THỰC HIỆN
            {rest}
            Nơi nhận:
            - Lưu: VT.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Trần Văn Bình
            """
        );

    public static (int?, decimal, PlanSubject, string?)[] Keys(ExtractedPlan plan) => [.. plan.Targets.Select(t => (t.Year, t.Value, t.Subject, t.Title))];
}

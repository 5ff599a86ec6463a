using DenSach.Scoring;

namespace DenSach.Modules.Criteria;

/// <summary>What people call the kinds of a set; Vietnamese, keys of the resource file.</summary>
public static class SetWords
{
    public static string Of(SetStatus status) =>
        status switch
        {
            SetStatus.OfficialComplete => "Bộ chính thức, đầy đủ",
            SetStatus.Sample => "BẢN MẪU – không có giá trị pháp lý",
            _ => "Bản nháp chưa đủ, chưa dùng được",
        };

    public static string Of(LineRole role) =>
        role switch
        {
            LineRole.Scored => "tính điểm",
            LineRole.Required => "bắt buộc đạt",
            LineRole.KnockOut => "có là bị loại",
            LineRole.Bonus => "điểm thưởng",
            _ => "có là bị trừ",
        };
}

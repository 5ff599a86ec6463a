namespace DenSach.Modules.Decisions;

/// <summary>What people call the steps of a decision; Vietnamese, keys of the resource file.</summary>
public static class DecisionWords
{
    public static string Of(string action) =>
        action switch
        {
            "decision.draft" => "Lập dự thảo",
            "decision.submit" => "Trình ký",
            "decision.send_back" => "Trả lại dự thảo",
            "decision.withdraw" => "Bỏ dự thảo",
            "decision.sign" => "Ký quyết định",
            "decision.issue" => "Cấp số, ban hành",
            "decision.correct_number" => "Sửa số, ngày ghi nhầm",
            "decision.drop_family" => "Đưa một hộ ra khỏi danh sách",
            _ => action,
        };
}

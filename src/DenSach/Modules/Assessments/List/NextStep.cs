namespace DenSach.Modules.Assessments.List;

/// <summary>What a family waits for, in a few words; Vietnamese, the key of its translation.</summary>
public static class NextStep
{
    public static string Of(AssessmentStatus status) =>
        status switch
        {
            AssessmentStatus.None => "Chờ đăng ký",
            AssessmentStatus.Registered => "Chờ tự đánh giá",
            AssessmentStatus.SelfAssessed => "Chờ họp bình xét",
            AssessmentStatus.Proposed => "Chờ thẩm định",
            AssessmentStatus.Returned => "Chờ bổ sung phiếu",
            AssessmentStatus.Met => "Chờ niêm yết",
            AssessmentStatus.Posted => "Chờ quyết định",
            _ => "Đã xong",
        };
}

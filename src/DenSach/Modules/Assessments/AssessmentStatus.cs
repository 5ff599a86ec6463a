namespace DenSach.Modules.Assessments;

/// <summary>Where an assessment stands. The moves between them are data: content/workflow.</summary>
public enum AssessmentStatus
{
    /// <summary>Not there yet.</summary>
    None,

    /// <summary>Đã đăng ký.</summary>
    Registered,

    /// <summary>Đã tự đánh giá.</summary>
    SelfAssessed,

    /// <summary>The hamlet proposes it: đề nghị công nhận.</summary>
    Proposed,

    /// <summary>The hamlet does not: không đề nghị.</summary>
    NotProposed,

    /// <summary>Sent back by the appraisal with a reason: trả lại để bổ sung.</summary>
    Returned,

    /// <summary>Appraised: đạt.</summary>
    Met,

    /// <summary>Appraised, or an objection upheld: không đạt.</summary>
    NotMet,

    /// <summary>Đang niêm yết.</summary>
    Posted,

    /// <summary>Recognised by a decision in force: đã công nhận.</summary>
    Recognised,
}

public static class StatusNames
{
    public static string InWords(this AssessmentStatus status) =>
        status switch
        {
            AssessmentStatus.None => "Chưa đăng ký",
            AssessmentStatus.Registered => "Đã đăng ký",
            AssessmentStatus.SelfAssessed => "Đã tự đánh giá",
            AssessmentStatus.Proposed => "Được đề nghị",
            AssessmentStatus.NotProposed => "Không được đề nghị",
            AssessmentStatus.Returned => "Trả lại để bổ sung",
            AssessmentStatus.Met => "Thẩm định: đạt",
            AssessmentStatus.NotMet => "Không đạt",
            AssessmentStatus.Posted => "Đang niêm yết",
            _ => "Đã công nhận",
        };
}

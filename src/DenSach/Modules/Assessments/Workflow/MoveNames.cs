namespace DenSach.Modules.Assessments.Workflow;

/// <summary>What people call a move; Vietnamese, the key of its translation.</summary>
public static class MoveNames
{
    public static string Of(string action) =>
        action switch
        {
            Moves.Register => "Đăng ký",
            Moves.SubmitSelf => "Nộp phiếu tự đánh giá",
            Moves.Propose => "Họp bình xét: đề nghị",
            Moves.NotPropose => "Họp bình xét: không đề nghị",
            Moves.Return => "Thẩm định: trả lại để bổ sung",
            Moves.Pass => "Thẩm định: đạt",
            Moves.Fail => "Thẩm định: không đạt",
            Moves.Reopen => "Mở lại kết luận",
            Moves.Post => "Niêm yết công khai",
            Moves.Uphold => "Chấp nhận ý kiến phản ánh",
            Moves.UpholdForFamily => "Chấp nhận ý kiến: xét lại",
            Moves.Dismiss => "Trả lời ý kiến: giữ nguyên kết quả",
            Moves.Sign => "Ký quyết định",
            Moves.Recognise => "Công nhận",
            _ => action,
        };
}

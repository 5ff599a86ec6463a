using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Assessments.Workflow;

/// <summary>Who did what in this case before.</summary>
public readonly record struct PastStep(string Action, Guid AccountId);

/// <summary>Everything a move is judged by.</summary>
public sealed record Case
{
    public required AssessmentStatus Status { get; init; }
    public required DateOnly Today { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>The role in which the gate let the actor in; null for none.</summary>
    public required Role? Role { get; init; }

    /// <summary>Whether the case is the actor's own household.</summary>
    public bool OwnHousehold { get; init; }
    public RoundWindow? Window { get; init; }
    public IReadOnlyCollection<PastStep> Past { get; init; } = [];
    public IReadOnlySet<Condition> Holds { get; init; } = new HashSet<Condition>();
    public string? Reason { get; init; }
    public string? LateReason { get; init; }
    public string? ExceptionReason { get; init; }
}

/// <summary>The one pure function over the workflow table: may this be done, and if not, why not, in a sentence.</summary>
public static class Judgement
{
    public static Result<Transition> Judge(WorkflowTable table, string action, Case the)
    {
        if (!table.Knows(action))
        {
            return Problem.Refused("unknown_action", $"Quy trình “{table.Title}” không có việc “{action}”.");
        }
        if (table.Find(action, the.Status) is not { } move)
        {
            return Problem.Refused("wrong_status", $"Hộ này đang ở bước “{the.Status.InWords()}” nên chưa làm được việc này.");
        }
        if (the.Role is not { } role || !move.By.Contains(role))
        {
            return Problem.Forbidden();
        }
        if (IsOwn(move, the) && (move.Own == OwnHousehold.Refused || string.IsNullOrWhiteSpace(the.ExceptionReason)))
        {
            var exception = move.Own == OwnHousehold.ByException ? " Nếu thật không còn ai, ghi rõ lý do ngoại lệ; cấp trên sẽ thấy." : "";
            return Problem.Refused(OwnCode, $"Đây là hộ của chính bạn: người khác phải làm việc này (phân tách trách nhiệm).{exception}");
        }
        if (Did(move, the) is { } did && string.IsNullOrWhiteSpace(the.ExceptionReason))
        {
            return Problem.Refused(
                "same_person",
                $"Bạn đã {InWords(did)} cho hộ này nên người khác phải làm bước này. Nếu thật không còn ai, ghi rõ lý do ngoại lệ; cấp trên sẽ thấy."
            );
        }
        if (the.Window is { } window && Closed(window, the) is { } closed)
        {
            return closed;
        }
        foreach (var condition in move.Conditions)
        {
            if (!the.Holds.Contains(condition))
            {
                return Problem.Refused($"condition_{condition}", Unmet(condition));
            }
        }
        if (move.NeedsReason && string.IsNullOrWhiteSpace(the.Reason))
        {
            return Problem.Invalid("reason", "Cần ghi lý do.", "Reason");
        }
        return move;
    }

    /// <summary>The code of the refusal because it is the actor's own household: lists leave such a family out and tell so.</summary>
    public const string OwnCode = "own_household";

    /// <summary>Whether the move, once it may be made, is made only because an exception was written.</summary>
    public static bool IsException(Transition move, Case the) => IsOwn(move, the) || Did(move, the) is not null;

    private static bool IsOwn(Transition move, Case the) => the.OwnHousehold && the.Role != Role.Citizen && move.Own != OwnHousehold.Allowed;

    private static string? Did(Transition move, Case the) => move.NotBy.FirstOrDefault(before => the.Past.Any(step => step.Action == before && step.AccountId == the.AccountId));

    private static Problem? Closed(RoundWindow window, Case the)
    {
        if (the.Today < window.From)
        {
            return Problem.Refused("too_early", $"{ProposedWindows.NameOf(window.Step)} bắt đầu từ ngày {window.From:dd/MM/yyyy}.");
        }
        return the.Today > window.LastDay && string.IsNullOrWhiteSpace(the.LateReason)
            ? Problem.Invalid("late_reason", $"{ProposedWindows.NameOf(window.Step)} đã hết hạn ngày {window.LastDay:dd/MM/yyyy}. Muốn ghi muộn thì phải nêu lý do.", "LateReason")
            : null;
    }

    private static string Unmet(Condition condition) =>
        condition switch
        {
            Condition.SheetComplete => "Phiếu chưa đủ: còn chỉ tiêu chưa trả lời hoặc số liệu chưa có.",
            Condition.ScoreMet => "Phiếu chưa đạt danh hiệu nên không thể kết luận là đạt.",
            Condition.PostingEnded => "Chưa hết thời gian niêm yết công khai.",
            Condition.NoOpenObjection => "Còn ý kiến phản ánh chưa được trả lời.",
            Condition.NeverPosted => "Hộ đã được niêm yết nên không mở lại kết luận được nữa: ghi ý kiến phản ánh để xét lại.",
            _ =>
                "Bộ tiêu chí là bản mẫu, không có giá trị pháp lý: ngoài dữ liệu dùng thử không thể ra quyết định. Hãy nhờ quản trị ban hành bộ chính thức (trang Bộ tiêu chí), bỏ dự thảo, đóng đợt này rồi mở đợt mới.",
        };

    private static string InWords(string action) =>
        action switch
        {
            Moves.SubmitSelf => "nhập phiếu tự đánh giá",
            Moves.Propose or Moves.NotPropose => "kết luận họp bình xét",
            Moves.Pass or Moves.Fail or Moves.Return => "thẩm định",
            Moves.Raise => "ghi ý kiến",
            _ => "làm một bước khác",
        };
}

/// <summary>Names of the moves, as the workflow files write them.</summary>
public static class Moves
{
    public const string Register = "register";
    public const string SubmitSelf = "submit_self";
    public const string Propose = "propose";
    public const string NotPropose = "not_propose";
    public const string Pass = "pass";
    public const string Fail = "fail";
    public const string Return = "return";
    public const string Reopen = "reopen";
    public const string Post = "post";

    /// <summary>Leaves no step, so that who objects is not told to the family; it is named where an objection is answered.</summary>
    public const string Raise = "raise_objection";
    public const string Uphold = "uphold_objection";
    public const string UpholdForFamily = "uphold_for_family";
    public const string Dismiss = "dismiss_objection";
    public const string Sign = "sign";
    public const string Recognise = "recognise";
}

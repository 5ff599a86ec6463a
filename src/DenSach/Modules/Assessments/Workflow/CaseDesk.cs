using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Assessments.Workflow;

/// <summary>What an actor says besides the move itself.</summary>
public readonly record struct Reasons(string? Reason = null, string? LateReason = null, string? ExceptionReason = null)
{
    /// <summary>What the actor did in the matter that left no step in the case: took down the objection that is answered.</summary>
    public string? DidBesides { get; init; }
}

/// <summary>The one way an assessment moves: asks the gate, judges by the table, then writes step, status and audit.</summary>
public sealed class CaseDesk(Gate gate, WorkflowShelf shelf)
{
    public static Place PlaceOf(CaseFile file) => new(file.Household.AreaId, HouseholdId: file.Household.Id);

    public WorkflowTable TableOf(CaseFile file) => shelf.For(file.Round.Title, Clock.DayOf(file.Round.OpenedAt));

    /// <summary>Whether the actor lives in the household, or holds its slip.</summary>
    public bool IsOwn(Guid householdId) => gate.Actor.Owns(householdId);

    /// <summary>The role in which the actor would make the move. In the own family's name first: an officer who lives there acts as one of it.</summary>
    public Grant? GrantFor(CaseFile file, string action)
    {
        var table = TableOf(file);
        var by = table.Find(action, file.Assessment.Status)?.By ?? [.. table.Transitions.Where(t => t.Action == action).SelectMany(t => t.By)];
        var (permission, place) = (AssessmentPermissions.Of(action), PlaceOf(file));
        return (by.Contains(Role.Citizen) && IsOwn(file.Household.Id) ? gate.GrantFor(permission, place, [Role.Citizen]) : null) ?? gate.GrantFor(permission, place, by);
    }

    /// <summary>
    /// When the move is in time for this case: the window of the round, and after a return at least the days that the table gives, for a family that was sent
    /// back is not late. Null where the move has no window or is not to be made now.
    /// </summary>
    public RoundWindow? WindowOf(CaseFile file, string action)
    {
        if (TableOf(file).Find(action, file.Assessment.Status) is not { Window: { } step } move || file.Round.WindowOf(step) is not { } window)
        {
            return null;
        }
        if (move.DaysAfterReturn is not { } days || file.Steps.LastOrDefault(s => s.Action == Moves.Return) is not { } sentBack)
        {
            return window;
        }
        var last = Clock.DayOf(sentBack.At).AddDays(days);
        return last <= window.LastDay
            ? window
            : new RoundWindow
            {
                RegisterId = window.RegisterId,
                RoundId = window.RoundId,
                Step = step,
                From = window.From,
                LastDay = last,
            };
    }

    /// <summary>Whether the move may be made, without making it: pages ask before they show a button.</summary>
    public Result<Transition> May(CaseFile file, string action, DateOnly today, Reasons reasons, params IEnumerable<Condition> holds)
    {
        if (!gate.Allows(AssessmentPermissions.Read, PlaceOf(file)))
        {
            // What one may not see answers like what is not there, so that no id can be guessed.
            return Problem.NotFound();
        }
        if (file.Round.IsClosed)
        {
            return Problem.Refused("round_closed", "Đợt đánh giá này đã đóng: phiếu chỉ còn để xem. Hãy làm ở đợt mở thay.");
        }
        return Judgement.Judge(TableOf(file), action, CaseOf(file, action, today, reasons, holds));
    }

    public Result<Transition> Move(Work work, CaseFile file, string action, Reasons reasons, params IEnumerable<Condition> holds)
    {
        var judged = May(file, action, work.Today, reasons, holds);
        if (!judged.Ok)
        {
            return judged;
        }
        var move = judged.Value;
        var the = CaseOf(file, action, work.Today, reasons, holds);
        var assessment = file.Assessment;
        work.Db.Add(
            new AssessmentStep
            {
                RegisterId = assessment.RegisterId,
                Id = RowId.New(assessment.RegisterId),
                AssessmentId = assessment.Id,
                Action = action,
                Before = assessment.Status,
                After = move.After(assessment.Status),
                At = work.Now,
                AccountId = work.Actor.AccountId,
                AccountName = work.Actor.Name,
                Role = the.Role,
                Reason = Clean(reasons.Reason),
                LateReason = the.Window is { } window && work.Today > window.LastDay ? Clean(reasons.LateReason) : null,
                // Only where one was needed: the level above reads these, and what was typed without need is no exception.
                ExceptionReason = Judgement.IsException(move, the) ? Clean(reasons.ExceptionReason) : null,
            }
        );
        assessment.MoveTo(move.After(assessment.Status));
        work.Role ??= the.Role;
        return move;
    }

    private Case CaseOf(CaseFile file, string action, DateOnly today, Reasons reasons, IEnumerable<Condition> holds) =>
        new()
        {
            Status = file.Assessment.Status,
            Today = today,
            AccountId = gate.Actor.AccountId,
            Role = TableOf(file).Knows(action) ? GrantFor(file, action)?.Role : null,
            OwnHousehold = IsOwn(file.Household.Id),
            Window = WindowOf(file, action),
            Past =
            [
                .. file.Steps.Select(s => new PastStep(s.Action, s.AccountId)),
                .. reasons.DidBesides is { } besides ? [new PastStep(besides, gate.Actor.AccountId)] : Array.Empty<PastStep>(),
            ],
            Holds = holds.ToHashSet(),
            Reason = reasons.Reason,
            LateReason = reasons.LateReason,
            ExceptionReason = reasons.ExceptionReason,
        };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using DenSach.Modules.Assessments.Sheets;
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

    /// <summary>Whether the move may be made, without making it: pages ask before they show a button.</summary>
    public Result<Transition> May(CaseFile file, string action, DateOnly today, Reasons reasons, params IEnumerable<Condition> holds)
    {
        if (!gate.Allows(AssessmentPermissions.Read, PlaceOf(file)))
        {
            // What one may not see answers like what is not there, so that no id can be guessed.
            return Problem.NotFound();
        }
        var table = TableOf(file);
        var move = table.Find(action, file.Assessment.Status);
        var grant = move is not null ? gate.GrantFor(AssessmentPermissions.Of(action), PlaceOf(file), move.By) : null;
        return Judgement.Judge(
            table,
            action,
            new Case
            {
                Status = file.Assessment.Status,
                Today = today,
                AccountId = gate.Actor.AccountId,
                Role = grant?.Role,
                OwnHousehold = gate.Actor.HouseholdId == file.Household.Id,
                Window = move?.Window is { } step ? file.Round.WindowOf(step) : null,
                Past =
                [
                    .. file.Steps.Select(s => new PastStep(s.Action, s.AccountId)),
                    .. reasons.DidBesides is { } besides ? [new PastStep(besides, gate.Actor.AccountId)] : Array.Empty<PastStep>(),
                ],
                Holds = holds.ToHashSet(),
                Reason = reasons.Reason,
                LateReason = reasons.LateReason,
                ExceptionReason = reasons.ExceptionReason,
            }
        );
    }

    public Result<Transition> Move(Work work, CaseFile file, string action, Reasons reasons, params IEnumerable<Condition> holds)
    {
        var judged = May(file, action, work.Today, reasons, holds);
        if (!judged.Ok)
        {
            return judged;
        }
        var move = judged.Value;
        var role = gate.GrantFor(AssessmentPermissions.Of(action), PlaceOf(file), move.By)?.Role;
        var assessment = file.Assessment;
        var late = move.Window is { } step && file.Round.WindowOf(step) is { } window && work.Today > window.LastDay;
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
                Role = role,
                Reason = Clean(reasons.Reason),
                LateReason = late ? Clean(reasons.LateReason) : null,
                ExceptionReason = Clean(reasons.ExceptionReason),
            }
        );
        assessment.MoveTo(move.After(assessment.Status));
        work.Role ??= role;
        return move;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

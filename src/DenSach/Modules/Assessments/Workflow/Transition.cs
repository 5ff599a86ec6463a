using DenSach.Modules.Rounds;
using DenSach.Platform.Access;

namespace DenSach.Modules.Assessments.Workflow;

/// <summary>What must hold besides status, role and window. A closed list; the words for a refusal stand in <see cref="Judgement"/>.</summary>
public enum Condition
{
    /// <summary>Every line that decides is answered.</summary>
    SheetComplete,

    /// <summary>The column reaches the title.</summary>
    ScoreMet,

    /// <summary>The last day of the posting is over.</summary>
    PostingEnded,

    /// <summary>No objection waits for its answer.</summary>
    NoOpenObjection,

    /// <summary>The criteria set may be relied on, or this is a demo.</summary>
    SetHasForce,

    /// <summary>The family never hung on a posted list.</summary>
    NeverPosted,
}

/// <summary>What a row says when the case is the actor's own household and he acts in an office.</summary>
public enum OwnHousehold
{
    /// <summary>Somebody else does it.</summary>
    Refused,

    /// <summary>Somebody else does it; where there is nobody else, with a reason that the level above sees.</summary>
    ByException,

    /// <summary>It judges nothing: writing the number of a decision that others made and signed.</summary>
    Allowed,
}

/// <summary>One row of the workflow table.</summary>
/// <param name="Action">Stable name of the move.</param>
/// <param name="From">Statuses it starts from.</param>
/// <param name="To">Status it leads to; null where the case stays as it stands.</param>
/// <param name="By">Roles that may do it.</param>
/// <param name="Window">The window of the round it belongs to; null where none applies.</param>
/// <param name="DaysAfterReturn">How many days a case that was sent back has for this move at least, whenever the window ended; null where being sent back gives none.</param>
/// <param name="Conditions">What must hold besides.</param>
/// <param name="NotBy">Actions whose doer in this case may not do this one (separation of duties).</param>
/// <param name="Own">Whether it may be done for one's own household.</param>
/// <param name="NeedsReason">Whether a reason must be given.</param>
/// <param name="Clause">Where it is written, or that it is our default.</param>
public sealed record Transition(
    string Action,
    IReadOnlyList<AssessmentStatus> From,
    AssessmentStatus? To,
    IReadOnlyList<Role> By,
    RoundStep? Window,
    int? DaysAfterReturn,
    IReadOnlyList<Condition> Conditions,
    IReadOnlyList<string> NotBy,
    OwnHousehold Own,
    bool NeedsReason,
    string Clause
)
{
    public AssessmentStatus After(AssessmentStatus before) => To ?? before;
}

/// <summary>The workflow of one title from a day on: a table, and where it comes from.</summary>
/// <param name="Title">The title it is for.</param>
/// <param name="ValidFrom">First day on which a round opened then follows it.</param>
/// <param name="Source">The plan or rule, in one line.</param>
/// <param name="PostingDays">How long results are posted; the number is a default where no text gives one.</param>
/// <param name="Transitions">The rows.</param>
public sealed record WorkflowTable(string Title, DateOnly ValidFrom, string Source, int PostingDays, IReadOnlyList<Transition> Transitions)
{
    /// <summary>The row of a move for a case that stands there; a move may have several, each from its own statuses.</summary>
    public Transition? Find(string action, AssessmentStatus status) => Transitions.FirstOrDefault(t => t.Action == action && t.From.Contains(status));

    public bool Knows(string action) => Transitions.Any(t => t.Action == action);
}

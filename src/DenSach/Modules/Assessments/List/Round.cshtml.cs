using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Posted;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Criteria;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using DenSach.Scoring;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.List;

/// <param name="Url">The families behind the number, for who may see them.</param>
public sealed record CountCell(int Count, string? Url);

/// <summary>One round: where each hamlet stands, what comes next and who does it, what was out of the ordinary.</summary>
[Needs(RoundPermissions.Read)]
public sealed class RoundPage(RoundsInReach reach, RoundOverview overview, WorkflowShelf workflows, CriteriaShelf shelf, PostingBook book, NobodyRegistered nobody, AreaTree tree)
    : AppPage
{
    public Round Round { get; private set; } = null!;
    public CriteriaSet Set { get; private set; } = null!;
    public Area Commune { get; private set; } = null!;
    public IReadOnlyList<HamletCounts> Hamlets { get; private set; } = [];
    public IReadOnlyList<OddStep> Odd { get; private set; } = [];

    /// <summary>The step that runs or comes next.</summary>
    public RoundWindow Current { get; private set; } = null!;

    /// <summary>Who may do that step, by the workflow table.</summary>
    public IReadOnlyList<Role> Doers { get; private set; } = [];

    public bool MayRead(int hamlet) => Gate.Allows(AssessmentPermissions.Read, hamlet);

    public bool MayRegister(int hamlet) => Gate.Allows(AssessmentPermissions.Register, hamlet);

    public bool MayReview(int hamlet) => Gate.Allows(AssessmentPermissions.Review, hamlet);

    /// <summary>A number of families that opens the list behind it.</summary>
    public CountCell Cell(HamletCounts line, string filter, params AssessmentStatus[] statuses)
    {
        var count = line.Of(statuses);
        return new CountCell(count, count > 0 && MayRead(line.Hamlet.Id) ? $"/dot/{Round.Id}/ban/{line.Hamlet.Id}?loc={filter}" : null);
    }

    /// <summary>Nothing there is left out on a phone, where each hamlet is a card.</summary>
    public static string Shade(HamletCounts line, params AssessmentStatus[] statuses) => line.Of(statuses) == 0 ? "r zero" : "r";

    public bool MayAppraise => Gate.Allows(AssessmentPermissions.Appraise, Round.AreaId);

    /// <summary>The page on which lists are hung out and answered; whoever may only read them finds each one here.</summary>
    public bool SeesPostings => Gate.Allows(AssessmentPermissions.Post, Round.AreaId);

    public IReadOnlyList<PostingRow> Posted { get; private set; } = [];

    /// <summary>Hamlets that registered nobody while there is time, for who reminds them.</summary>
    public IReadOnlyList<Area> Unregistered => SeesPostings && nobody.LeftOf(Round) is not null ? NobodyRegistered.Of(Hamlets) : [];

    public string Reminder => nobody.Message(Round, Commune.FullName, Unregistered);

    public int Waiting(AssessmentStatus status) => Hamlets.Sum(h => h.Of(status));

    public string NameOf(int area) => tree[area].FullName;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var found = await reach.FindAsync(id, cancellation);
        if (found.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Round = found.Value;
        Set = shelf.Get(Round.SetId, Round.SetHash).Set;
        Commune = tree[Round.AreaId];
        var hamlets = reach.HamletsOf(Round, RoundPermissions.Read);
        Hamlets = await overview.CountAsync(Round, hamlets, cancellation);
        Odd = await overview.OddStepsAsync(Round, hamlets, cancellation);
        Posted = await book.ReadableAsync(Round, cancellation);
        Current = Round.WindowOf(Round.StepOn(Today))!;
        var table = workflows.For(Round.Title, Clock.DayOf(Round.OpenedAt));
        Doers = [.. table.Transitions.Where(t => t.Window == Current.Step || (t.Window is null && StepOf(t.Action) == Current.Step)).SelectMany(t => t.By).Distinct()];
        return Page();
    }

    /// <summary>Moves without a window of their own belong to the step they are part of.</summary>
    private static RoundStep? StepOf(string action) =>
        action switch
        {
            Moves.Post or Moves.Uphold or Moves.UpholdForFamily or Moves.Dismiss => RoundStep.Posting,
            Moves.Sign or Moves.Recognise => RoundStep.Decision,
            _ => null,
        };
}

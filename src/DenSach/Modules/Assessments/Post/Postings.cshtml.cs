using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Posted;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.Post;

/// <summary>The postings of a round: hang out a new list, see how long the others hang, answer what people say.</summary>
[Needs(AssessmentPermissions.Post)]
public sealed class PostingsPage(PostingBook book, OpenPosting open, AreaTree tree) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public DateOnly LastDay { get; set; }

    [BindProperty]
    public string? PostedAt { get; set; }

    [BindProperty]
    public string? LateReason { get; set; }

    [BindProperty]
    public string? ExceptionReason { get; set; }

    /// <summary>The actor's own families among those to post.</summary>
    public IReadOnlyList<string> Own { get; private set; } = [];

    public RoundWindow? Window => Round.WindowOf(RoundStep.Posting);
    public bool IsLate => Today > Window?.LastDay;
    public bool IsEarly => Today < Window?.From;

    public Round Round { get; private set; } = null!;
    public IReadOnlyList<PostingRow> Postings { get; private set; } = [];
    public IReadOnlyList<ObjectionRow> Objections { get; private set; } = [];

    /// <summary>Not proposed, or not passed: what they say about it is taken down from here too.</summary>
    public IReadOnlyList<PostedFamily> Refused { get; private set; } = [];
    public int NotYetPosted { get; private set; }
    public bool MayAnswer { get; private set; }
    public IReadOnlyList<Crumb> Crumbs => RoundCrumbs.To(Round, tree, Today);

    public IEnumerable<ObjectionRow> Unanswered => Objections.Where(o => o.Objection.Outcome == ObjectionOutcome.Open);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return Refuse(Problem.NotFound());
        }
        LastDay = book.ProposedLastDay(Round);
        PostedAt = $"Nhà văn hóa các thôn, bản và trụ sở UBND {tree[Round.AreaId].FullName}";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return Refuse(Problem.NotFound());
        }
        if (!ModelState.IsValid)
        {
            return Refuse(Problem.Invalid("last_day", "Hãy chọn ngày cuối niêm yết.", nameof(LastDay)));
        }
        var command = new OpenPosting.Command
        {
            CommandId = CommandId,
            RoundId = Id,
            LastDay = LastDay,
            PostedAt = PostedAt ?? "",
            LateReason = LateReason,
            ExceptionReason = ExceptionReason,
        };
        var result = await open.Handle(command, cancellation);
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        var leftOut = result.Value.OwnLeftOut is { Count: > 0 } own ? $" Để lại {own.Count} hộ của chính bạn: {string.Join(", ", Own)}; cán bộ khác niêm yết." : "";
        Done = $"Đã niêm yết {result.Value.Families:N0} hộ đến hết ngày {LastDay:dd/MM/yyyy}.{leftOut}";
        return Redirect($"/dot/{Id}/niem-yet/{result.Value.PostingId}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await book.RoundAsync(Id, cancellation) is not { } round || !Gate.Allows(AssessmentPermissions.Post, round.AreaId))
        {
            return false;
        }
        Round = round;
        Postings = await book.PostingsAsync(round, cancellation);
        Objections = await book.ObjectionsAsync(round, cancellation);
        Refused = await book.RefusedAsync(round, cancellation);
        NotYetPosted = await book.NotYetPostedAsync(round, cancellation);
        Own = await book.OwnNotYetPostedAsync(round, cancellation);
        MayAnswer = Gate.Allows(AssessmentPermissions.AnswerObjection, round.AreaId);
        return true;
    }
}

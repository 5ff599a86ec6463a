using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Modules.Tasks.Follow;
using DenSach.Modules.Tasks.Report;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Tasks.View;

/// <summary>One task: what the plan says, whose it is, by when, how it goes.</summary>
[Needs(PlansModule.Read)]
[TakesFile]
public sealed class TaskPage(
    TaskSheets sheets,
    TasksInReach reach,
    FollowTask follow,
    ReportProgress report,
    FileStore store,
    AreaTree tree,
    IStringLocalizer<TasksModule> text,
    IStringLocalizer<UiText> ui
) : AppPage
{
    /// <summary>Name of the file field.</summary>
    public const string Field = "Tep";

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public Role? OwnerRole { get; set; }

    [BindProperty]
    public Guid? OrganisationId { get; set; }

    [BindProperty]
    public string? Product { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public bool Yearly { get; set; }

    [BindProperty]
    public bool NoDay { get; set; }

    [BindProperty]
    public bool Asks { get; set; }

    [BindProperty]
    public bool InStead { get; set; }

    [BindProperty]
    public TaskState State { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>How many notes were shown.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>A file that went with words which were not taken: it need not be sent again.</summary>
    [BindProperty]
    public string? KeptFile { get; set; }

    /// <summary>The key of one who holds the task with others and in whose stead it is told.</summary>
    [BindProperty(SupportsGet = true, Name = "noi")]
    public string? Holder { get; set; }

    public TaskSheet Sheet { get; private set; } = null!;
    public TaskCase Case => Sheet.Case;

    /// <summary>It waits for a word of the actor, who follows it, that the whole is done.</summary>
    public bool IsToldDone => Sheet.MayFollow && reach.IsToldDone(Case, Sheet.Parts);

    /// <summary>The plan gives it to many, and a person gave it to one of them: told to who may give it.</summary>
    public bool IsOneOfMany => Case.Followed?.OrganisationId is not null && Sheet.MayFollow && reach.IsShared(Case with { Followed = null });

    /// <summary>Whoever follows it, and does not hold it, may note in the stead of whom it was given to.</summary>
    public bool MayNoteInStead =>
        Sheet is { ToldPart: null } and ({ Parts: null } or { Parts.AreKnown: false })
        && !Case.IsOwn
        && reach.MayFollow(Case.Plan)
        && Case.Followed is { OrganisationId: not null } or { OwnerRole: not null };

    /// <summary>Who holds it may ask whoever follows it, until the whole is over.</summary>
    public bool MayAsk => Case is { IsOwn: true, WholeIsOpen: true } && !reach.MayAnswer(Case);

    /// <summary>What is asked waits for a word of the actor.</summary>
    public bool MayAnswer => Sheet.MayFollow && reach.MayAnswer(Case);

    /// <summary>Of what comes again: the time that would be told done now.</summary>
    public DateOnly? DoneFor => Case is { ComesAgain: true, IsOpen: true } ? Case.Due : null;

    /// <summary>How far it is, or the part that the form tells of: what a word that changes nothing says again.</summary>
    public TaskState Stands => Sheet.ToldPart?.State ?? Case.State;

    /// <summary>Why nothing more is told of it: its plan was replaced or withdrawn.</summary>
    public string? Over => Sheet.Closes ? null : reach.Over(Case.Plan)?.Sentence;

    /// <summary>Where an account for whom it was given to is made, for who may.</summary>
    public string? AccountUrl =>
        !Sheet.IsUnreached || !Gate.Allows(AccountsModule.Manage, AccountArea) ? null
        : Case.Followed?.OrganisationId is { } seat ? $"/tai-khoan/moi?donVi={seat}"
        : $"/tai-khoan/moi?diaBan={AccountArea}";

    private int AccountArea => tree.HeirsOf(Case.Plan.AreaId, Today) is [var heir, ..] ? heir.Id : Case.Plan.AreaId;

    public IReadOnlyList<Role> Roles => TaskOwners.RolesOf(Level);
    private AreaKind Level => tree[Case.Plan.AreaId].Kind;

    /// <summary>The organisation that holds it, where one is named.</summary>
    public string? OwnerName => Sheet.NameOf(Case.Followed?.OrganisationId);

    /// <summary>The organisation, else the role in the language of the page; and the language where it is another.</summary>
    public (string? Words, string? Language) Owner => OwnerName is { } name ? (name, "vi") : (NameOf(HolderRole), null);

    /// <summary>The role that holds it, said or guessed from the words.</summary>
    public Role? HolderRole => reach.RoleOf(Case);

    public async Task<IActionResult> OnGetAsync(Guid plan, int place, CancellationToken cancellation)
    {
        if (await OpenAsync(plan, place, cancellation) is { } refused)
        {
            return refused;
        }
        Holder = Sheet.Holder;
        ShowGiven();
        ShowState();
        return Page();
    }

    public async Task<IActionResult> OnPostFollowAsync(Guid plan, int place, CancellationToken cancellation)
    {
        if (await OpenAsync(plan, place, cancellation) is { } refused)
        {
            return refused;
        }
        ShowState();
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var result = await follow.Handle(
            new FollowTask.Command
            {
                CommandId = CommandId,
                PlanId = plan,
                Place = place,
                BasedOn = BasedOn,
                OwnerRole = OwnerRole,
                OrganisationId = OrganisationId,
                Product = Product,
                DueOn = DueOn,
                // Ticked beforehand where the sentence says so: without a day of his own it stands at the sentence's.
                Yearly = Yearly && !(DueOn is null && Case.Sentence is { EveryYear: true }),
                NoDay = NoDay,
            },
            cancellation
        );
        return result.Problem == Problem.Stale
            ? await OpenAsync(plan, place, cancellation) ?? RefuseStale(Meanwhile.Stands(Given()).With(Meanwhile.Said(NewNotes())))
            : Answer(result.Problem, text["Đã ghi việc giao."]);
    }

    public async Task<IActionResult> OnPostReportAsync(Guid plan, int place, CancellationToken cancellation)
    {
        if (await OpenAsync(plan, place, cancellation) is { } refused)
        {
            return refused;
        }
        ShowGiven();
        if (!reach.MayReport(Case))
        {
            return Refuse(Problem.NotFound("Đây không phải việc của tài khoản này."));
        }
        var taken = await store.TakeAsync(HttpContext, Field, Case.Plan.RegisterId, cancellation);
        if (taken.Problem is { } notTaken)
        {
            return Refuse(notTaken);
        }
        var result = await report.Handle(
            new ReportProgress.Command
            {
                CommandId = CommandId,
                PlanId = plan,
                Place = place,
                BasedOn = BasedOn,
                State = State,
                Text = Text ?? "",
                Asks = Asks && Case.IsOwn,
                InStead = InStead && MayNoteInStead,
                Holder = Holder,
                FileSha256 = taken.Value.FirstOrDefault()?.Sha256 ?? KeptFile,
            },
            cancellation
        );
        KeptFile = taken.Value.FirstOrDefault()?.Sha256 ?? KeptFile;
        if (result.Problem == Problem.Stale)
        {
            return await OpenAsync(plan, place, cancellation) ?? RefuseStale(Meanwhile.Said(NewNotes()).With(Meanwhile.Stands(Stood())));
        }
        return Answer(result.Problem, result.Problem is null ? NotedWords.Of(Noted(), text) : "");
    }

    /// <summary>The word that was sent, beside how the task stood before it.</summary>
    private NotedWord Noted()
    {
        var inSteadOf =
            Sheet.ToldPart is { } part && Sheet.OwnParts.Count == 0 ? part.Sharer.Name
            : InStead && MayNoteInStead ? Owner.Words
            : null;
        var follows = reach.MayAnswer(Case);
        return new NotedWord(
            Text?.Trim() ?? "",
            State,
            Stands,
            IsPart: Sheet.OwnParts.Count > 0,
            Follows: follows && !Case.IsOwn,
            Asks: Asks && MayAsk && (Sheet.OwnParts.Count > 0 || State is TaskState.NotStarted or TaskState.Doing),
            Answers: follows && Sheet.Questions.Count > 0,
            inSteadOf,
            State == TaskState.Done ? DoneFor : null
        );
    }

    /// <summary>What was told since the form was opened.</summary>
    private IEnumerable<Meanwhile.Word> NewNotes() =>
        Sheet.Notes.Take(Math.Max(0, Sheet.Notes.Count - Seen)).Select(n => new Meanwhile.Word(text[TaskWords.Of(n.State)], n.Text, n.ByName, n.At));

    private IEnumerable<Meanwhile.Field> Stood() => [new(text["Đang ở bước nào"], text[TaskWords.Of(Stands)], text[TaskWords.Of(State)])];

    private IEnumerable<Meanwhile.Field> Given() =>
        [
            new(text["Giao cho vai"], NameOf(Case.Followed?.OwnerRole), NameOf(OwnerRole)),
            new(text["hoặc giao cho một đơn vị"], Sheet.NameOf(Case.Followed?.OrganisationId), Sheet.NameOf(OrganisationId)),
            new(text["Kết quả phải có"], Case.Followed?.Product, Product),
            new(text["Ngày cuối còn kịp"], Case.Followed?.DueOn?.Shown(), DueOn?.Shown()),
            new(text["Năm nào cũng làm"], Case.Followed?.Yearly == true ? "✓" : null, Yearly ? "✓" : null),
            new(text["Không tính hạn"], Case.Followed?.NoDay == true ? "✓" : null, NoDay ? "✓" : null),
        ];

    private string? NameOf(Role? role) => role is { } known ? ui[RoleWords.Of(known)].Value : null;

    /// <summary>The form that was not sent shows what is kept: sent next, it must wipe out nothing.</summary>
    private void ShowGiven() =>
        (OwnerRole, OrganisationId, Product, DueOn, Yearly, NoDay) = (
            Case.Followed?.OwnerRole,
            Case.Followed?.OrganisationId,
            Case.Followed?.Product,
            Case.Followed?.DueOn,
            Case.Followed is { DueOn: not null } given ? given.Yearly : Case.Sentence is { EveryYear: true },
            Case.Followed?.NoDay ?? false
        );

    /// <summary>Who holds it and tells for the first time is at work; a word of who only follows it leaves it where it stands.</summary>
    private void ShowState()
    {
        var begins = Sheet.ToldPart is not null || Case.IsOwn || Sheet.IsUnreached;
        State =
            Sheet.Closes ? TaskState.Done
            : Sheet.ToldPart is { State: not TaskState.NotStarted } part ? part.State
            : begins && Stands == TaskState.NotStarted ? TaskState.Doing
            : Stands;
        InStead = Sheet.IsUnreached;
    }

    /// <param name="problem">Why nothing was written.</param>
    /// <param name="done">What was written, in the language of the page.</param>
    private IActionResult Answer(Problem? problem, string done)
    {
        if (problem is not null)
        {
            return Refuse(problem);
        }
        Done = done;
        return Redirect(Case.Url);
    }

    private async Task<IActionResult?> OpenAsync(Guid plan, int place, CancellationToken cancellation)
    {
        if (await sheets.OpenAsync(plan, place, Holder, cancellation) is not { } sheet)
        {
            return Refuse(Problem.NotFound("Không tìm thấy nhiệm vụ này, hoặc tài khoản này không được xem."));
        }
        Sheet = sheet;
        return null;
    }
}

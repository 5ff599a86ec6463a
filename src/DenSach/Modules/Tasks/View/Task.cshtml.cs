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
    AppDb db,
    TasksInReach reach,
    TaskSharers sharers,
    TaskHolders holders,
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

    private bool goesOn;
    private bool closes;

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

    public TaskCase Case { get; private set; } = null!;

    /// <summary>Where several hold it and the actor may read how it goes: how their parts stand.</summary>
    public SharedParts? Parts { get; private set; }

    /// <summary>Whose part the form tells of: the actor's own, or that of the one he chose; null where it tells of the whole.</summary>
    public SharerPart? ToldPart { get; private set; }

    /// <summary>What the form that tells how it goes is based on.</summary>
    public int ReportBase => ToldPart is { } part ? part.Version : Case.Followed?.Version ?? 0;

    /// <summary>It waits for a word of the actor, who follows it, that the whole is done.</summary>
    public bool IsToldDone => MayFollow && reach.IsToldDone(Case, Parts);
    public IReadOnlyList<TaskNote> Notes { get; private set; } = [];

    /// <summary>Tasks of earlier plans that go on as this one, with what was noted there.</summary>
    public IReadOnlyList<(TaskCase Case, IReadOnlyList<TaskNote> Notes)> Before { get; private set; } = [];

    /// <summary>The task of a later plan by which this one goes on.</summary>
    public TaskCase? Onward { get; private set; }
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    /// <summary>Those of them that see what is given to them.</summary>
    public IReadOnlyList<Guid> Held { get; private set; } = [];
    public bool MayFollow => reach.Over(Case.Plan) is null && reach.MayFollow(Case.Plan) && !goesOn;
    public bool MayReport => (reach.Over(Case.Plan) is null || closes) && reach.MayReport(Case);

    /// <summary>It was given to somebody who cannot sign in and does not see it.</summary>
    public bool IsUnreached { get; private set; }

    /// <summary>The plan gives it to many, and a person gave it to one of them: told to who may give it.</summary>
    public bool IsOneOfMany => Case.Followed?.OrganisationId is not null && MayFollow && reach.IsShared(Case with { Followed = null });

    /// <summary>Whoever follows it, and does not hold it, may note in the stead of whom it was given to.</summary>
    public bool MayNoteInStead =>
        ToldPart is null && Parts is null && !Case.IsOwn && reach.MayFollow(Case.Plan) && Case.Followed is { OrganisationId: not null } or { OwnerRole: not null };

    /// <summary>Who holds it may ask whoever follows it.</summary>
    public bool MayAsk => Case.IsOwn && !reach.MayFollow(Case.Plan);

    /// <summary>It was given to the actor, who has not said a word since.</summary>
    public bool IsUnheard { get; private set; }

    /// <summary>Where an account for whom it was given to is made, for who may.</summary>
    public string? AccountUrl =>
        !IsUnreached || !Gate.Allows(AccountsModule.Manage, AccountArea) ? null
        : Case.Followed?.OrganisationId is { } seat ? $"/tai-khoan/moi?donVi={seat}"
        : $"/tai-khoan/moi?diaBan={AccountArea}";

    private int AccountArea => tree.HeirsOf(Case.Plan.AreaId, Today) is [var heir, ..] ? heir.Id : Case.Plan.AreaId;

    /// <summary>The states that may be told: of what was left open under a plan that was replaced only that it is closed.</summary>
    public IReadOnlyList<TaskState> States =>
        closes ? [TaskState.Done, TaskState.Stopped]
        : ToldPart is not null ? [TaskState.NotStarted, TaskState.Doing, TaskState.Done]
        : Enum.GetValues<TaskState>();
    public IReadOnlyList<Role> Roles => TaskOwners.RolesOf(Level);
    private AreaKind Level => tree[Case.Plan.AreaId].Kind;

    /// <summary>The organisation that holds it, where one is named.</summary>
    public string? OwnerName => NameOf(Case.Followed?.OrganisationId);

    /// <summary>The role that holds it, said or guessed from the words.</summary>
    public Role? HolderRole => reach.RoleOf(Case);

    public async Task<IActionResult> OnGetAsync(Guid plan, int place, CancellationToken cancellation)
    {
        if (await OpenAsync(plan, place, cancellation) is { } refused)
        {
            return refused;
        }
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
                Yearly = Yearly,
                NoDay = NoDay,
            },
            cancellation
        );
        return result.Problem == Problem.Stale
            ? await OpenAsync(plan, place, cancellation) ?? RefuseStale(Meanwhile.Stands(Given()).With(Meanwhile.Said(NewNotes())))
            : Answer(result.Problem, "Đã ghi việc giao.");
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
                Asks = Asks && MayAsk,
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
        return Answer(result.Problem, "Đã ghi tiến độ.");
    }

    /// <summary>What was told since the form was opened.</summary>
    private IEnumerable<Meanwhile.Word> NewNotes() =>
        Notes.Take(Math.Max(0, Notes.Count - Seen)).Select(n => new Meanwhile.Word(text[TaskWords.Of(n.State)], n.Text, n.ByName, n.At));

    private IEnumerable<Meanwhile.Field> Stood() => [new(text["Đang ở bước nào"], text[TaskWords.Of(ToldPart?.State ?? Case.State)], text[TaskWords.Of(State)])];

    private IEnumerable<Meanwhile.Field> Given() =>
        [
            new(text["Giao cho vai"], NameOf(Case.Followed?.OwnerRole), NameOf(OwnerRole)),
            new(text["hoặc giao cho một đơn vị"], NameOf(Case.Followed?.OrganisationId), NameOf(OrganisationId)),
            new(text["Kết quả phải có"], Case.Followed?.Product, Product),
            new(text["Ngày cuối còn kịp"], Case.Followed?.DueOn?.Shown(), DueOn?.Shown()),
            new(text["Năm nào cũng làm"], Case.Followed?.Yearly == true ? "✓" : null, Yearly ? "✓" : null),
            new(text["Không tính hạn"], Case.Followed?.NoDay == true ? "✓" : null, NoDay ? "✓" : null),
        ];

    private string? NameOf(Role? role) => role is { } known ? ui[RoleWords.Of(known)].Value : null;

    private string? NameOf(Guid? organisation) => Organisations.FirstOrDefault(o => o.Id == organisation)?.Name;

    /// <summary>The form that was not sent shows what is kept: sent next, it must wipe out nothing.</summary>
    private void ShowGiven() =>
        (OwnerRole, OrganisationId, Product, DueOn, Yearly, NoDay) = (
            Case.Followed?.OwnerRole,
            Case.Followed?.OrganisationId,
            Case.Followed?.Product,
            Case.Followed?.DueOn,
            Case.Followed?.Yearly ?? false,
            Case.Followed?.NoDay ?? false
        );

    private void ShowState()
    {
        State =
            closes ? TaskState.Done
            : ToldPart is { State: not TaskState.NotStarted } part ? part.State
            : ToldPart is not null || Case.State == TaskState.NotStarted ? TaskState.Doing
            : Case.State;
        InStead = IsUnreached;
    }

    private async Task<IReadOnlyList<TaskNote>> NotesAsync(TaskCase found, CancellationToken cancellation) =>
        !reach.MayReadNotes(found)
            ? []
            : await db.Set<TaskNote>()
                .AsNoTracking()
                .Where(n => n.RegisterId == found.Plan.RegisterId && n.PlanId == found.Plan.Id && n.Place == found.Task.Place)
                .OrderByDescending(n => n.At)
                .ThenByDescending(n => n.Id)
                .ToListAsync(cancellation);

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
        if (await reach.FindAsync(plan, place, cancellation) is not { } found)
        {
            return Refuse(Problem.NotFound("Không tìm thấy nhiệm vụ này, hoặc tài khoản này không được xem."));
        }
        Case = found;
        Notes = await NotesAsync(found, cancellation);
        var before = new List<(TaskCase, IReadOnlyList<TaskNote>)>();
        foreach (var earlier in await reach.BeforeAsync(found, cancellation))
        {
            before.Add((earlier, await NotesAsync(earlier, cancellation)));
        }
        Before = before;
        var next = await reach.OnwardAsync(plan, place, cancellation);
        goesOn = next is not null;
        Onward = next is null ? null : await reach.FindAsync(next.PlanId, next.Place, cancellation);
        closes = reach.Over(found.Plan) is not null && found.State is (TaskState.NotStarted or TaskState.Doing) && await reach.MayCloseAsync(found, cancellation);
        Parts = reach.MayReadNotes(found) ? await sharers.OfAsync(found, cancellation) : null;
        ToldPart = Parts?.Parts.FirstOrDefault(p => p.Sharer.Key == (Holder ?? reach.OwnPartOf(found)?.Key));
        IsUnreached = (await holders.UnreachedAsync([found], cancellation)).Count > 0;
        IsUnheard = found.IsOwn && MayReport && (await reach.UnheardAsync([found], cancellation)).Count > 0;
        var communes = tree.HeirsOf(found.Plan.AreaId, Today).Select(a => a.Id).ToList();
        Organisations = await db.Set<Organisation>().AsNoTracking().Where(o => communes.Contains(o.AreaId)).OrderBy(o => o.Name).ToListAsync(cancellation);
        Held = MayFollow ? await holders.HeldSeatsAsync([.. Organisations.Select(o => o.Id)], cancellation) : [];
        return null;
    }
}

using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Coordination.Committees;

/// <summary>One committee as at a day: who sits on it, who sat before.</summary>
[Needs(PlansModule.Read)]
public sealed class CommitteePage(AppDb db, CoordinationInReach reach, ChangeMembers change, CorrectMember correct, AreaTree tree, IStringLocalizer<CoordinationModule> text)
    : AppPage
{
    /// <summary>What was sent corrects a member.</summary>
    private bool correcting;

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public int? Member { get; set; }

    /// <summary>What was typed to correct that member.</summary>
    [BindProperty]
    public MemberFields Corrected { get; set; } = new();

    [BindProperty]
    public bool Dissolve { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Position { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    /// <summary>The members that were shown, those whose term had ended with an x: "1 2x 3".</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public SteeringCommittee Committee { get; private set; } = null!;
    public string AreaName => tree[Committee.AreaId].FullName;
    public bool MayKeep => reach.MayKeep(Committee.AreaId) && Committee.To is null;

    /// <summary>Who sits on it, and who is appointed from a later day.</summary>
    public IReadOnlyList<CommitteeMember> Sitting => [.. Committee.Members.Where(m => !(m.To <= Today)).OrderBy(m => m.Number)];
    public IReadOnlyList<CommitteeMember> Former => [.. Committee.Members.Where(m => m.To <= Today).OrderByDescending(m => m.To)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await OpenAsync(id, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var result = await change.Handle(
            new ChangeMembers.Command
            {
                CommandId = CommandId,
                CommitteeId = id,
                BasedOn = BasedOn,
                Member = Member,
                Dissolve = Dissolve,
                Name = Name,
                Office = Office,
                Position = Position,
                Day = Day ?? Today,
            },
            cancellation
        );
        return await AnswerAsync(id, result.Problem, "Đã ghi thay đổi của ban chỉ đạo.", cancellation);
    }

    public async Task<IActionResult> OnPostCorrectAsync(Guid id, CancellationToken cancellation)
    {
        correcting = true;
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var result = await correct.Handle(
            new CorrectMember.Command
            {
                CommandId = CommandId,
                CommitteeId = id,
                BasedOn = BasedOn,
                Member = Member ?? 0,
                Name = Corrected.Name,
                Office = Corrected.Office,
                Position = Corrected.Position,
                From = Corrected.From ?? default,
                To = Corrected.To,
            },
            cancellation
        );
        var problem = result.Problem is { Field: { } field } fault ? fault with { Field = $"{nameof(Corrected)}.{field}" } : result.Problem;
        return await AnswerAsync(id, problem, "Đã sửa thành viên của ban chỉ đạo.", cancellation);
    }

    /// <summary>Of this member the form was refused.</summary>
    public bool IsCorrecting(CommitteeMember member) => correcting && Member == member.Number;

    private async Task<IActionResult> AnswerAsync(Guid id, Problem? problem, string done, CancellationToken cancellation)
    {
        if (problem == Problem.Stale)
        {
            return await OpenAsync(id, cancellation) ?? RefuseStale(Meanwhile.Said(Changed()).With(Meanwhile.Stands(Stands())));
        }
        if (problem is not null)
        {
            return Refuse(problem);
        }
        Done = done;
        return Redirect($"/ban-chi-dao/{id}");
    }

    public static string Shown(CommitteeMember member) => $"{member.Number}{(member.To is null ? "" : "x")}";

    /// <summary>Who came or went since the form was opened.</summary>
    private IEnumerable<Meanwhile.Word> Changed() =>
        Committee
            .Members.ExceptBy((Seen ?? "").Split(' '), Shown)
            .Select(m => new Meanwhile.Word(m.To is { } to ? text["Thôi từ {0}", to.Written()] : text["Vào ban từ {0}", m.From.Written()], $"{m.Name}, {m.Position}"));

    /// <summary>Of the member that is corrected what stands now, beside what was typed.</summary>
    private IEnumerable<Meanwhile.Field> Stands() =>
        Committee.Members.SingleOrDefault(IsCorrecting) is { } stands
            ?
            [
                new(text["Họ tên"], stands.Name, Corrected.Name),
                new(text["Chức vụ, cơ quan"], stands.Office, Corrected.Office),
                new(text["Nhiệm vụ trong ban"], stands.Position, Corrected.Position),
                new(text["Từ ngày"], stands.From.Written(), Corrected.From?.Written()),
                new(text["Thôi từ ngày (nếu đã thôi)"], stands.To?.Written(), Corrected.To?.Written()),
            ]
            : [];

    private async Task<IActionResult?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(id);
        if (await reach.Of(db.Set<SteeringCommittee>().AsNoTracking()).SingleOrDefaultAsync(c => c.RegisterId == register && c.Id == id, cancellation) is not { } committee)
        {
            return Refuse(Problem.NotFound());
        }
        Committee = committee;
        return null;
    }
}

using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Difficulties.Raise;

[Needs(DifficultiesModule.Raise)]
public sealed class RaisePage(RaiseDifficulty raise, DifficultiesInReach reach, PlansInReach plans, AreaTree tree, AppDb db) : AppPage
{
    /// <param name="Above">Who will answer.</param>
    public sealed record Voice(string Key, string Name, string? Above);

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public string? VoiceKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "ke-hoach")]
    public Guid? PlanId { get; set; }

    [BindProperty(SupportsGet = true, Name = "muc")]
    public string? Item { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<Voice> Voices { get; private set; } = [];

    /// <summary>The targets, deadlines and tasks of the plan.</summary>
    public IReadOnlyList<(string Id, string Words)> Items { get; private set; } = [];

    /// <summary>The plans in force to choose from: of the places spoken for and of the levels above them.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Plans { get; private set; } = [];
    public string? PlanName { get; private set; }
    public string? ItemWords { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        var own = reach.SpeaksFor().Where(o => KeyOf(o) == VoiceKey).ToList();
        if (own.Count == 0)
        {
            return Refuse(Problem.Invalid("difficulties.voice", "Hãy chọn báo thay cho nơi nào.", nameof(VoiceKey)));
        }
        var result = await raise.Handle(
            new RaiseDifficulty.Command
            {
                CommandId = CommandId,
                AreaId = own[0].AreaId,
                OrganisationId = own[0].OrganisationId,
                PlanId = PlanId,
                Item = Item,
                Title = Title ?? "",
                Text = Text ?? "",
            },
            cancellation
        );
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = "Đã báo lên cấp trên.";
        return Redirect($"/kho-khan/{result.Value}");
    }

    private static string KeyOf((int AreaId, Guid? OrganisationId) voice) => $"{voice.AreaId}:{voice.OrganisationId}";

    private async Task FillAsync(CancellationToken cancellation)
    {
        var own = reach.SpeaksFor();
        var seats = own.Select(o => o.OrganisationId).OfType<Guid>().ToList();
        var names = await db.Set<Organisation>().AsNoTracking().Where(o => seats.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        Voices =
        [
            .. own.Select(o => new Voice(
                KeyOf(o),
                o.OrganisationId is { } id ? names.GetValueOrDefault(id, "") : tree[o.AreaId].FullName,
                reach.Above(o.AreaId, o.OrganisationId)?.FullName
            )),
        ];
        Plans = await ChoicesAsync(own, cancellation);
        if (PlanId is { } plan && await plans.FindAsync(plan, withDropped: false, cancellation) is { } found)
        {
            (PlanName, ItemWords, Items) = (PlanWords.NameOf(found), PlanItems.WordsOf(found, Item), PlanItems.Of(found));
        }
    }

    /// <summary>What is asked of the places spoken for: their plans and those above them, by the little that a name needs.</summary>
    private async Task<IReadOnlyList<(Guid Id, string Name)>> ChoicesAsync(IReadOnlyList<(int AreaId, Guid? OrganisationId)> own, CancellationToken cancellation)
    {
        var areas = own.SelectMany(o => tree.PathTo(o.AreaId, Today)).Select(a => a.Id).Distinct().ToList();
        var seats = own.Select(o => o.OrganisationId).OfType<Guid>().ToList();
        var near = await plans
            .Query()
            .Where(Plan.Holding(Today))
            .Where(p => areas.Contains(p.AreaId) && (p.OrganisationId == null || seats.Contains(p.OrganisationId.Value)))
            .OrderByDescending(p => p.IssuedOn)
            .ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.AreaId,
                p.Number,
                p.IssuedOn,
                p.IssuedPartial,
                p.Issuer,
                p.OrganisationName,
            })
            .ToListAsync(cancellation);
        return
        [
            .. near.OrderByDescending(p => tree[p.AreaId].Kind)
                .Select(p => (p.Id, $"{PlanWords.NameOf(p.Number, p.IssuedOn, p.IssuedPartial, p.Issuer)} ({p.OrganisationName ?? tree[p.AreaId].FullName})")),
        ];
    }
}

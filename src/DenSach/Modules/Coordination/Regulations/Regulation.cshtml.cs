using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Coordination.Regulations;

/// <summary>A regulation: read by all, kept by officers.</summary>
[Needs(PlansModule.Read)]
public sealed class RegulationPage(CoordinationInReach reach, KeepRegulation keep, ReviewRegulation reviewing, AreaTree tree, IStringLocalizer<CoordinationModule> text) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public int AreaId { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    [BindProperty]
    public string? Parties { get; set; }

    [BindProperty]
    public string? Agreed { get; set; }

    [BindProperty]
    public DateOnly? ReviewOn { get; set; }

    /// <summary>What a review found.</summary>
    [BindProperty]
    public string? Found { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public DateOnly? Next { get; set; }

    [BindProperty]
    public bool NoNext { get; set; }

    /// <summary>How many reviews were shown.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public bool End { get; set; }

    public Regulation? Regulation { get; private set; }
    public IReadOnlyList<Area> Areas { get; private set; } = [];

    /// <summary>A review is being written, not the regulation changed.</summary>
    public bool IsReviewing { get; private set; }
    public bool MayKeep => Regulation is null ? Areas.Count > 0 : reach.MayKeep(Regulation.AreaId) && Regulation.EndedOn is null;

    public string NameOf(int areaId) => tree[areaId].FullName;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        Fill();
        (On, Next) = (Today, Regulation?.NextReview(Today));
        // A reminder leads to what it reminds of.
        IsReviewing = Regulation?.ReviewOn <= Today.AddDays(14);
        return Page();
    }

    public async Task<IActionResult> OnPostReviewAsync(string id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        Fill();
        IsReviewing = true;
        if (!ModelState.IsValid || Regulation is null)
        {
            return Regulation is null ? Refuse(Problem.NotFound()) : Page();
        }
        var result = await reviewing.Handle(
            new ReviewRegulation.Command
            {
                CommandId = CommandId,
                RegulationId = Regulation.Id,
                BasedOn = BasedOn,
                Found = Found ?? "",
                On = On,
                Next = NoNext ? null : Next,
                NoNext = NoNext,
            },
            cancellation
        );
        if (result.Problem == Problem.Stale)
        {
            return await OpenAsync(id, cancellation)
                ?? RefuseStale(
                    Meanwhile.Said(NewReviews(Regulation)).With(Meanwhile.Stands(new Meanwhile.Field(text["Rà soát lần tới"], Regulation.ReviewOn?.Shown(), Next?.Shown())))
                );
        }
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = NoNext ? "Đã ghi lần rà soát." : "Đã ghi lần rà soát và hẹn lần tới.";
        return Redirect($"/quy-che/{id}");
    }

    private void Fill()
    {
        if (Regulation is { } kept)
        {
            (AreaId, Title, Number, SignedOn, Parties, Agreed, ReviewOn) = (kept.AreaId, kept.Title, kept.Number, kept.SignedOn, kept.Parties, kept.Content, kept.ReviewOn);
        }
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var result = await keep.Handle(
            new KeepRegulation.Command
            {
                CommandId = CommandId,
                RegulationId = Regulation?.Id,
                BasedOn = BasedOn,
                AreaId = Regulation?.AreaId ?? AreaId,
                Title = Title ?? "",
                Number = Number,
                SignedOn = SignedOn,
                Parties = Parties ?? "",
                Content = Agreed,
                ReviewOn = ReviewOn,
                End = End,
            },
            cancellation
        );
        if (result.Problem == Problem.Stale)
        {
            return await OpenAsync(id, cancellation) ?? RefuseStale(Meanwhile.Said(NewReviews(Regulation!)).With(Meanwhile.Stands(Stands(Regulation!))));
        }
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = "Đã ghi quy chế phối hợp.";
        return Redirect($"/quy-che/{result.Value}");
    }

    private IEnumerable<Meanwhile.Word> NewReviews(Regulation kept) =>
        kept.Reviews.OrderBy(r => r.Number).Skip(Seen).Select(r => new Meanwhile.Word(text["Rà soát {0}", r.On.Shown()], $"{r.Found}\n{r.ByName}"));

    private IEnumerable<Meanwhile.Field> Stands(Regulation kept) =>
        [
            new(text["Tên quy chế"], kept.Title, Title),
            new(text["Số, ký hiệu"], kept.Number, Number),
            new(text["Ngày ký"], kept.SignedOn?.Shown(), SignedOn?.Shown()),
            new(text["Rà soát lần tới"], kept.ReviewOn?.Shown(), ReviewOn?.Shown()),
            new(text["Các bên (mỗi dòng một bên)"], kept.Parties, Parties),
            new(text["Nội dung chính"], kept.Content, Agreed),
        ];

    private async Task<IActionResult?> OpenAsync(string id, CancellationToken cancellation)
    {
        Areas = reach.ToKeepFor();
        if (id == "moi")
        {
            return Areas.Count == 0 ? Refuse(Problem.Forbidden()) : null;
        }
        var register = Guid.TryParse(id, out var key) ? RowId.RegisterOf(key) : null;
        Regulation = await reach.Regulations().Include(r => r.Reviews.OrderBy(x => x.Number)).SingleOrDefaultAsync(r => r.RegisterId == register && r.Id == key, cancellation);
        return Regulation is null ? Refuse(Problem.NotFound()) : null;
    }
}

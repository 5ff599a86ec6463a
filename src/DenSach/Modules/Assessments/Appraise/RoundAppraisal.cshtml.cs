using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Appraise;

/// <summary>The appraisal of a round: exceptions first, one by one; then the clean families, many with one tap.</summary>
[Needs(AssessmentPermissions.Appraise)]
public sealed class RoundAppraisalPage(AppraisalList list, Appraise appraise, AppDb db, AreaTree tree) : AppPage
{
    /// <summary>A form carries so many families at most; the rest comes with the next page.</summary>
    private const int MostTogether = 400;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Only this hamlet.</summary>
    [BindProperty(SupportsGet = true, Name = "ban")]
    public int? Hamlet { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    /// <summary>Families to pass together, each as "id:version".</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public string? LateReason { get; set; }

    public Round Round { get; private set; } = null!;
    public IReadOnlyList<AppraisalCase> Odd { get; private set; } = [];
    public IReadOnlyList<AppraisalCase> Clean { get; private set; } = [];
    public int CleanBeyond { get; private set; }
    public IReadOnlyList<Area> Hamlets { get; private set; } = [];
    public IReadOnlyDictionary<AssessmentStatus, int> Counts { get; private set; } = new Dictionary<AssessmentStatus, int>();
    public IReadOnlyList<Crumb> Crumbs { get; private set; } = [];
    public bool LateReasonNeeded => Clean.Any(c => c.NeedsLateReason);
    public bool WasPosted { get; private set; }

    public string HamletOf(AppraisalCase waiting) => tree[waiting.File.Household.AreaId].FullName;

    public string ValueOf(AppraisalCase waiting) => string.Create(CultureInfo.InvariantCulture, $"{waiting.File.Assessment.Id}:{waiting.File.Assessment.Version}");

    public bool IsChosen(AppraisalCase waiting) => !WasPosted || Chosen.Contains(ValueOf(waiting));

    public string UrlOf(AppraisalCase waiting) => $"/danh-gia/{waiting.File.Assessment.Id}/tham-dinh{(Hamlet is { } ban ? $"?ban={ban}" : "")}";

    public int Count(AssessmentStatus status) => Counts.GetValueOrDefault(status);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : Refuse(Problem.NotFound());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        WasPosted = true;
        var command = new Appraise.Command
        {
            CommandId = CommandId,
            RoundId = Id,
            Verdict = AppraisalVerdict.Pass,
            Lines = [.. Chosen.Select(Read).OfType<Appraise.Line>()],
            LateReason = LateReason,
        };
        var result = await appraise.Handle(command, cancellation);
        if (result.Problem is { } problem)
        {
            return await LoadAsync(cancellation) ? Refuse(problem) : Refuse(Problem.NotFound());
        }
        Done = $"Đã duyệt cùng lúc {result.Value.Count:N0} hộ.";
        return Redirect($"/dot/{Id}/tham-dinh{(Hamlet is { } ban ? $"?ban={ban}" : "")}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await list.RoundAsync(Id, cancellation) is not { } round)
        {
            return false;
        }
        Round = round;
        var waiting = await list.WaitingAsync(round, cancellation);
        Hamlets = [.. waiting.Select(w => w.File.Household.AreaId).Distinct().Select(id => tree[id])];
        var shown = waiting.Where(w => Hamlet is null || w.File.Household.AreaId == Hamlet).ToList();
        Odd = [.. shown.Where(w => !w.IsClean)];
        Clean = [.. shown.Where(w => w.IsClean).Take(MostTogether)];
        CleanBeyond = shown.Count(w => w.IsClean) - Clean.Count;
        Counts = await db.Set<Assessment>()
            .Where(a => a.RoundId == round.Id)
            .GroupBy(a => a.Status)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        Crumbs = RoundCrumbs.To(round, tree, Today);
        return true;
    }

    private static Appraise.Line? Read(string value) =>
        value.Split(':') is [var id, var version] && Guid.TryParse(id, out var assessment) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var based)
            ? new Appraise.Line(assessment, based)
            : null;
}

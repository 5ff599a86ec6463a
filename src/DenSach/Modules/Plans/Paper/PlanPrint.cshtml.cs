using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Papers;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.Paper;

/// <summary>The plan as a paper, and as a Word file.</summary>
[Needs(PlansModule.Read)]
public sealed class PlanPrintPage(PlansInReach reach, PlanPaper papers) : AppPage
{
    public Papers.Documents.Paper Paper { get; private set; } = null!;
    public Guid Id { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => WithPaperAsync(id, Page, cancellation);

    public Task<IActionResult> OnGetWordAsync(Guid id, CancellationToken cancellation) => WithPaperAsync(id, () => this.Word(Paper), cancellation);

    private async Task<IActionResult> WithPaperAsync(Guid id, Func<IActionResult> answer, CancellationToken cancellation)
    {
        if (await reach.FindAsync(id, withDropped: false, cancellation) is not { } plan)
        {
            return Refuse(Problem.NotFound("Không tìm thấy kế hoạch này, hoặc tài khoản này không được xem."));
        }
        Id = id;
        Paper = await papers.OfAsync(plan, cancellation);
        return answer();
    }
}

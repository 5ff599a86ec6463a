using DenSach.Papers.Documents;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Papers;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.Print;

/// <summary>The decision as it is printed, and as a Word file.</summary>
[Needs(DecisionPermissions.Read)]
public sealed class DecisionPrintPage(DecisionBook book, DecisionPaper papers) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Paper Paper { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => WithPaperAsync(Page, cancellation);

    public Task<IActionResult> OnGetWordAsync(CancellationToken cancellation) => WithPaperAsync(() => this.Word(Paper), cancellation);

    private async Task<IActionResult> WithPaperAsync(Func<IActionResult> answer, CancellationToken cancellation)
    {
        if (await book.FindAsync(Id, cancellation) is not { } open)
        {
            return Refuse(Problem.NotFound());
        }
        Paper = papers.Of(open);
        return answer();
    }
}

using DenSach.Modules.Assessments.Posted;
using DenSach.Papers.Documents;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Papers;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.Post;

/// <summary>The posted list as a paper, and as a Word file.</summary>
[Needs(AssessmentPermissions.Object)]
public sealed class PostedPrintPage(PostingBook book, PostingPaper papers) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Posting { get; set; }

    public Paper Paper { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => WithPaperAsync(Page, cancellation);

    public Task<IActionResult> OnGetWordAsync(CancellationToken cancellation) => WithPaperAsync(() => this.Word(Paper), cancellation);

    private async Task<IActionResult> WithPaperAsync(Func<IActionResult> answer, CancellationToken cancellation)
    {
        if (await book.RoundAsync(Id, cancellation) is not { } round || await book.FindAsync(round, Posting, cancellation) is not { } row)
        {
            return Refuse(Problem.NotFound());
        }
        var families = await book.FamiliesAsync(row.Posting, cancellation);
        if (families.Count == 0)
        {
            return Refuse(Problem.NotFound());
        }
        Paper = papers.Of(round, row.Posting, families);
        return answer();
    }
}

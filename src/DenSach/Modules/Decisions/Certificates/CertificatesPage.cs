using DenSach.Papers.Documents;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.Certificates;

/// <summary>What the pages of certificates share: those of a decision in force, all of them or the one of a family.</summary>
public abstract class CertificatesPage(DecisionBook book, CertificatePaper papers, PublicAddress address) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The assessment of one family; all families without it.</summary>
    [BindProperty(SupportsGet = true, Name = "ho")]
    public Guid? Family { get; set; }

    public Decision Decision { get; private set; } = null!;

    /// <summary>Empty while the decision has no number and date.</summary>
    protected async Task<Result<IReadOnlyList<Paper>>> PapersAsync(CancellationToken cancellation)
    {
        if (await book.FindAsync(Id, cancellation) is not { Decision.Status: DecisionStatus.InForce } open)
        {
            return Problem.NotFound("Chưa có giấy công nhận: quyết định chưa có số và ngày, hoặc tài khoản này không được xem.");
        }
        Decision = open.Decision;
        var recognitions = await book.RecognitionsAsync(open.Decision, cancellation);
        // What is printed leads to the address the office has set, not to one written into the request.
        var checkPage = $"{address.Of(Request)}/kiem-tra";
        var wanted = open.Lines.Where(l => (Family is null || l.AssessmentId == Family) && recognitions.ContainsKey(l.AssessmentId)).OrderBy(l => l.Place);
        List<Paper> found = [.. wanted.Select(l => papers.Of(open.Decision, l, recognitions[l.AssessmentId], checkPage))];
        return found.Count == 0 ? Problem.NotFound() : found;
    }
}

using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Papers;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.Print;

/// <summary>The decision as a PDF; where the server cannot make one, the page says how the browser can.</summary>
[Needs(DecisionPermissions.Read)]
public sealed class PdfPage(DecisionBook book, DecisionPaper papers, PdfPrinter printer) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await book.FindAsync(Id, cancellation) is not { } open)
        {
            return Refuse(Problem.NotFound());
        }
        var printed = await printer.PrintAsync(papers.Of(open), cancellation);
        if (printed.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Response.Headers.CacheControl = "private, no-store";
        var name = open.Decision.Number?.Replace('/', '-') ?? $"du-thao-{open.Decision.Year}";
        return File(printed.Value, "application/pdf", $"quyet-dinh-{name}.pdf");
    }
}

using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Platform.Papers;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.Certificates;

/// <summary>The certificates of a decision as one PDF; where the server cannot make one, the page says how the browser can.</summary>
[Needs(DecisionPermissions.Read)]
public sealed class CertificatesPdfPage(DecisionBook book, CertificatePaper papers, PublicAddress address, PdfPrinter printer) : CertificatesPage(book, papers, address)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var found = await PapersAsync(cancellation);
        if (found.Problem is { } problem)
        {
            return Refuse(problem);
        }
        var printed = await printer.PrintAsync(found.Value, cancellation);
        if (printed.Problem is { } unprinted)
        {
            return Refuse(unprinted);
        }
        Response.Headers.CacheControl = "private, no-store";
        return File(printed.Value, "application/pdf", $"giay-cong-nhan-{Decision.Number!.Replace('/', '-')}.pdf");
    }
}

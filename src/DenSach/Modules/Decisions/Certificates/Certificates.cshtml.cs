using DenSach.Papers.Documents;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Decisions.Certificates;

/// <summary>The certificates as they are printed, each on a sheet of its own.</summary>
[Needs(DecisionPermissions.Read)]
public sealed class CertificatesPrintPage(DecisionBook book, CertificatePaper papers, PublicAddress address) : CertificatesPage(book, papers, address)
{
    public IReadOnlyList<Paper> Papers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var found = await PapersAsync(cancellation);
        if (found.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Papers = found.Value;
        return Page();
    }
}

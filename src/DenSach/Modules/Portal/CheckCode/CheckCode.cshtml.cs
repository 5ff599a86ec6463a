using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace DenSach.Modules.Portal.CheckCode;

/// <summary>Says to anybody whether the recognition of a code is in force today.</summary>
[Public]
[EnableRateLimiting(RateLimits.Public)]
public sealed class CheckCodePage(RecognitionCheck check) : AppPage
{
    public string Code { get; private set; } = "";
    public CheckedRecognition? Found { get; private set; }
    public Problem? Missing { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        Code = code;
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers.CacheControl = "no-store";
        var result = await check.FindAsync(code, cancellation);
        if (result.Problem is { } problem)
        {
            Missing = problem;
            Response.StatusCode = ProblemHttp.StatusOf(problem.Kind);
            return Page();
        }
        Found = result.Value;
        return Page();
    }
}

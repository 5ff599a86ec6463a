using DenSach.Platform.Errors;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DenSach.Platform.Files;

/// <summary>
/// On a page or endpoint that takes files. The server's own limit on bodies is lifted, because it ends the connection without a word; instead the form is read
/// part by part before anything else looks at it: fields into memory, files straight into the evidence folder, what is refused read to its end and thrown away.
/// So the page keeps what was typed and says what was wrong. The handler then calls <see cref="Uploads.TakeAsync"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TakesFileAttribute : Attribute, IRequestSizeLimitMetadata, IAsyncAuthorizationFilter, IOrderedFilter
{
    public long? MaxRequestBodySize => null;

    /// <summary>Before antiforgery (1000), which reads the form.</summary>
    public int Order => 500;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (http.Request.HasFormContentType && await Uploads.ReadFormAsync(http) is { } problem)
        {
            http.Items[nameof(Problem)] = problem;
            context.Result = new StatusCodeResult(ProblemHttp.StatusOf(problem.Kind));
        }
    }
}

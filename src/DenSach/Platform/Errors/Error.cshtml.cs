using System.Globalization;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Platform.Errors;

/// <summary>The page people see instead of the one they asked for. What they typed is not lost: it can be sent again.</summary>
[Public]
[IgnoreAntiforgeryToken]
public sealed class ErrorPage(Shell shell) : AppPage
{
    /// <summary>As it stands in the page, without the slash before it.</summary>
    internal const string Route = "loi/{status:int}";

    public int Status { get; private set; }

    /// <summary>Why a use case refused to show the page, if it said so.</summary>
    public Problem? Reason => HttpContext.Items[nameof(Problem)] as Problem;

    public string Trace => ErrorSetup.TraceOf(HttpContext);

    public bool IsSignedIn => Gate.Actor.IsSignedIn;

    public IReadOnlyList<string> Roles => shell.Roles;

    public long? LimitInMegabytes => HttpContext.Items[RequestSizes.Passed] is long most ? most >> 20 : null;

    /// <summary>Where the form was going.</summary>
    public string Address { get; private set; } = "/";

    /// <summary>What was in the form; empty where sending it again is not offered.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Kept { get; private set; } = [];

    public bool HadFiles { get; private set; }

    public Task OnGetAsync() => ShowAsync();

    public Task OnPostAsync() => ShowAsync();

    private async Task ShowAsync()
    {
        // Not bound: binding would read the form first, which may be what could not be read.
        var status = Status = int.Parse((string)Request.RouteValues["status"]!, CultureInfo.InvariantCulture);
        var asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        if (asked is null)
        {
            if (HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
            {
                Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
            }
            return;
        }
        Address = asked.OriginalPathBase + asked.OriginalPath + asked.OriginalQueryString;
        if (status is 400 or 401 && Request.HasFormContentType && IsFromOurPage)
        {
            await KeepAsync();
        }
    }

    private async Task KeepAsync()
    {
        try
        {
            var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
            var fields = form.Where(field => field.Key != "__RequestVerificationToken")
                .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))
                .ToList();
            if (!fields.Any(field => field.Key.Contains("password", StringComparison.OrdinalIgnoreCase)))
            {
                (Kept, HadFiles) = (fields, form.Files.Count > 0);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            // The form itself was what could not be read: there is nothing to keep.
        }
    }

    /// <summary>Only a form of our own is offered again: a foreign page must not get its request confirmed here.</summary>
    private bool IsFromOurPage =>
        Request.Headers["Sec-Fetch-Site"].FirstOrDefault() is { } site ? site == "same-origin" : Request.Headers.Origin.FirstOrDefault() == $"{Request.Scheme}://{Request.Host}";
}

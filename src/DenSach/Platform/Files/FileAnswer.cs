using System.Net.Http.Headers;

namespace DenSach.Platform.Files;

/// <summary>Gives a stored file to a browser so that nothing in it can run: its type is ours, it is not sniffed, it stands in a sandbox without scripts.</summary>
public static class FileAnswer
{
    /// <param name="content">Checked content; disposed when it was sent.</param>
    /// <param name="name">What the file is called when saved, without its ending; the ending follows from what the file is.</param>
    public static IResult ToHttp(this StoredContent content, string name) => new Answer(content, name);

    private sealed class Answer(StoredContent content, string name) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            var type = MediaType.Named(content.File.MediaType);
            var headers = http.Response.Headers;
            var disposition = new ContentDispositionHeaderValue(type.ShownInline ? "inline" : "attachment") { FileNameStar = $"{name}.{type.Extension}" };
            headers.ContentDisposition = disposition.ToString();
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // Evidence shows people; it is not left lying in the cache of a shared machine.
            headers.CacheControl = "private, no-store";
            return Results.Stream(content.Content, type.ContentType, enableRangeProcessing: true).ExecuteAsync(http);
        }
    }
}

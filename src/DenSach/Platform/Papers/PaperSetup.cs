using System.Security.Cryptography;
using System.Text;
using DenSach.Papers.Documents;
using DenSach.Platform.Access;

namespace DenSach.Platform.Papers;

/// <summary>Templates, the printer, and the style sheet of papers: the library writes it, we only serve it.</summary>
public static class PaperSetup
{
    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PaperHtml.Css)))[..12];

    /// <summary>Where a page finds the style sheet; another text has another address.</summary>
    public static string CssUrl => $"/giay-to.css?v={Version}";

    public static void AddPapers(this IServiceCollection services)
    {
        services.AddSingleton(new PaperShelf(Path.Combine(AppContext.BaseDirectory, "content", "papers")));
        services.AddSingleton<PdfPrinter>();
    }

    public static void MapPapers(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                "/giay-to.css",
                (HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
                    return Results.Text(PaperHtml.Css, "text/css", Encoding.UTF8);
                }
            )
            .WithMetadata(new PublicAttribute())
            .ExcludeFromDescription();
}

using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;
using QRCoder;

namespace DenSach.Modules.Portal.CheckCode;

/// <summary>The same answer for programs, and the picture of the page's address for paper.</summary>
internal static class CheckApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet("/api/check/{code}", async (string code, RecognitionCheck check, CancellationToken cancellation) => (await check.FindAsync(code, cancellation)).ToHttp())
            .WithMetadata(new PublicAttribute())
            .RequireRateLimiting(RateLimits.Public)
            .WithTags("check")
            .WithSummary("Whether the recognition of a code is in force today.")
            .Produces<CheckedRecognition>();
        endpoints
            .MapGet(
                "/kiem-tra/{code}/qr.svg",
                (string code, PublicAddress address, HttpContext context) => PublicCode.Parse(code) is { } id ? Svg(context, address, PublicCode.Of(id)) : Results.NotFound()
            )
            .WithMetadata(new PublicAttribute())
            .RequireRateLimiting(RateLimits.Public)
            .ExcludeFromDescription();
    }

    /// <summary>Draws the address of our own check page and nothing else.</summary>
    private static IResult Svg(HttpContext context, PublicAddress address, string code)
    {
        context.Response.Headers.CacheControl = "private, max-age=86400";
        using var data = QRCodeGenerator.GenerateQrCode($"{address.Of(context.Request)}/kiem-tra/{code}", QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        return Results.Text(svg.GetGraphic(6), "image/svg+xml");
    }
}

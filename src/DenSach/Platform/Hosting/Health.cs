using DenSach.Platform.Access;
using DenSach.Platform.Data;

namespace DenSach.Platform.Hosting;

/// <summary>For whoever watches the machine: alive, and the database answers.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                "/healthz",
                async (AppDb db, HttpResponse response, CancellationToken cancellation) =>
                {
                    response.Headers.CacheControl = "no-store";
                    return await db.Database.CanConnectAsync(cancellation)
                        ? Results.Json(new { status = "ok", database = "ok" })
                        : Results.Json(new { status = "failing", database = "no answer" }, statusCode: StatusCodes.Status503ServiceUnavailable);
                }
            )
            .WithMetadata(new PublicAttribute())
            .ExcludeFromDescription();
}

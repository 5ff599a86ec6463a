namespace DenSach.Platform.Hosting;

/// <summary>What a browser is told with every answer: only our own files, no inline script or style, no frame around us.</summary>
internal static class SecurityHeaders
{
    private const string ContentPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                // When the answer starts: an answer to a failure is cleared first, and must have them too.
                context.Response.OnStarting(
                    static state =>
                    {
                        var context = (HttpContext)state;
                        var headers = context.Response.Headers;
                        if (headers.ContentSecurityPolicy.Count == 0)
                        {
                            // An answer with a stricter policy of its own (a stored file) keeps it.
                            headers.ContentSecurityPolicy = ContentPolicy;
                        }
                        headers.XContentTypeOptions = "nosniff";
                        headers.XFrameOptions = "DENY";
                        headers["Referrer-Policy"] = "same-origin";
                        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()";
                        headers["Cross-Origin-Opener-Policy"] = "same-origin";
                        headers["Cross-Origin-Resource-Policy"] = "same-origin";
                        if (context.Request.IsHttps)
                        {
                            headers.StrictTransportSecurity = "max-age=31536000";
                        }
                        return Task.CompletedTask;
                    },
                    context
                );
                return next(context);
            }
        );
}

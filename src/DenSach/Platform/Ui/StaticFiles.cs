using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace DenSach.Platform.Ui;

/// <summary>Style, script and fonts: kept by the browser for good where the address carries a version, asked after otherwise.</summary>
internal static class StaticFiles
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.AddResponseCompression(options =>
        {
            // Also on https: the secrets of a page, its form tokens, are masked anew in every answer.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
        });
    }

    public static void UseClientFiles(this IApplicationBuilder app) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                OnPrepareResponse = file =>
                {
                    var request = file.Context.Request;
                    var forGood = request.Query.ContainsKey("v") || request.Path.StartsWithSegments("/fonts");
                    file.Context.Response.Headers.CacheControl = forGood ? "public, max-age=31536000, immutable" : "no-cache";
                },
            }
        );
}

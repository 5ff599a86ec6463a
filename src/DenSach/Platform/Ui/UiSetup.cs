using System.Text.Encodings.Web;
using System.Text.Unicode;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Papers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.WebEncoders;

namespace DenSach.Platform.Ui;

/// <summary>Pages, languages and the order of the request pipeline.</summary>
public static class UiSetup
{
    public static void AddUi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestSizes.Form;
        });
        services
            .AddRazorPages(options => options.RootDirectory = "/")
            .AddMvcOptions(FormMessages.Configure)
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "densach-form";
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddHttpContextAccessor();
        services.AddLanguages();
        services.AddScoped<Shell>();
        services.AddErrors();
        services.AddCompression();
        services.AddAuthentication();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddOpenApi();
        services.ConfigureHttpJsonOptions(options =>
        {
            foreach (var converter in CommandJson.Options.Converters)
            {
                options.SerializerOptions.Converters.Add(converter);
            }
        });
        services.AddPapers();
        builder.AddRateLimits();
    }

    public static void UseUi(this WebApplication app, IReadOnlyList<IModule> modules)
    {
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseErrors();
        app.UseClientFiles();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        foreach (var module in modules)
        {
            module.Use(app);
        }
        app.UseAuthorization();
        app.UseRequestSizes();
        app.MapRazorPages();
        app.MapHealth();
        app.MapPapers();
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(new PublicAttribute());
    }
}

using System.Globalization;
using DenSach.Platform.Commands;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;

namespace DenSach.Platform.Ui;

/// <summary>Pages, languages and the order of the request pipeline.</summary>
public static class UiSetup
{
    public static void AddUi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorPages(options => options.RootDirectory = "/Modules");
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.ConfigureHttpJsonOptions(options =>
        {
            foreach (var converter in CommandJson.Options.Converters)
            {
                options.SerializerOptions.Converters.Add(converter);
            }
        });
        services.Configure<RequestLocalizationOptions>(options =>
        {
            // Numbers and dates are Vietnamese in both languages; only the words change.
            options.DefaultRequestCulture = new RequestCulture("vi-VN", "vi");
            options.SupportedCultures = [new CultureInfo("vi-VN")];
            options.SupportedUICultures = [new CultureInfo("vi"), new CultureInfo("en")];
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
    }

    public static void UseUi(this WebApplication app, IReadOnlyList<IModule> modules)
    {
        app.UseRequestLocalization();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        foreach (var module in modules)
        {
            module.Use(app);
        }
        app.UseAuthorization();
        app.MapRazorPages();
    }
}

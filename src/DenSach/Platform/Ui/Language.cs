using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;

namespace DenSach.Platform.Ui;

/// <summary>The two languages of the screen. Data, papers and plan text stay Vietnamese in both.</summary>
public static class Language
{
    /// <summary>Name in the address that shows one page in a language without remembering it: <c>?ngon-ngu=en</c>.</summary>
    public const string Query = "ngon-ngu";

    /// <summary>The language of the words on the screen: "vi" or "en".</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>For the attribute <c>lang</c> of an element that holds this text: "vi" where Vietnamese stands on an English page, else null.</summary>
    public static string? Of(string? text) => Current != "vi" && IsVietnamese(text) ? "vi" : null;

    /// <summary>Whether a letter with a Vietnamese mark occurs.</summary>
    public static bool IsVietnamese(string? text) => text is not null && text.Normalize().Any(c => c is >= 'À' and <= 'ỹ' and not '×' and not '÷' && char.IsLetter(c));

    internal static void Remember(HttpResponse response, string language) =>
        response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture("vi-VN", language)),
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = response.HttpContext.Request.IsHttps,
            }
        );

    internal static void AddLanguages(this IServiceCollection services)
    {
        services.AddSingleton<ResourceManagerStringLocalizerFactory>().AddSingleton<IStringLocalizerFactory, CountingTexts>();
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            // Numbers and dates are Vietnamese in both languages; only the words change.
            options.DefaultRequestCulture = new RequestCulture("vi-VN", "vi");
            options.SupportedCultures = [new CultureInfo("vi-VN")];
            options.SupportedUICultures = [new CultureInfo("vi"), new CultureInfo("en")];
            options.RequestCultureProviders = [new QueryStringRequestCultureProvider { QueryStringKey = Query, UIQueryStringKey = Query }, new CookieRequestCultureProvider()];
        });
    }
}

using System.Globalization;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace DenSach.Platform.Ui;

/// <summary>The day a page shows, carried in the address from page to page.</summary>
public static class AsAt
{
    public const string Query = "ngay";

    public static DateOnly Of(HttpContext context) =>
        DateOnly.TryParseExact(context.Request.Query[Query], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : context.RequestServices.GetRequiredService<Clock>().Today;

    /// <summary>The address with the day, unless it is today.</summary>
    public static string Keep(string url, HttpContext context)
    {
        var day = Of(context);
        return day == context.RequestServices.GetRequiredService<Clock>().Today
            ? url
            : QueryHelpers.AddQueryString(url, Query, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}

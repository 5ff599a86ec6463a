using System.Globalization;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Areas;

/// <summary>The day in an address, as in <c>?ngay=2025-07-01</c>.</summary>
internal static class DayInQuery
{
    /// <summary>The day; the given one if there is none; or why what stands there is no day.</summary>
    public static Result<DateOnly> Read(string? text, DateOnly otherwise, string field) =>
        string.IsNullOrWhiteSpace(text) ? otherwise
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Problem.Invalid("areas.day", $"“{text}” không phải là một ngày. Hãy viết năm-tháng-ngày, như 2025-07-01.", field);

    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

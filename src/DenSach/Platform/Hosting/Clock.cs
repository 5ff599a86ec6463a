using DenSach.Platform.Data;

namespace DenSach.Platform.Hosting;

/// <summary>The time of the application: instants in UTC cut to milliseconds, days by the calendar of Viet Nam (UTC+7 all year).</summary>
public sealed class Clock(TimeProvider time)
{
    private static readonly TimeSpan VietNam = TimeSpan.FromHours(7);

    public DateTime Now => Instants.Cut(time.GetUtcNow().UtcDateTime);

    public DateOnly Today => DayOf(Now);

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + VietNam);

    /// <summary>The instant at which a day begins.</summary>
    public static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - VietNam;

    public static DateTime ToVietNam(DateTime utc) => DateTime.SpecifyKind(utc + VietNam, DateTimeKind.Unspecified);
}

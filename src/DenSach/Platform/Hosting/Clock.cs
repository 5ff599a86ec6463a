using DenSach.Platform.Data;

namespace DenSach.Platform.Hosting;

/// <summary>The time of the application: instants in UTC cut to milliseconds, days by the calendar of Viet Nam (UTC+7 all year).</summary>
public sealed class Clock(TimeProvider time)
{
    public DateTime Now => Instants.Cut(time.GetUtcNow().UtcDateTime);

    public DateOnly Today => DayOf(Now);

    public static DateOnly DayOf(DateTime utc) => Instants.DayOf(utc);

    /// <summary>The instant at which a day begins.</summary>
    public static DateTime StartOf(DateOnly day) => Instants.StartOf(day);

    public static DateTime ToVietNam(DateTime utc) => DateTime.SpecifyKind(utc + Instants.VietNam, DateTimeKind.Unspecified);
}

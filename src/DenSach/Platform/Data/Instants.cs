namespace DenSach.Platform.Data;

/// <summary>Instants are UTC and whole milliseconds, so that what is hashed, stored and read back is the same on both engines.</summary>
public static class Instants
{
    /// <summary>Ahead of UTC, all year.</summary>
    public static readonly TimeSpan VietNam = TimeSpan.FromHours(7);

    public static DateTime Cut(DateTime value) =>
        value.Kind == DateTimeKind.Local
            ? throw new ArgumentException("An instant is kept in UTC.", nameof(value))
            : new DateTime(value.Ticks - (value.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    /// <summary>The day of an instant by the calendar of Viet Nam.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + VietNam);

    /// <summary>The instant at which a day begins there.</summary>
    public static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - VietNam;
}

namespace DenSach.Platform.Data;

/// <summary>Instants are UTC and whole milliseconds, so that what is hashed, stored and read back is the same on both engines.</summary>
public static class Instants
{
    public static DateTime Cut(DateTime value) =>
        value.Kind == DateTimeKind.Local
            ? throw new ArgumentException("An instant is kept in UTC.", nameof(value))
            : new DateTime(value.Ticks - (value.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}

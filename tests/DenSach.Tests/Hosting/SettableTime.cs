namespace DenSach.Tests.Hosting;

/// <summary>A clock that a test moves.</summary>
public sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    private long ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void MoveTo(DateTimeOffset time) => Interlocked.Exchange(ref ticks, time.UtcTicks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}

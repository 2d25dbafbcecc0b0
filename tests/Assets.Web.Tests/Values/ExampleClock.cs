namespace Assets.Web.Tests.Values;

/// <summary>A clock that stands still until it is set: the example's months and histories fall where the tests expect them.</summary>
internal sealed class ExampleClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;
}

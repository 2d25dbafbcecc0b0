namespace Assets.Seed.Loading;

/// <summary>A clock that is set to the moment of each act, so that the history tells when things happened and not when the demo was loaded.</summary>
public sealed class StoryClock(TimeProvider real) : TimeProvider
{
    private DateTimeOffset now = real.GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Never later than it really is: nothing was done in the future.</summary>
    public void Set(DateTimeOffset moment)
    {
        var latest = real.GetUtcNow();
        now = moment < latest ? moment : latest;
    }
}

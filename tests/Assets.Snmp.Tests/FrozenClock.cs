namespace Assets.Snmp.Tests;

/// <summary>A calendar that stands still, so that what a simulated device says can be computed twice; time spans still pass.</summary>
internal sealed class FrozenClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}

using Assets.Data.Storage;

namespace Assets.Operations;

/// <summary>The machine's time, seen from the place that the installation is for: a server may run in UTC, and a rent begins on a day in Mora.</summary>
internal sealed class PlaceClock(TimeZoneInfo zone) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => zone;

    /// <param name="zone">As <c>Europe/Stockholm</c>; the machine's own where it is empty.</param>
    /// <exception cref="DatabaseRefusedException">The machine knows no such zone.</exception>
    public static TimeProvider Of(string? zone)
    {
        if (string.IsNullOrWhiteSpace(zone)) return System;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(zone.Trim(), out var found)) return new PlaceClock(found);
        throw new DatabaseRefusedException($"The time zone {zone} (setting Assets:TimeZone) is not known here. Write it as Europe/Stockholm; on Debian the package tzdata has them all.");
    }
}

using Assets.Data.Storage;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests;

public sealed class PlaceClockTests
{
    [Theory]
    [InlineData("Europe/Stockholm", 7, 2)]
    [InlineData("Europe/Stockholm", 12, 1)]
    [InlineData("Pacific/Auckland", 12, 13)]
    public void The_day_is_that_of_the_place_and_not_of_the_machine(string zone, int month, int hoursAhead)
    {
        var installation = With($$"""{ "Assets": { "TimeZone": "{{zone}}" } }""");

        Assert.Equal(TimeSpan.FromHours(hoursAhead), installation.Clock.LocalTimeZone.GetUtcOffset(new DateTimeOffset(2026, month, 20, 12, 0, 0, TimeSpan.Zero)));
        Assert.Equal(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(installation.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime), installation.Today);
    }

    [Fact]
    public void Without_a_setting_the_machines_own_zone_counts() =>
        Assert.Equal(TimeZoneInfo.Local, With("{}").Clock.LocalTimeZone);

    [Fact]
    public void An_unknown_zone_stops_with_what_to_write() =>
        Assert.Contains("Europe/Stockholm", Assert.Throws<DatabaseRefusedException>(() => With("""{ "Assets": { "TimeZone": "Mora" } }""")).Message, StringComparison.Ordinal);

    private static Installation With(string settings)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["appsettings.json"], settings);
        return Installation.Read(folder.Path, "tester");
    }
}

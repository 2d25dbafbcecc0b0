using Assets.Data.Storage;
using Microsoft.Extensions.Configuration;

namespace Assets.Operations;

/// <summary>What every operation needs to know of the place it runs in: the database, the key ring, the host entity, the clock and who acts.</summary>
public sealed record Installation(Database Database, string KeyRingFolder, string? HostOrganisation, TimeProvider Clock, string Actor, IConfiguration Settings)
{
    /// <summary>The day at the place: what an acceptance "until a day" is held against.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    /// <summary>The day at the place on which an instant falls.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Clock.LocalTimeZone).DateTime);

    /// <summary>Reads <c>appsettings.json</c> in <paramref name="folder"/> and the environment, which wins (<c>Assets__Database=…</c>).</summary>
    /// <exception cref="DatabaseRefusedException">The database setting or the time zone is not understood.</exception>
    public static Installation Read(string folder, string actor)
    {
        var settings = new ConfigurationBuilder()
            .SetBasePath(folder)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        var assets = settings.GetSection("Assets");
        return new Installation(
            Database.At(assets["Database"] ?? "Data Source=var/assets.db", folder),
            Path.GetFullPath(assets["KeyRing"] ?? "var/keys", folder),
            string.IsNullOrWhiteSpace(assets["HostOrganisation"]) ? null : assets["HostOrganisation"],
            PlaceClock.Of(assets["TimeZone"]),
            actor,
            settings);
    }
}

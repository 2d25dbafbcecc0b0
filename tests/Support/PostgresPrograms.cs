namespace Assets.Support;

/// <summary>Where PostgreSQL's own programs lie: Debian keeps them outside the PATH, other systems do not.</summary>
internal sealed record PostgresPrograms(string Initdb, string Postgres)
{
    public static PostgresPrograms? Find()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return debian.Concat(path)
            .Select(folder => new PostgresPrograms(Path.Combine(folder, "initdb"), Path.Combine(folder, "postgres")))
            .FirstOrDefault(programs => File.Exists(programs.Initdb) && File.Exists(programs.Postgres));
    }
}

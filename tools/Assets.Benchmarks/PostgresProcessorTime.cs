using System.Globalization;
using Assets.Data.Storage;

namespace Assets.Benchmarks;

/// <summary>
/// What a PostgreSQL server on this machine has used so far: its first process, all that it has started, and what those that have ended
/// had used, as the kernel keeps it (proc(5), stat: utime, stime, cutime, cstime, in hundredths of a second).
/// </summary>
internal sealed class PostgresProcessorTime
{
    private readonly int server;

    private PostgresProcessorTime(int server) => this.server = server;

    public TimeSpan Now => TimeSpan.FromSeconds((Stat(server)!.WithEnded + Processes().Where(p => p.Parent == server).Sum(p => p.Own)) / 100.0);

    /// <summary>None for SQLite, and where the server runs elsewhere.</summary>
    public static PostgresProcessorTime? Of(Database database)
    {
        if (database.Engine != Engine.Postgres) return null;
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select pg_backend_pid()";
        return Stat(Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture)) is { Name: "postgres" } own ? new PostgresProcessorTime(own.Parent) : null;
    }

    private static IEnumerable<Used> Processes() =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
        let used = Stat(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
        where used is not null
        select used;

    private static Used? Stat(int process)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat");
        if (!File.Exists(path)) return null;
        var text = File.ReadAllText(path);
        var end = text.LastIndexOf(')'); // the name may hold blanks and brackets itself
        var fields = text[(end + 2)..].Split(' ');
        long Field(int number) => long.Parse(fields[number - 3], CultureInfo.InvariantCulture);
        return new Used(text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..end], (int)Field(4), Field(14) + Field(15), Field(14) + Field(15) + Field(16) + Field(17));
    }

    private sealed record Used(string Name, int Parent, long Own, long WithEnded);
}

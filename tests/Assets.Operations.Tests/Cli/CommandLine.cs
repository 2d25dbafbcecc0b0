using System.Diagnostics;
using Assets.Data.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Assets.Support;

namespace Assets.Operations.Tests.Cli;

/// <summary>The real command line as a process of its own, on a database of the test's.</summary>
internal static class CommandLine
{
    internal sealed record Result(int ExitCode, string Output, string Messages);

    private static string Program { get; } = Path.Combine(
        RepositoryRoot.Path, "tools", "Assets.Cli", "bin",
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug",
        "net10.0", "Assets.Cli.dll");

    public static Task<Result> RunAsync(Database database, string folder, params string[] arguments) => EndAsync(Start(database, folder, arguments));

    /// <summary>Where the program may hold no more than so much memory of its own at a time.</summary>
    public static Task<Result> RunWithinAsync(Database database, string folder, int heapMegabytes, params string[] arguments)
    {
        var start = StartOf(database, folder, arguments);
        start.Environment["DOTNET_GCHeapHardLimit"] = $"{heapMegabytes * 1024 * 1024:X}";
        return EndAsync(Begin(start));
    }

    public static async Task<Result> EndAsync(Process started)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Result(process.ExitCode, await output, await messages);
    }

    /// <summary>Ends it by force after some time; it may have been quicker.</summary>
    public static async Task KillAfterAsync(Database database, string folder, TimeSpan patience, params string[] arguments)
    {
        using var process = Start(database, folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        using var ended = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(ended.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        await Task.WhenAll(output, messages);
    }

    /// <summary>Ends it by force soon after it has taken the writers' lock.</summary>
    /// <returns>Whether it was ended; false where it was done before.</returns>
    public static async Task<bool> KillWhileItWritesAsync(Database database, string folder, params string[] arguments)
    {
        using var process = Start(database, folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        while (!process.HasExited && !IsWritten(database)) await Task.Delay(2);
        await Task.Delay(10); // from the lock into the rows
        var ended = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        await Task.WhenAll(output, messages);
        return ended;
    }

    private static bool IsWritten(Database database)
    {
        using var connection = database.Open();
        if (connection is not SqliteConnection { Handle: { } handle })
            return connection.Number("select count(*) from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())") > 0;
        raw.sqlite3_busy_timeout(handle, 0); // a command would wait
        return raw.sqlite3_exec(handle, "begin immediate; rollback") == raw.SQLITE_BUSY;
    }

    public static Process Start(Database database, string folder, string[] arguments) => Begin(StartOf(database, folder, arguments));

    public static ProcessStartInfo StartOf(Database database, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASSETS_ROOT"] = folder;
        start.Environment["Assets__Database"] = database.ConnectionString;
        return start;
    }

    public static Process Begin(ProcessStartInfo start) => Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
}

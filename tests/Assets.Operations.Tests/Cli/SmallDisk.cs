using System.Diagnostics;
using Assets.Data.Storage;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Cli;

/// <summary>
/// The real command line with a real disk of a few kilobytes, in memory and seen by that process alone, which Linux lets anybody make
/// who may have a name space of his own. Where that is not so the test is skipped.
/// </summary>
internal static class SmallDisk
{
    private const string Script = """
        mount -t tmpfs -o size="$1" none "$2" || exit 99
        disk=$2; from=$3; back=$4; shift 4
        cp "$from"/. "$disk" -r && "$@"
        code=$?
        cp "$disk"/. "$back" -r
        exit $code
        """;

    /// <param name="room">In bytes.</param>
    /// <param name="holds">A folder, whose files are on the disk at first.</param>
    /// <param name="left">A folder, where what is on the disk afterwards is put.</param>
    /// <param name="at">The settings that name the database, and the arguments, may name files below <see cref="TemporaryFolder"/> <c>disk</c>.</param>
    public static async Task<CommandLine.Result> RunAsync(Database at, TemporaryFolder folder, long room, string holds, string left, params string[] arguments)
    {
        Directory.CreateDirectory(folder["disk"]);
        Directory.CreateDirectory(holds);
        Directory.CreateDirectory(left);
        var start = CommandLine.StartOf(at, folder.Path, arguments);
        string[] command = [start.FileName, .. start.ArgumentList];
        start.FileName = "unshare";
        start.ArgumentList.Clear();
        foreach (var argument in (string[])["--user", "--map-root-user", "--mount", "sh", "-c", Script, "sh", $"{room}", folder["disk"], holds, left, .. command]) start.ArgumentList.Add(argument);
        return await CommandLine.EndAsync(CommandLine.Begin(start));
    }

    public static void SkipWhereNobodyMayMakeOne()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/unshare"), "unshare (util-linux) is not installed: no small disk can be made");
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", folder.Path]) { RedirectStandardError = true, UseShellExecute = false };
        using var process = CommandLine.Begin(start);
        var why = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.SkipUnless(process.ExitCode == 0, $"this machine lets nobody make a small disk without privileges: {why.Trim()}");
    }
}

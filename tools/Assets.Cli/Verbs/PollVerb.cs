using System.CommandLine;
using System.Globalization;
using Assets.Data.Storage;
using Assets.Export;
using Assets.Operations;
using Assets.Operations.Imports;
using Assets.Operations.Monitoring;
using Assets.Snmp.Client;
using Assets.Snmp.Polling;

namespace Assets.Cli.Verbs;

/// <summary>
/// Polls the devices of the register, or of a file. Exit code: 0 where at least one answered or there was none to ask, 3 where rows of the file
/// were rejected, 1 where nobody answered. A device that is down is what polling is there to find, no failure of the command.
/// </summary>
internal static class PollVerb
{
    public static Command Make()
    {
        var once = new Option<bool>("--once") { Description = "Poll now and end; the regular polling is part of assets serve." };
        var targets = new Option<FileInfo?>("--targets") { Description = "Poll the targets of this file instead of the registered devices. Columns: address,port,version,community,profile.", HelpName = "T.csv" };
        var noStore = new Option<bool>("--no-store") { Description = "Store nothing; with --targets the database is not even opened." };
        var csv = new Option<FileInfo?>("--csv") { Description = "Write every reading to this file: device,time,metric,instance,value.", HelpName = "FILE" };
        var stats = new Option<bool>("--stats") { Description = "End with a line of JSON: counts, time, processor time and memory." };
        var cycles = new Option<int>("--cycles") { Description = "Poll so many times, one after the other.", DefaultValueFactory = _ => 1, HelpName = "N" };
        cycles.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var n) && n < 1) result.AddError("--cycles takes a number from 1 on.");
        });
        var command = new Command("poll", "Reads the devices of the network once.") { once, targets, noStore, csv, stats, cycles };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(once)) result.AddError("Say --once: the regular polling is part of assets serve.");
        });
        command.SetAction((parsed, cancel) => RunAsync(
            new Wish(parsed.GetValue(targets)?.FullName, parsed.GetValue(noStore), parsed.GetValue(csv)?.FullName, parsed.GetValue(stats), parsed.GetValue(cycles)), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Wish wish, CancellationToken cancel)
    {
        try
        {
            TargetFile? file = null;
            if (wish.TargetsPath is not null)
            {
                file = await TargetFile.ReadAsync(wish.TargetsPath, cancel);
                foreach (var finding in file.Findings) Console.Error.WriteLine($"line {finding.Line}: {(finding.IsRejected ? "rejected" : "warning")}: {finding.Message}");
            }
            var rejected = file?.Findings.Any(f => f.IsRejected) ?? false;
            return file is not null && wish.NoStore
                ? await PollAsync(Installation.Read(SettingsFolder.Find(), Environment.UserName), file, rejected, wish, cancel)
                : Act.On(installation => PollAsync(installation, file, rejected, wish, cancel).GetAwaiter().GetResult());
        }
        catch (Exception e) when (e is ImportRefusedException or SettingRefusedException or DatabaseRefusedException)
        {
            return Act.Refuse(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Act.Refuse($"{e.Message} Check that the folder exists, that there is room, and that this account may write there.");
        }
    }

    private static async Task<int> PollAsync(Installation installation, TargetFile? file, bool rejected, Wish wish, CancellationToken cancel)
    {
        var tally = new PollTally(Environment.CpuUsage.TotalTime);
        if (wish.CsvPath is null)
        {
            await PollAsync(installation, file, wish, null, tally, cancel);
        }
        else
        {
            FinishedFile.Write(wish.CsvPath, stream =>
            {
                var readings = new ReadingsFile(stream);
                PollAsync(installation, file, wish, readings.Take, tally, cancel).GetAwaiter().GetResult();
                readings.Flush();
                return tally;
            });
        }
        tally.Tell(Console.Error);
        if (wish.Stats) Console.Out.WriteLine(tally.Json());
        if (tally.HasNoneAnswered) return ExitCode.Failed;
        return rejected ? ExitCode.DoneWithFindings : ExitCode.Done;
    }

    private static async Task PollAsync(Installation installation, TargetFile? file, Wish wish, Action<TargetResult>? seen, PollTally tally, CancellationToken cancel)
    {
        if (file is not null && wish.NoStore)
        {
            using var client = new SnmpClient(PollSettings.Client(installation), installation.Clock);
            var poller = new Poller(client);
            for (var cycle = 0; cycle < wish.Cycles; cycle++) tally.Add(await poller.PollAsync(file.Targets, seen ?? Ignore, cancel));
            return;
        }
        using var poll = new PollDevices(installation, () => CommunityKeys.Open(installation));
        for (var cycle = 0; cycle < wish.Cycles; cycle++)
        {
            var pass = file is not null ? await poll.RunAsync(file.Targets, seen, cancel) : await poll.RunAsync(seen, store: !wish.NoStore, cancel: cancel);
            tally.Add(pass);
        }
    }

    private static void Ignore(TargetResult result)
    {
        // Counted by the poller; nobody wants the readings.
    }

    private sealed record Wish(string? TargetsPath, bool NoStore, string? CsvPath, bool Stats, int Cycles);
}

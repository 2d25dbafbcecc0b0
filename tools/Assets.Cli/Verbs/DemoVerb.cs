using System.CommandLine;
using System.Globalization;
using Assets.Cli.Demo;
using Assets.Operations;
using Assets.Seed;
using Assets.Seed.Loading;

namespace Assets.Cli.Verbs;

internal static class DemoVerb
{
    public static Command Make()
    {
        var today = new Option<DateOnly?>("--today")
        {
            Description = "The day on which the story ends, as 2026-11-22; the twelve months before its month are closed.",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
                result.AddError($"'{result.Tokens[0].Value}' is no day: write it as 2026-11-22.");
                return null;
            },
            HelpName = "DAY",
        };
        var command = new Command("demo", "Loads an invented municipality with a year behind it into an empty database.") { today };
        command.SetAction((parsed, cancel) => Task.FromResult(Act.OnSettings(installation => Run(installation, parsed.GetValue(today), cancel))));
        return command;
    }

    private static int Run(Installation installation, DateOnly? today, CancellationToken cancel)
    {
        if (today > installation.Today) return Act.Refuse("The story cannot end in the future.");
        var settings = new DemoSettings(today ?? installation.Today);
        try
        {
            var loaded = DemoLoad.Run(
                installation, settings, NetworkPast.Tell, said => Console.Error.WriteLine($"  {said}"), cancel);
            if (loaded.Refusal is { } refusal) return Act.Refuse(refusal);
            Console.Error.WriteLine(loaded.IsNew ? "The demo municipality is loaded." : "The demo municipality is there already.");
            DemoUsers.Print(installation, Console.Error);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            return Act.Refuse("Stopped. Nothing half-done was kept; run assets demo again.");
        }
    }
}

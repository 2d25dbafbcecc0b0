using System.CommandLine;
using System.Globalization;
using Assets.Core.Values;
using Assets.Operations;
using Assets.Operations.Ledger;

namespace Assets.Cli.Verbs;

internal static class CloseVerb
{
    public static Command Make()
    {
        var month = Inputs.Month();
        var accept = new Option<string?>("--accept") { Description = "Accept the open findings of severity stop, with this reason.", HelpName = "reason" };
        var json = Inputs.Json();
        var command = new Command("close", "Locks a month for good. What is back-dated afterwards becomes a correction in the month after it.") { month, accept, json };
        command.SetAction(parsed => Act.On(installation => Run(installation, parsed.GetValue(month), parsed.GetValue(accept), parsed.GetValue(json))));
        return command;
    }

    private static int Run(Installation installation, BillingMonth month, string? accept, bool json)
    {
        if (!CloseMonth.Run(installation, month, accept, new HowFar()).TryGet(out var closed, out var refusal)) return Refusals.Tell(month, refusal);
        if (json) Output.Json(closed);
        else Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{month} closed: {closed.ChargeCount} charges, total {closed.Total}, head {closed.Head}"));
        return ExitCode.Done;
    }
}

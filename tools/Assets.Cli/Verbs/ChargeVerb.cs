using System.CommandLine;
using Assets.Core.Values;
using Assets.Operations;
using Assets.Operations.Chargeback;

namespace Assets.Cli.Verbs;

internal static class ChargeVerb
{
    public static Command Make()
    {
        var month = Inputs.Month();
        var csv = new Option<FileInfo?>("--csv") { Description = "Also write every charge to this file.", HelpName = "FILE" };
        var json = Inputs.Json();
        var command = new Command("charge", "Rates a month from what is known now, and shows its findings and why it differs from the month before.") { month, csv, json };
        command.SetAction(parsed => Act.On(installation => Run(installation, parsed.GetValue(month), parsed.GetValue(csv), parsed.GetValue(json))));
        return command;
    }

    private static int Run(Installation installation, BillingMonth month, FileInfo? csv, bool json)
    {
        if (!ChargeMonth.Run(installation, month, new HowFar()).TryGet(out var charged, out var refusal)) return Refusals.Tell(month, refusal);
        if (csv is not null) ExportCharges.ToFile(installation, month, csv.FullName);
        if (json) Output.Json(charged);
        else MonthText.Write(charged, Console.Out);
        if (charged.Closed is { } closed) Console.Error.WriteLine($"{month} is closed, by {closed.ClosedBy}: these are the charges it closed with.");
        else if (!charged.Recalculated) Console.Error.WriteLine("Nothing has changed since the last run.");
        return charged.HasOpenStops ? ExitCode.DoneWithFindings : ExitCode.Done;
    }
}

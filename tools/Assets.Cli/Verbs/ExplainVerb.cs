using System.CommandLine;
using Assets.Operations;
using Assets.Operations.Chargeback;

namespace Assets.Cli.Verbs;

internal static class ExplainVerb
{
    public static Command Make()
    {
        var charge = new Argument<string>("charge") { Description = "The name of a charge, as 2026-05:C00000001:rent:01." };
        var json = Inputs.Json();
        var command = new Command("explain", "Shows every input of a charge: contract, price, days, rounding, correction.") { charge, json };
        command.SetAction(parsed => Act.On(installation => Run(installation, parsed.GetRequiredValue(charge), parsed.GetValue(json))));
        return command;
    }

    private static int Run(Installation installation, string charge, bool json)
    {
        if (!ExplainCharge.Run(installation, charge).TryGet(out var explained, out var refusal)) return Refusals.Tell(default, refusal);
        if (json) Output.Json(explained);
        else ExplainText.Write(explained, Console.Out);
        return ExitCode.Done;
    }
}

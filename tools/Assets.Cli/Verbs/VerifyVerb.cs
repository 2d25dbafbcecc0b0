using System.CommandLine;
using Assets.Core.Values;
using Assets.Operations;
using Assets.Operations.Ledger;

namespace Assets.Cli.Verbs;

internal static class VerifyVerb
{
    public static Command Make()
    {
        var head = new Option<string?>("--head") { Description = "A head kept elsewhere, such as one on a printed control sheet.", HelpName = "HASH" };
        var json = Inputs.Json();
        var command = new Command("verify", "Recomputes every closed month from its stored inputs and checks the chain of months.") { head, json };
        command.SetAction(parsed => Act.On(installation => Run(installation, parsed.GetValue(head), parsed.GetValue(json))));
        return command;
    }

    private static int Run(Installation installation, string? head, bool json)
    {
        var verified = VerifyMonths.Run(installation, head, new Told());
        if (json) Output.Json(verified);
        else Write(verified);
        return verified.Holds ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Write(MonthsVerified verified)
    {
        foreach (var (closed, faults) in verified.Months)
        {
            Console.Out.WriteLine($"{closed.Month} {(faults.Count == 0 ? "holds" : "FAULTY")} {closed.Head}");
            foreach (var fault in faults) Console.Out.WriteLine($"  {fault.Code} {fault.Detail}");
        }
        if (verified.Months.Count == 0) Console.Error.WriteLine("No month is closed yet.");
        if (verified.GivenHead is null) return;
        Console.Out.WriteLine(verified.HeadOf is { } month
            ? $"The given head is that of {month}."
            : "The given head belongs to no closed month here: this is not the chain that it was taken from, or it has been rewritten since.");
    }

    private sealed class Told : IProgress<BillingMonth>
    {
        public void Report(BillingMonth value) => Console.Error.WriteLine($"Recomputing {value} ...");
    }
}

using System.CommandLine;
using Assets.Core.Values;

namespace Assets.Cli;

/// <summary>Arguments and options that several verbs have.</summary>
internal static class Inputs
{
    public static Argument<BillingMonth> Month() => new("month")
    {
        Description = "The month, as 2026-05.",
        CustomParser = result =>
        {
            if (BillingMonth.TryParse(result.Tokens[0].Value, out var month)) return month;
            result.AddError($"'{result.Tokens[0].Value}' is no month: write year and month as 2026-05.");
            return default;
        },
    };

    public static Option<bool> Json() => new("--json") { Description = "Write the result as JSON." };
}

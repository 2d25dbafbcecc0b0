using System.CommandLine;
using System.Globalization;
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

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"'{result.Tokens[0].Value}' is no day: write year, month and day as 2026-03-31.");
            return null;
        },
    };

    public static Option<bool> Json() => new("--json") { Description = "Write the result as JSON." };
}

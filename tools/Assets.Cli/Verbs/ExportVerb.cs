using System.CommandLine;
using System.Globalization;
using Assets.Core.Values;
using Assets.Export.Workbooks;
using Assets.Operations;
using Assets.Operations.Chargeback;

namespace Assets.Cli.Verbs;

internal static class ExportVerb
{
    public static Command Make()
    {
        var month = Inputs.Month();
        var format = new Option<MonthFormats>("--format")
        {
            Description = "xlsx, csv or both as xlsx,csv; xlsx where nothing is said.",
            HelpName = "FORMATS",
            DefaultValueFactory = _ => MonthFormats.Workbook,
            CustomParser = result =>
            {
                var formats = MonthFormats.None;
                foreach (var word in result.Tokens.SelectMany(token => token.Value.Split(',')))
                {
                    if (Parse(word) is { } one) formats |= one;
                    else result.AddError(Wrong(word));
                }
                return formats;
            },
        };
        var folder = new Option<DirectoryInfo>("--out") { Description = "The folder to write the files in; it is made where it is missing.", HelpName = "DIR", Required = true };
        var language = new Option<string>("--language") { Description = "sv or en.", DefaultValueFactory = _ => "sv" };
        language.AcceptOnlyFromAmong("sv", "en");
        var json = Inputs.Json();
        var command = new Command("export", "Writes a month's files: one for all, one for each customer, and the control sheet.") { month, format, folder, language, json };
        command.SetAction(parsed => Act.On(installation => Run(
            installation,
            parsed.GetValue(month),
            parsed.GetValue(format),
            parsed.GetRequiredValue(folder).FullName,
            parsed.GetValue(language) == "en" ? Language.English : Language.Swedish,
            parsed.GetValue(json))));
        return command;
    }

    private static int Run(Installation installation, BillingMonth month, MonthFormats formats, string folder, Language language, bool json)
    {
        if (!ExportMonth.Run(installation, month, formats, folder, language).TryGet(out var exported, out var refusal)) return Refusals.Tell(month, refusal);
        if (exported.Stale) Console.Error.WriteLine($"Facts have changed since {month} was charged: the files say what was calculated then. Run assets charge {month} and export again.");
        if (json)
        {
            Output.Json(exported);
            return ExitCode.Done;
        }
        foreach (var file in exported.Files) Console.Out.WriteLine(file);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{exported.Files.Count} files, {exported.Totals.Rows} charges, total {exported.Totals.Net}"));
        return ExitCode.Done;
    }

    private static MonthFormats? Parse(string word) => word.Trim() switch
    {
        "xlsx" => MonthFormats.Workbook,
        "csv" => MonthFormats.Csv,
        _ => null,
    };

    private static string Wrong(string word) => word.Trim() is "sie" or "peppol"
        ? $"{word.Trim()} comes with a later version; this one writes xlsx and csv."
        : $"'{word}' is no format; this version writes xlsx and csv.";
}

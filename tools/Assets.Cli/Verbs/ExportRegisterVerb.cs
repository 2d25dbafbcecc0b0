using System.CommandLine;
using System.Globalization;
using Assets.Core.Inventory;
using Assets.Export.Workbooks;
using Assets.Operations;
using Assets.Operations.Inventory;

namespace Assets.Cli.Verbs;

internal static class ExportRegisterVerb
{
    public static Command Make()
    {
        var about = Inputs.Day("--as-of", "The day that the register is about.");
        about.Required = true;
        var believed = Inputs.Day("--believed", "What was known at the end of this day; of the same day where nothing is said.");
        var format = new Option<string>("--format") { Description = "xlsx or csv.", DefaultValueFactory = _ => "xlsx" };
        format.AcceptOnlyFromAmong("xlsx", "csv");
        var file = new Option<FileInfo>("--out") { Description = "The file to write; its folder is made where it is missing.", HelpName = "FILE", Required = true };
        var language = new Option<string>("--language") { Description = "sv or en.", DefaultValueFactory = _ => "sv" };
        language.AcceptOnlyFromAmong("sv", "en");
        var json = Inputs.Json();
        var command = new Command("export-register", "Writes the register as it was on a day: every asset with its book value and rent, and the sums by kind, state and customer.") { about, believed, format, file, language, json };
        command.SetAction(parsed => Act.On(installation => Run(
            installation,
            Belief.Of(parsed.GetValue(about)!.Value, parsed.GetValue(believed), installation.Clock.LocalTimeZone),
            parsed.GetValue(format) == "xlsx",
            parsed.GetRequiredValue(file).FullName,
            parsed.GetValue(language) == "en" ? Language.English : Language.Swedish,
            parsed.GetValue(json))));
        return command;
    }

    private static int Run(Installation installation, Belief belief, bool asWorkbook, string path, Language language, bool json)
    {
        var exported = ExportRegister.ToFile(installation, belief, asWorkbook, path, language);
        if (json)
        {
            Output.Json(exported);
            return ExitCode.Done;
        }
        Console.Out.WriteLine(exported.File);
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{exported.Assets} assets, bought for {exported.Price}, book value {exported.BookValue}, rent {exported.MonthlyRent} a month"));
        return ExitCode.Done;
    }
}

using System.CommandLine;
using System.Globalization;
using Assets.Operations;
using Assets.Operations.Imports;

namespace Assets.Cli.Verbs;

internal static class ImportVerb
{
    public static Command Make()
    {
        var kind = new Argument<string>("kind") { Description = $"What the file holds: {string.Join(", ", ImportFile.Kinds)}." };
        kind.AcceptOnlyFromAmong([.. ImportFile.Kinds]);
        var file = new Argument<string>("file") { Description = "A CSV or Excel file; for device-types a YAML file, or a folder or zip of them." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything and change nothing." };
        var report = new Option<string?>("--report") { Description = "Write every finding to this file, a row each.", HelpName = "FILE" };
        var culture = new Option<string?>("--culture") { Description = "How numbers are written, such as sv-SE: a decimal comma, blanks between thousands.", HelpName = "NAME" };
        var reason = new Option<string?>("--reason") { Description = "Why, for the history.", HelpName = "TEXT" };
        var json = Inputs.Json();
        var command = new Command("import", "Imports a file: every row is checked, and all good rows come in at once.") { kind, file, dryRun, report, culture, reason, json };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            new ImportRequest(parsed.GetValue(kind)!, parsed.GetValue(file)!, parsed.GetValue(dryRun), parsed.GetValue(report), false, parsed.GetValue(reason)),
            parsed.GetValue(culture), parsed.GetValue(json), cancel)));
        return command;
    }

    private static int Run(ImportRequest request, string? culture, bool json, CancellationToken cancel)
    {
        if (culture is not null)
        {
            try
            {
                request = request with { DecimalComma = CultureInfo.GetCultureInfo(culture, predefinedOnly: true).NumberFormat.NumberDecimalSeparator == "," };
            }
            catch (CultureNotFoundException)
            {
                Console.Error.WriteLine($"There is no culture {culture}. Write a name such as sv-SE or en-GB.");
                return ExitCode.WrongUsage;
            }
        }
        return Act.On(installation => Import(installation, request, json, cancel));
    }

    private static int Import(Installation installation, ImportRequest request, bool json, CancellationToken cancel)
    {
        try
        {
            var outcome = ImportFile.Run(installation, request, new Told(), cancel);
            if (json)
            {
                Output.Json(outcome);
                return Code(outcome);
            }
            foreach (var finding in outcome.First)
            {
                Console.Error.WriteLine($"line {finding.Line}, record {finding.Record}, {(finding.IsError ? "error" : "warning")} {finding.Code}{(finding.Field.Length > 0 ? $" in {finding.Field}" : "")}: {finding.Message}");
            }
            if (outcome.Findings > outcome.First.Count) Console.Error.WriteLine($"… and {outcome.Findings - outcome.First.Count} more findings; --report FILE writes them all.");
            Console.Out.WriteLine($"{outcome.Created} new, {outcome.Updated} changed, {outcome.Unchanged} unchanged, {outcome.Warnings} warnings{(request.DryRun ? "; a dry run: nothing was changed" : "")}");
            Console.Out.WriteLine($"{outcome.Read} read, {outcome.Accepted} accepted, {outcome.Rejected} rejected");
            return Code(outcome);
        }
        catch (ImportRefusedException refused)
        {
            return Act.Refuse(refused.Message);
        }
        catch (OperationCanceledException)
        {
            return Act.Refuse("Stopped; nothing was changed.");
        }
    }

    private static int Code(ImportOutcome outcome) => outcome.Rejected > 0 ? ExitCode.DoneWithFindings : ExitCode.Done;

    private sealed class Told : IProgress<ImportProgress>
    {
        private int said = -1;

        public void Report(ImportProgress value)
        {
            var tenth = (int)(value.Share * 10);
            if (value.Phase == "writing" ? said == 100 : tenth <= said) return;
            said = value.Phase == "writing" ? 100 : tenth;
            Console.Error.WriteLine(value.Phase == "writing" ? "Writing ..." : $"Read {value.Rows} rows ({value.Share:P0}) ...");
        }
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using Assets.Cli;

// Data goes to programs and files as UTF-8, whatever the machine's language says.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// Not a RootCommand, which calls itself by the name of the program's file.
var root = new Command("assets", "Owns, rents out, polls and charges for the hardware of a shared IT unit.") { new HelpOption() };
foreach (var verb in VerbList.For(args)) root.Subcommands.Add(verb);

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(args.Length == 0 ? "Say which verb; assets --help lists them." : $"See {(parsed.CommandResult.Command == root ? "" : "assets ")}{parsed.CommandResult.Command.Name} --help.");
    return ExitCode.WrongUsage;
}
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e)
{
    Console.Error.WriteLine($"This should not have happened; it is a fault of the program. Nothing half-done was kept.{Environment.NewLine}{e}");
    return ExitCode.Failed;
}

using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Assets.Cli.Verbs;

/// <summary>Writes docs/commands.md from what the verbs say of themselves, so that the page and the program cannot drift apart.</summary>
internal static class CommandsVerb
{
    private const string Head = """
        # The command line

        `tools/assets VERB …` from the repository; `assets VERB …` where an installation runs [as a service](operations.md#as-a-service). This page is
        written by `tools/assets commands`, and a test holds it to what the verbs say of themselves (`tools/assets VERB --help`).

        Settings are those of `appsettings.json` in the folder that `ASSETS_ROOT` names, or else in the nearest folder upward; each can be given in the
        environment (`Assets__Database`). Any verb makes a missing database and upgrades an older one; where one was made it says so on standard error,
        and which setting led there. What the exit codes mean stands [here](operations.md#exit-codes).

        """;

    public static Command Make()
    {
        var command = new Command("commands", "Writes the reference of the command line, which is docs/commands.md.") { Hidden = true };
        command.SetAction(_ =>
        {
            Console.Out.Write(Page(VerbList.For([])));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Page(IEnumerable<Command> verbs)
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var verb in verbs.Where(verb => !verb.Hidden))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {verb.Name}\n{verb.Description}\n\n```sh\n{Usage(verb)}\n```\n");
            if (verb.Arguments.Count + verb.Options.Count == 0) continue;
            page.Append("\n| | |\n|---|---|\n");
            foreach (var argument in verb.Arguments) Row(argument.Name.ToUpperInvariant(), argument.Description);
            foreach (var option in verb.Options) Row(Written(option), option.Description + Default(option));
        }
        return page.ToString();

        void Row(string name, string? text) => page.Append(CultureInfo.InvariantCulture, $"| `{name}` | {text?.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
    }

    private static string Usage(Command verb) => string.Join(' ',
    [
        "assets", verb.Name,
        .. verb.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name.ToUpperInvariant()}]" : argument.Name.ToUpperInvariant()),
        .. verb.Options.Select(option => option.Required ? Written(option) : $"[{Written(option)}]"),
    ]);

    private static string Written(Option option) =>
        option.ValueType == typeof(bool) ? option.Name : $"{option.Name} {option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant()}";

    // Of what a person writes: an enumeration's default stands in its description.
    private static string Default(Option option) =>
        option.HasDefaultValue && (option.ValueType == typeof(string) || option.ValueType == typeof(int)) ? string.Create(CultureInfo.InvariantCulture, $" Otherwise `{option.GetDefaultValue()}`.") : "";
}

using System.CommandLine;
using Assets.Core.Organisations;
using Assets.Operations;
using Assets.Operations.Access;
using Assets.Operations.Imports;

namespace Assets.Cli.Verbs;

/// <summary>What the first pages of the web ask for, for who installs by script.</summary>
internal static class SetupVerb
{
    private const string PasswordVariable = "ASSETS_PASSWORD";

    public static Command Make()
    {
        var account = new Option<string>("--account") { Description = "The first administrator's account.", Required = true, HelpName = "NAME" };
        var name = new Option<string>("--name") { Description = "Their name.", Required = true, HelpName = "NAME" };
        var language = new Option<string>("--language") { Description = "sv or en.", DefaultValueFactory = _ => "sv" };
        language.AcceptOnlyFromAmong("sv", "en");
        var code = new Option<string?>("--host-code") { Description = "The code of the municipality that owns the IT unit.", HelpName = "CODE" };
        var host = new Option<string?>("--host-name") { Description = "Its name.", HelpName = "NAME" };
        var number = new Option<string?>("--host-number") { Description = "Its organisation number.", HelpName = "NUMBER" };
        var command = new Command("setup", $"Makes the first administrator of an empty installation, with the password of {PasswordVariable}, and the host entity. Afterwards the pages of the first start go on from there.") { account, name, language, code, host, number };
        command.SetAction((parsed, cancel) => Task.FromResult(Act.On(installation =>
        {
            var password = Environment.GetEnvironmentVariable(PasswordVariable) ?? "";
            if (!SetUp.Begin(installation, parsed.GetValue(account)!, parsed.GetValue(name)!, password, parsed.GetValue(language)!).TryGet(out var made, out var refusal))
                return Act.Refuse(refusal.Code == SetupRefusals.Claimed
                    ? "The installation has its people already; nothing was changed. An administrator adds others in the web."
                    : $"An account, a name and a password of at least {SetUp.ShortestPassword} characters in {PasswordVariable} are needed.");
            Console.Out.WriteLine($"{made.Account} is the administrator.");
            return parsed.GetValue(code) is { } given ? Host(installation with { Actor = made.Account }, [given, parsed.GetValue(host), OrganisationKinds.Vocabulary.Word(OrganisationKind.Municipality), null, parsed.GetValue(number)], cancel) : ExitCode.Done;
        })));
        return command;
    }

    private static int Host(Installation installation, string?[] row, CancellationToken cancel)
    {
        var outcome = ImportRows.Run(installation, "organisations", ["org_code", "name", "kind", "parent_code", "org_number"], [row], cancel);
        if (outcome.Rejected > 0 && outcome.First.First(found => found.IsError) is var wrong) return Act.Refuse($"The host entity is not registered: {wrong.Field}: {wrong.Message}");
        Console.Out.WriteLine($"{row[1]} is the host entity.");
        return ExitCode.Done;
    }
}

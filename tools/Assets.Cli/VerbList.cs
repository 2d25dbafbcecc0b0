using System.CommandLine;
using Assets.Cli.Verbs;

namespace Assets.Cli;

/// <summary>The verbs of the command line, one line each.</summary>
internal static class VerbList
{
    private static readonly (string Name, Func<Command> Make)[] All =
    [
        ("setup", SetupVerb.Make),
        ("import", ImportVerb.Make),
        ("charge", ChargeVerb.Make),
        ("close", CloseVerb.Make),
        ("export", ExportVerb.Make),
        ("export-register", ExportRegisterVerb.Make),
        ("explain", ExplainVerb.Make),
        ("verify", VerifyVerb.Make),
        ("discover", DiscoverVerb.Make),
        ("poll", PollVerb.Make),
        ("backup", BackupVerb.Make),
        ("restore", RestoreVerb.Make),
        ("copy-database", CopyDatabaseVerb.Make),
        ("demo", DemoVerb.Make),
        ("serve", ServeVerb.Make),
        ("commands", CommandsVerb.Make),
    ];

    /// <summary>Only the verb that is asked for, where one is: the others' code need not even be loaded.</summary>
    public static IEnumerable<Command> For(string[] args)
    {
        var asked = Array.Find(All, verb => args.Length > 0 && verb.Name == args[0]);
        return asked.Make is null ? All.Select(verb => verb.Make()) : [asked.Make()];
    }
}

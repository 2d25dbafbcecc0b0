using System.CommandLine;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Storage;

namespace Assets.Cli.Verbs;

internal static class RestoreVerb
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "A file that backup wrote." };
        var command = new Command("restore", $"Brings a backup back to where the settings say; never over a database that is there. The passphrase is in {Passphrase.Variable}.") { file };
        command.SetAction(parsed => Run(parsed.GetValue(file)!.FullName));
        return command;
    }

    // Not through Act.On, which would first create the database that is to be restored.
    private static int Run(string file)
    {
        var installation = Installation.Read(SettingsFolder.Find(), Environment.UserName);
        if (Restore.Run(installation, file, Passphrase.Read()).TryGet(out var database, out var refusal))
        {
            Schema.Ensure(installation.Database, Console.Error.WriteLine);
            Console.Out.WriteLine(database);
            Console.Error.WriteLine("Restored. Run assets verify to see that every closed month holds.");
            return ExitCode.Done;
        }
        return Act.Refuse(refusal.Code switch
        {
            Restore.NoBackup => $"{refusal.Detail} is no backup of this program.",
            Restore.DatabaseExists => $"There is a database at {refusal.Detail}. Move it away first, or name another file in Assets:Database.",
            Restore.WrongPassphrase => $"The key ring in {refusal.Detail} does not open with this passphrase: set {Passphrase.Variable} to the one of that backup.",
            Restore.NeedsPgRestore => $"This is for PostgreSQL: unpack the file and run pg_restore on its {refusal.Detail}; see docs/operations.md.",
            _ => throw new InvalidOperationException($"No words for the refusal {refusal.Code}."),
        });
    }
}

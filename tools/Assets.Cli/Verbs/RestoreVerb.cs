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
        var command = new Command("restore", $"Brings a backup back to where the settings say, with its key ring; never over a database that is there. For PostgreSQL into an empty database, by its pg_restore. The passphrase is in {Passphrase.Variable}.") { file };
        // Not through Act.On, which would first create the database that is to be restored.
        command.SetAction(parsed => Act.OnSettings(installation => Run(installation, parsed.GetValue(file)!.FullName)));
        return command;
    }

    private static int Run(Installation installation, string file)
    {
        if (Restore.Run(installation, file, Passphrase.Read()).TryGet(out var database, out var refusal))
        {
            Schema.Ensure(installation.Database, Console.Error.WriteLine);
            Console.Out.WriteLine(database);
            Console.Error.WriteLine($"Restored, the key ring to {installation.KeyRingFolder}. Run assets verify to see that every closed month holds.");
            return ExitCode.Done;
        }
        return Act.Refuse(refusal.Code switch
        {
            Restore.NoBackup => $"{refusal.Detail} is no backup of this program.",
            Restore.DatabaseExists => $"There is a database at {refusal.Detail}. Move it away first, or name another place in Assets:Database: an empty database on a server, a file that is not there.",
            Restore.WrongPassphrase => $"The key ring in {refusal.Detail} does not open with this passphrase: set {Passphrase.Variable} to the one of that backup.",
            Restore.OtherEngine => $"This is a backup of {refusal.Detail}, and Assets:Database names {installation.Database.Description}. Name a place of the same kind; assets copy-database moves SQLite to PostgreSQL afterwards.",
            _ => throw new InvalidOperationException($"No words for the refusal {refusal.Code}."),
        });
    }
}

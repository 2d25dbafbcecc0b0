using System.IO.Compression;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Storage;

/// <summary>Brings a backup of a SQLite installation back to where the settings say, never over something that is there.</summary>
public static class Restore
{
    public const string NoBackup = "no_backup";
    public const string DatabaseExists = "database_exists";
    public const string WrongPassphrase = "wrong_passphrase";
    public const string NeedsPgRestore = "needs_pg_restore";

    /// <returns>The database file.</returns>
    public static Outcome<string> Run(Installation installation, string file, string? passphrase)
    {
        if (!File.Exists(file)) return new Refusal(NoBackup, file);
        if (installation.Database.File is not { } database) return new Refusal(NeedsPgRestore, BackUp.DumpEntry);
        if (File.Exists(database)) return new Refusal(DatabaseExists, database);
        try
        {
            using var zip = ZipFile.OpenRead(file);
            if (zip.GetEntry(BackUp.DatabaseEntry) is not { } copy)
                return zip.GetEntry(BackUp.DumpEntry) is null ? new Refusal(NoBackup, file) : new Refusal(NeedsPgRestore, BackUp.DumpEntry);
            if (zip.GetEntry(BackUp.KeysEntry) is { } keys)
            {
                using var block = new MemoryStream();
                using (var sealedKeys = keys.Open()) sealedKeys.CopyTo(block);
                Directory.CreateDirectory(installation.KeyRingFolder);
                if (!KeyArchive.TryOpen(block.ToArray(), passphrase ?? "", installation.KeyRingFolder)) return new Refusal(WrongPassphrase, file);
            }
            Directory.CreateDirectory(Path.GetDirectoryName(database)!);
            var part = database + ".part";
            copy.ExtractToFile(part, overwrite: true);
            File.Move(part, database);
            return database;
        }
        catch (InvalidDataException)
        {
            return new Refusal(NoBackup, file);
        }
    }
}

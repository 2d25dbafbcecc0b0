using System.IO.Compression;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Storage;

/// <summary>Brings a backup back to where the settings say, the key ring with it; never over something that is there.</summary>
public static class Restore
{
    public const string NoBackup = "no_backup";
    public const string DatabaseExists = "database_exists";
    public const string WrongPassphrase = "wrong_passphrase";

    /// <summary>It is a backup of PostgreSQL and the setting names a SQLite file, or the other way round. Detail: what the backup is of.</summary>
    public const string OtherEngine = "other_engine";

    /// <returns>The database, in words.</returns>
    /// <exception cref="DatabaseRefusedException">PostgreSQL refuses, or its pg_restore is missing or fails; nothing of the database is kept then.</exception>
    public static Outcome<string> Run(Installation installation, string file, string? passphrase)
    {
        if (!File.Exists(file)) return new Refusal(NoBackup, file);
        var database = installation.Database;
        if (database.File is { } there ? File.Exists(there) : !database.HoldsNothing()) return new Refusal(DatabaseExists, database.Description);
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var (copy, dump) = (zip.GetEntry(BackUp.DatabaseEntry), zip.GetEntry(BackUp.DumpEntry));
            if (copy is null && dump is null) return new Refusal(NoBackup, file);
            if ((database.Engine == Engine.Sqlite ? copy : dump) is not { } content) return new Refusal(OtherEngine, copy is null ? "PostgreSQL" : "SQLite");
            if (!OpenKeys(installation, zip, passphrase)) return new Refusal(WrongPassphrase, file);
            if (database.File is { } target) PutFile(content, target);
            else FillServer(content, database);
            return database.Description;
        }
        catch (InvalidDataException)
        {
            return new Refusal(NoBackup, file);
        }
    }

    private static bool OpenKeys(Installation installation, ZipArchive zip, string? passphrase)
    {
        if (zip.GetEntry(BackUp.KeysEntry) is not { } keys) return true;
        using var block = new MemoryStream();
        using (var sealedKeys = keys.Open()) sealedKeys.CopyTo(block);
        Directory.CreateDirectory(installation.KeyRingFolder);
        return KeyArchive.TryOpen(block.ToArray(), passphrase ?? "", installation.KeyRingFolder);
    }

    private static void PutFile(ZipArchiveEntry content, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var part = target + ".part";
        content.ExtractToFile(part, overwrite: true);
        File.Move(part, target);
    }

    private static void FillServer(ZipArchiveEntry content, Database database)
    {
        var folder = Directory.CreateTempSubdirectory("assets-restore-");
        try
        {
            var dump = Path.Combine(folder.FullName, BackUp.DumpEntry);
            content.ExtractToFile(dump);
            database.FillFrom(dump);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

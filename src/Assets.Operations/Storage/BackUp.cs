using System.IO.Compression;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Storage;

/// <summary>One file with everything an installation needs to come back: the database as of one moment, while others go on working, and the key ring under a passphrase.</summary>
public static class BackUp
{
    public const string FileExists = "file_exists";
    public const string PassphraseMissing = "passphrase_missing";

    internal const string DatabaseEntry = "assets.db";
    internal const string DumpEntry = "assets.dump";
    internal const string KeysEntry = "keys.sealed";

    /// <param name="passphrase">Seals the key ring; may be none only where there is no ring yet.</param>
    /// <returns>The file that was written.</returns>
    public static Outcome<FileInfo> Run(Installation installation, string file, string? passphrase, Action<string> tell)
    {
        if (File.Exists(file)) return new Refusal(FileExists, file);
        var hasKeys = Directory.Exists(installation.KeyRingFolder) && Directory.EnumerateFiles(installation.KeyRingFolder).Any();
        if (hasKeys && string.IsNullOrEmpty(passphrase)) return new Refusal(PassphraseMissing, installation.KeyRingFolder);

        var target = Path.GetFullPath(file);
        var copy = target + ".copying";
        var part = target + ".part";
        try
        {
            File.Delete(copy);
            tell($"Copying {installation.Database.Description}.");
            installation.Database.CopyTo(copy);
            tell("Packing.");
            using (var zip = new ZipArchive(new FileStream(part, FileMode.Create), ZipArchiveMode.Create))
            {
                zip.CreateEntryFromFile(copy, installation.Database.Engine == Engine.Sqlite ? DatabaseEntry : DumpEntry, CompressionLevel.Fastest);
                if (hasKeys)
                {
                    using var keys = zip.CreateEntry(KeysEntry, CompressionLevel.NoCompression).Open();
                    keys.Write(KeyArchive.Seal(installation.KeyRingFolder, passphrase!));
                }
            }
            File.Move(part, target);
            return new FileInfo(target);
        }
        finally
        {
            File.Delete(copy);
            File.Delete(part);
        }
    }
}

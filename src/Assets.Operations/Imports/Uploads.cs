using System.Globalization;

namespace Assets.Operations.Imports;

/// <summary>
/// Files that people and programs have sent to be imported, beside the key ring, each with the report of its rejected rows. They name
/// people: they are kept as long as somebody may have to look at an import again, and no longer.
/// </summary>
public static class Uploads
{
    private const int DaysByDefault = 90;

    public static string Folder(Installation installation) => Path.Combine(Path.GetDirectoryName(installation.KeyRingFolder)!, "uploads");

    /// <summary>A new name in the folder: what somebody calls a file must not say where it is put.</summary>
    /// <param name="ending">With its dot.</param>
    public static string NewFile(Installation installation, string ending) =>
        Path.Combine(Directory.CreateDirectory(Folder(installation)).FullName, string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N}{ending}"));

    /// <returns>How many files were removed.</returns>
    public static int RemoveOld(Installation installation)
    {
        var folder = new DirectoryInfo(Folder(installation));
        if (!folder.Exists) return 0;
        var days = int.TryParse(installation.Settings["Assets:UploadKeepDays"], NumberStyles.None, CultureInfo.InvariantCulture, out var set) && set >= 1 ? set : DaysByDefault;
        var before = installation.Clock.GetUtcNow().AddDays(-days).UtcDateTime;
        var old = folder.GetFiles().Where(file => file.LastWriteTimeUtc < before).ToList();
        foreach (var file in old) file.Delete();
        return old.Count;
    }
}

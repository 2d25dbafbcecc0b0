namespace Assets.Export;

/// <summary>
/// A file that has its name only when it is whole. It is written beside it as <c>NAME.part</c> and renamed at the end, so that a
/// process killed half-way leaves no half file under the final name; the next run overwrites the remains.
/// </summary>
public static class FinishedFile
{
    /// <exception cref="IOException">The folder or disk refuses, or another process is writing the same file now.</exception>
    public static T Write<T>(string path, Func<Stream, T> content)
    {
        var unfinished = path + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

        // Kept open, and so locked, until it is renamed or deleted: closed before, another writer could empty it under our rename.
        // Windows renames an open file only where deleting is shared; elsewhere only "none" locks at all.
        using var stream = new FileStream(
            unfinished, FileMode.OpenOrCreate, FileAccess.Write, OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None, bufferSize: 128 * 1024);
        try
        {
            stream.SetLength(0); // only now: opening with truncation would empty a file that another process holds
            var outcome = content(stream);
            stream.Flush(flushToDisk: true); // the name must not reach the disk before the content
            File.Move(unfinished, path, overwrite: true);
            return outcome;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}

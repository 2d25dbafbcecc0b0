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
        T outcome;
        using (var stream = new FileStream(unfinished, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 128 * 1024))
        {
            // Opened without truncating and emptied only now: another process that holds the file must not lose it to our attempt.
            stream.SetLength(0);
            try
            {
                outcome = content(stream);
                stream.Flush(flushToDisk: true); // the name must not reach the disk before the content
            }
            catch
            {
                stream.Dispose();
                File.Delete(unfinished);
                throw;
            }
        }
        File.Move(unfinished, path, overwrite: true);
        return outcome;
    }
}

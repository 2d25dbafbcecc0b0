using System.Text;

namespace Assets.Operations.Imports;

/// <summary>Keeps accepted rows in a temporary file until all are read, so that memory does not grow and the write lock is taken only for the writing.</summary>
internal sealed class RowSpool<T> : IDisposable
{
    private readonly Action<BinaryWriter, T> write;
    private readonly Func<BinaryReader, T> read;
    private readonly FileStream file;
    private readonly BinaryWriter writer;

    public RowSpool(Action<BinaryWriter, T> write, Func<BinaryReader, T> read)
    {
        this.write = write;
        this.read = read;
        file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 256 * 1024, FileOptions.DeleteOnClose);
        writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true);
    }

    public int Count { get; private set; }

    public void Add(T row)
    {
        write(writer, row);
        Count++;
    }

    public IEnumerable<T> Rows()
    {
        writer.Flush();
        file.Position = 0;
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        for (var i = 0; i < Count; i++) yield return read(reader);
    }

    public void Dispose()
    {
        writer.Dispose();
        file.Dispose();
    }
}

/// <summary>Optional values in a spool.</summary>
internal static class SpoolExtensions
{
    public static void WriteOrNone(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
    }

    public static string? ReadTextOrNone(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    /// <summary>0 stands for none: neither ids nor days are ever 0.</summary>
    public static void WriteOrNone(this BinaryWriter writer, long? number) => writer.Write(number ?? 0);

    public static long? ReadLongOrNone(this BinaryReader reader) => reader.ReadInt64() is var number and not 0 ? number : null;
}

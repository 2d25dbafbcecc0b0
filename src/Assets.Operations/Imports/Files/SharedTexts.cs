using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace Assets.Operations.Imports.Files;

/// <summary>A workbook's shared texts. Cells ask for them in any order, so they lie in a temporary file with one offset each in memory.</summary>
internal sealed class SharedTexts : IDisposable
{
    private const int MostTexts = 16_000_000;
    private const long MostBytes = 2_000_000_000;
    private readonly FileStream file = new(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.RandomAccess);
    private readonly List<long> ends = [];

    public string this[int index]
    {
        get
        {
            if (index < 0 || index >= ends.Count) throw new ImportRefusedException($"The workbook refers to shared text {index}, which it does not have. It is damaged; save it anew from Excel.") { Code = ImportFaults.WorkbookDamaged };
            var start = index == 0 ? 0 : ends[index - 1];
            var bytes = new byte[ends[index] - start];
            RandomAccess.Read(file.SafeFileHandle, bytes, start);
            return Encoding.UTF8.GetString(bytes);
        }
    }

    /// <exception cref="InvalidDataException">More than a fleet of millions of assets writes.</exception>
    public static SharedTexts Read(SharedStringTablePart? part)
    {
        var texts = new SharedTexts();
        if (part is null) return texts;
        try
        {
            using var xml = new WorkbookXml(part);
            long end = 0;
            while (xml.ToNext("si", "sst"))
            {
                var bytes = Encoding.UTF8.GetBytes(xml.Text());
                end += bytes.Length;
                if (end > MostBytes || texts.ends.Count == MostTexts) throw new InvalidDataException($"it has more than {MostTexts} texts or {MostBytes} bytes of them");
                texts.file.Write(bytes);
                texts.ends.Add(end);
            }
            texts.file.Flush();
            return texts;
        }
        catch
        {
            texts.Dispose();
            throw;
        }
    }

    public void Dispose() => file.Dispose();
}

using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Assets.Operations.Imports.Files;

/// <summary>A workbook's shared texts. Cells ask for them in any order, so they lie in a temporary file with one offset each in memory.</summary>
internal sealed class SharedTexts : IDisposable
{
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

    public static SharedTexts Read(SharedStringTablePart? part)
    {
        var texts = new SharedTexts();
        if (part is null) return texts;
        using var reader = OpenXmlReader.Create(part);
        long end = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(SharedStringItem) || !reader.IsStartElement) continue;
            var item = (SharedStringItem)reader.LoadCurrentElement()!;
            var bytes = Encoding.UTF8.GetBytes(string.Concat(item.Descendants<Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text)));
            texts.file.Write(bytes);
            end += bytes.Length;
            texts.ends.Add(end);
        }
        texts.file.Flush();
        return texts;
    }

    public void Dispose() => file.Dispose();
}

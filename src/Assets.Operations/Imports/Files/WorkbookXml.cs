using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Assets.Operations.Imports.Files;

/// <summary>
/// A part of a workbook, element by element and never whole: a few megabytes of zip can unpack to gigabytes of one row or one text, so
/// what lies between two elements that are asked for is counted, and too much of it is a fault of the file.
/// </summary>
internal sealed class WorkbookXml(OpenXmlPart part) : IDisposable
{
    /// <summary>In bytes: beyond every row that a person fills, and every text, of which Excel keeps 32,767 characters.</summary>
    private const long MostBetween = 8 * 1024 * 1024;

    private static readonly XmlReaderSettings Settings = new() { IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true, XmlResolver = null, CloseInput = true };
    private readonly StringBuilder text = new();
    private readonly Counted counted = new(part.GetStream(FileMode.Open, FileAccess.Read));
    private XmlReader? opened;

    private XmlReader Reader => opened ??= XmlReader.Create(counted, Settings);

    public string? this[string attribute] => Reader.GetAttribute(attribute);

    /// <summary>Goes on to the next element of that name; false at the end of <paramref name="list"/>, which holds them.</summary>
    public bool ToNext(string name, string list)
    {
        while (Reader.Read() && (Reader.NodeType != XmlNodeType.EndElement || Reader.LocalName != list))
        {
            if (Reader.NodeType != XmlNodeType.Element || Reader.LocalName != name) continue;
            counted.Since = 0;
            return true;
        }
        return false;
    }

    /// <summary>Does something at each element of that name within the one that is stood on.</summary>
    public void Each(string name, Action there)
    {
        if (Reader.IsEmptyElement) return;
        var depth = Reader.Depth;
        while (Reader.Read() && Reader.Depth > depth)
        {
            if (Reader.NodeType == XmlNodeType.Element && Reader.LocalName == name) there();
        }
    }

    /// <summary>The text of the element that is stood on, without formulas and without the readings of Japanese words.</summary>
    public string Text()
    {
        text.Clear();
        if (Reader.IsEmptyElement) return "";
        var depth = Reader.Depth;
        var leftOut = int.MaxValue;
        while (Reader.Read() && Reader.Depth > depth)
        {
            if (Reader.NodeType == XmlNodeType.Element && Reader.Depth <= leftOut) leftOut = Reader.LocalName is "f" or "rPh" or "extLst" ? Reader.Depth : int.MaxValue;
            else if (Reader.Depth <= leftOut && Reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text.Append(Reader.Value);
        }
        return text.ToString();
    }

    public void Dispose()
    {
        opened?.Dispose();
        counted.Dispose();
    }

    private sealed class Counted(Stream inner) : Stream
    {
        public long Since { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Since += read;
            return Since <= MostBetween ? read : throw new InvalidDataException($"one row or text of it is longer than {MostBetween} bytes");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

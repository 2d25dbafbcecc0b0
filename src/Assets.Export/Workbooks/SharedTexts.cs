using System.Runtime.InteropServices;

namespace Assets.Export.Workbooks;

/// <summary>
/// Texts that many cells share, written once. A million rows name a few thousand units; a number in their place shortens the
/// sheet by half, and compressing is what costs. The store is bounded: what comes after stands in its cell.
/// </summary>
internal sealed class SharedTexts
{
    private const int Most = 50_000;

    // Longer ones are notes rather than names: keeping fifty thousand of them would not be bounded in any useful sense.
    private const int Longest = 200;

    private readonly Dictionary<string, int> places = [];

    public int Count => places.Count;

    /// <summary>The place of a text, or −1 where it has to be written in the cell itself.</summary>
    public int PlaceOf(string text)
    {
        if (text.Length > Longest) return -1;
        if (places.Count >= Most) return places.TryGetValue(text, out var known) ? known : -1;
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, text, out var seen);
        if (!seen) place = places.Count - 1;
        return place;
    }

    public void Write(Stream part)
    {
        var buffer = new Utf8Buffer(part);
        buffer.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8);
        buffer.Raw("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\""u8);
        buffer.Number(places.Count);
        buffer.Raw("\">"u8);
        foreach (var text in places.Keys) // nothing is ever removed, so the order is that of the places
        {
            buffer.Raw("<si>"u8);
            XmlText.Element(buffer, text);
            buffer.Raw("</si>"u8);
        }
        buffer.Raw("</sst>"u8);
        buffer.Flush();
    }
}

using System.Text;
using Assets.Core.Values;

namespace Assets.Core.Rentals;

// Reading is on the hot path of every monthly run (1,000,000 lines), so it walks spans once and makes only the objects it returns.
public static partial class LineText
{
    /// <exception cref="FormatException">Not the canonical text of a line; the message says where.</exception>
    public static LineSnapshot Parse(ReadOnlySpan<byte> text)
    {
        var fields = new FieldReader(text);
        if (!fields.NextRecord() || !fields.Word("line"u8)) throw fields.Wrong("it does not begin with 'line'");
        if (fields.Number() != 1) throw fields.Wrong("its version is unknown");
        var code = fields.Text();
        fields.EndRecord();

        var segments = default(Gathered<Segment>);
        var oneOffs = default(Gathered<OneOff>);
        var more = fields.NextRecord();
        while (more)
        {
            if (fields.Word("seg"u8)) segments.Add(Segment(ref fields, out more));
            else if (fields.Word("once"u8)) oneOffs.Add(OneOff(ref fields, out more));
            else throw fields.Wrong("a record is of an unknown kind or out of place");
        }

        var line = new LineSnapshot(code, segments.ToEquatable(), oneOffs.ToEquatable());
        try
        {
            LineRules.Demand(line);
        }
        catch (ArgumentException broken)
        {
            throw new FormatException(broken.Message, broken);
        }
        return line;
    }

    private static Segment Segment(ref FieldReader fields, out bool more)
    {
        var from = fields.Day();
        var until = fields.DayOrNone();
        var unit = fields.Text();
        var cost = fields.Text();
        var asset = fields.TextOrNone();
        var service = fields.Text();
        var quantity = fields.Number();
        fields.EndRecord();

        var components = default(Gathered<Component>);
        while (more = fields.NextRecord())
        {
            if (fields.Word("flat"u8)) components.Add(new FlatComponent(ComponentName(ref fields), fields.Amount()));
            else if (fields.Word("capital"u8)) components.Add(Capital(ref fields));
            else break;
            fields.EndRecord();
        }
        return new Segment(new Period(from, until), unit, cost, asset, service, quantity, new Price(components.ToEquatable()));
    }

    private static CapitalComponent Capital(ref FieldReader fields) => new(
        ComponentName(ref fields),
        fields.Letter() switch
        {
            (byte)'A' => Method.A,
            (byte)'B' => Method.B,
            (byte)'C' => Method.C,
            (byte)'D' => Method.D,
            _ => throw fields.Wrong("a method is unknown"),
        },
        fields.Amount(),
        fields.Amount(),
        fields.Number(),
        fields.Rate(),
        fields.Day());

    private static OneOff OneOff(ref FieldReader fields, out bool more)
    {
        var oneOff = new OneOff(fields.Day(), ComponentName(ref fields), fields.Amount(), fields.Text(), fields.Text(), fields.TextOrNone());
        fields.EndRecord();
        more = fields.NextRecord();
        return oneOff;
    }

    // Nearly every component has one of three names: one string for all of them instead of one a line.
    private static string ComponentName(ref FieldReader fields)
    {
        var name = fields.Next();
        if (name.SequenceEqual("rent"u8)) return Components.Rent;
        if (name.SequenceEqual("support"u8)) return Components.Support;
        if (name.SequenceEqual("capital"u8)) return Components.Capital;
        return Encoding.UTF8.GetString(name);
    }

    // Grows from one, since one is the rule; the array that was filled exactly is the one that is kept.
    private struct Gathered<T>
        where T : class
    {
        private T[]? items;
        private int count;

        public void Add(T item)
        {
            items ??= new T[1];
            if (count == items.Length) Array.Resize(ref items, count * 2);
            items[count++] = item;
        }

        public EquatableArray<T> ToEquatable()
        {
            if (items is null) return default;
            if (count != items.Length) Array.Resize(ref items, count);
            return new EquatableArray<T>(items);
        }
    }
}

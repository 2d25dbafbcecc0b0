using System.Buffers;
using System.Text;
using Assets.Core.Values;

namespace Assets.Core.Rentals;

/// <summary>
/// The canonical text of a contract line: what the database keeps and what a closed month's digest covers. Records end with a line
/// feed, fields are parted by tabs (<see cref="CanonicalWriter"/>):
/// <code>
/// line  1  code
/// seg   from  until or nothing  unit  cost code  asset tag  service  quantity     and after it the components of its price:
/// flat  name  monthly rate
/// capital  name  method  purchase price  residual  term in months  percent a year  start
/// once  day  component  amount  unit  cost code  asset tag
/// </code>
/// The number after <c>line</c> is the version of this form. A change of the form gets a new number and old texts stay readable:
/// they are evidence for seven years.
/// </summary>
public static partial class LineText
{
    /// <summary>Appends the canonical bytes of the line.</summary>
    /// <exception cref="ArgumentException">The line breaks a rule or holds a control character.</exception>
    public static void Write(LineSnapshot line, CanonicalWriter to)
    {
        LineRules.Demand(line);
        to.Record("line"u8);
        to.Field(1);
        to.Field(line.LineCode);
        to.End();
        foreach (var segment in line.Segments) Write(segment, to);
        foreach (var oneOff in line.OneOffs)
        {
            to.Record("once"u8);
            to.Field(oneOff.Day);
            to.Field(oneOff.Component);
            to.Field(oneOff.Amount);
            to.Field(oneOff.UnitCode);
            to.Field(oneOff.CostCode);
            to.Field(oneOff.AssetTag);
            to.End();
        }
    }

    public static byte[] ToBytes(LineSnapshot line)
    {
        var writer = new CanonicalWriter();
        Write(line, writer);
        return writer.Written.ToArray();
    }

    public static string ToText(LineSnapshot line)
    {
        var writer = new CanonicalWriter();
        Write(line, writer);
        return Encoding.UTF8.GetString(writer.Written);
    }

    /// <exception cref="FormatException">Not the canonical text of a line; the message says where.</exception>
    public static LineSnapshot Parse(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Parse(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static void Write(Segment segment, CanonicalWriter to)
    {
        to.Record("seg"u8);
        to.Field(segment.Period.From);
        to.Field(segment.Period.Until);
        to.Field(segment.UnitCode);
        to.Field(segment.CostCode);
        to.Field(segment.AssetTag);
        to.Field(segment.Service);
        to.Field(segment.Quantity);
        to.End();
        foreach (var component in segment.Price.Components) Write(component, to);
    }

    private static void Write(Component component, CanonicalWriter to)
    {
        switch (component)
        {
            case FlatComponent flat:
                to.Record("flat"u8);
                to.Field(flat.Name);
                to.Field(flat.MonthlyRate);
                break;
            case CapitalComponent capital:
                to.Record("capital"u8);
                to.Field(capital.Name);
                to.Field(capital.Method.ToString());
                to.Field(capital.PurchasePrice);
                to.Field(capital.Residual);
                to.Field(capital.TermMonths);
                to.Rate(capital.InterestPercent);
                to.Field(capital.Start);
                break;
            default:
                throw new ArgumentException($"No canonical form for a {component.GetType().Name}.", nameof(component));
        }
        to.End();
    }
}

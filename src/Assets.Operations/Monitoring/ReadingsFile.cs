using System.Buffers;
using System.Globalization;
using System.Text;
using Assets.Snmp.Polling;
using Assets.Snmp.Wire;

namespace Assets.Operations.Monitoring;

/// <summary>
/// Readings for another program: <c>device,time,metric,instance,value</c> (RFC 4180, UTF-8, LF), time as ISO 8601 in UTC. Values are exactly what
/// the devices said, also where one begins like a formula: who compares them needs them unchanged.
/// </summary>
public sealed class ReadingsFile
{
    // Every separator that a reader may guess at.
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n");
    private readonly ArrayBufferWriter<byte> text = new(256 * 1024);
    private readonly byte[] time = new byte[40];
    private readonly Stream target;
    private int timeLength;
    private DateTimeOffset timeOf = DateTimeOffset.MinValue;

    public ReadingsFile(Stream target)
    {
        this.target = target;
        text.Write("device,time,metric,instance,value\n"u8);
    }

    /// <summary>Writes one result: 241 readings take some 30 microseconds.</summary>
    public void Take(TargetResult result)
    {
        foreach (ref readonly var reading in result.Readings) Write(result.Target.Device, in reading);
        if (text.WrittenCount > 128 * 1024) Flush();
    }

    public void Flush()
    {
        target.Write(text.WrittenSpan);
        text.ResetWrittenCount();
    }

    private void Write(string device, in Reading reading)
    {
        Text(device);
        text.Write(","u8);
        text.Write(Time(reading.Time));
        text.Write(","u8);
        Text(reading.Metric.Name);
        text.Write(","u8);
        if (reading.Instance.Number is { } row) Number(row);
        else Text(reading.Instance.ToString());
        text.Write(","u8);
        var value = reading.Value;
        if (!value.IsNumber) Text(reading.Text);
        else if (value.Type == SmiType.Integer) Number(value.AsSigned);
        else Number(value.AsUnsigned);
        text.Write("\n"u8);
    }

    // The values of one answer have one time.
    private ReadOnlySpan<byte> Time(DateTimeOffset at)
    {
        if (at != timeOf)
        {
            at.UtcDateTime.TryFormat(time, out timeLength, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
            timeOf = at;
        }
        return time.AsSpan(0, timeLength);
    }

    private void Number<T>(T number)
        where T : IUtf8SpanFormattable
    {
        number.TryFormat(text.GetSpan(24), out var written, default, CultureInfo.InvariantCulture);
        text.Advance(written);
    }

    private void Text(string field)
    {
        if (field.AsSpan().IndexOfAny(Quoted) < 0)
        {
            Encoding.UTF8.GetBytes(field, text);
            return;
        }
        text.Write("\""u8);
        Encoding.UTF8.GetBytes(field.Replace("\"", "\"\"", StringComparison.Ordinal), text);
        text.Write("\""u8);
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
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
    private readonly Channel<TargetResult> results = Channel.CreateUnbounded<TargetResult>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ArrayBufferWriter<byte> text = new(256 * 1024);
    private readonly byte[] time = new byte[40];
    private readonly Stream target;
    private readonly Task writing;
    private int timeLength;
    private DateTimeOffset timeOf = DateTimeOffset.MinValue;

    private ReadingsFile(Stream target)
    {
        this.target = target;
        writing = Task.Run(WriteAsync);
    }

    public static ReadingsFile Begin(Stream target) => new(target);

    /// <summary>Takes a result and returns at once: devices must not wait for the disk.</summary>
    public void Take(TargetResult result) => results.Writer.TryWrite(result);

    /// <summary>Ends when everything taken is written.</summary>
    public Task FinishAsync()
    {
        results.Writer.TryComplete();
        return writing;
    }

    private async Task WriteAsync()
    {
        text.Write("device,time,metric,instance,value\n"u8);
        await foreach (var result in results.Reader.ReadAllAsync())
        {
            foreach (ref readonly var reading in result.Readings.Span) Write(result.Target.Device, in reading);
            if (text.WrittenCount > 128 * 1024) Flush();
        }
        Flush();
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

    private void Flush()
    {
        target.Write(text.WrittenSpan);
        text.ResetWrittenCount();
    }
}

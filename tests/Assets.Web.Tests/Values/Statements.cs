using System.Diagnostics.Metrics;

namespace Assets.Web.Tests.Values;

/// <summary>How often a page asks the database.</summary>
internal static class Statements
{
    public static async Task<long> During(Func<Task> read)
    {
        var count = 0L;
        using var listener = new MeterListener { InstrumentPublished = (instrument, me) => { if (instrument.Name == "assets.data.statements") me.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref count, value));
        listener.Start();
        await read();
        return Interlocked.Read(ref count);
    }
}

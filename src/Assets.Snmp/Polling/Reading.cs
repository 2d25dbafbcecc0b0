using Assets.Snmp.Profiles;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Polling;

/// <summary>
/// One value read from one target: ifHCInOctets of 5 was 1 234 567 when the answer arrived. The value is as the device sent it,
/// neither scaled nor compared with an earlier one.
/// </summary>
public readonly struct Reading(Metric metric, Instance instance, SmiValue value, long utcTicks)
{
    public Metric Metric { get; } = metric;

    public Instance Instance { get; } = instance;

    public SmiValue Value { get; } = value;

    /// <summary>When the answer arrived, UTC.</summary>
    public DateTimeOffset Time => new(utcTicks, TimeSpan.Zero);

    /// <summary>The value as files have it.</summary>
    public string Text => Metric.Format(Value);

    public override string ToString() => $"{Metric.Name}.{Instance} = {Text}";
}

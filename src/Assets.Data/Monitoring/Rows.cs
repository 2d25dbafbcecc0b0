namespace Assets.Data.Monitoring;

public enum DeviceStatus
{
    Unknown = 0,
    Up = 1,
    Down = 2,
}

internal sealed class DeviceRow
{
    public int Id { get; set; }
    public long? AssetId { get; set; }
    public required string Name { get; set; }
    public required string Address { get; set; }
    public int Port { get; set; }

    /// <summary>SNMP version: 1 or 2 (2c).</summary>
    public int Version { get; set; }

    /// <summary>The community, encrypted with the key ring; never shown. Empty where a credential has it.</summary>
    public required string ProtectedCommunity { get; set; }

    /// <summary>The credential that tells version and community instead of the device's own.</summary>
    public int? CredentialId { get; set; }
    public required string Profile { get; set; }

    /// <summary>Seconds between two readings; none for each pass.</summary>
    public int? PollSeconds { get; set; }
    public bool Enabled { get; set; }
    public DeviceStatus Status { get; set; }
    public DateTimeOffset? StatusSince { get; set; }
    public DateTimeOffset? LastSeen { get; set; }
    public DateTimeOffset? LastPolled { get; set; }
    public string? SysName { get; set; }
    public string? SysDescr { get; set; }
    public string? SysObjectId { get; set; }
    public string? Serial { get; set; }
    public long? UptimeTicks { get; set; }
    public int? RoundTripMicroseconds { get; set; }
    public string? LastError { get; set; }
    public long ChangeSetId { get; set; }
}

/// <summary>A piece of network that is looked through for devices, and the community to ask with.</summary>
internal sealed class SnmpRangeRow
{
    public int Id { get; set; }

    /// <summary>As <c>10.20.0.0/22</c>.</summary>
    public required string Range { get; set; }

    /// <summary>Encrypted with the key ring; never shown.</summary>
    public required string ProtectedCommunity { get; set; }
    public long ChangeSetId { get; set; }
}

/// <summary>A community that several devices share: changed in one place when it is changed in all of them.</summary>
internal sealed class CredentialRow
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public required string NameKey { get; set; }

    /// <summary>SNMP version: 1 or 2 (2c).</summary>
    public int Version { get; set; }

    /// <summary>Encrypted with the key ring; never shown.</summary>
    public required string ProtectedCommunity { get; set; }
    public long ChangeSetId { get; set; }
}

/// <summary>One metric of one instance of one device, with what was read last.</summary>
internal sealed class SeriesRow
{
    public long Id { get; set; }
    public int DeviceId { get; set; }
    public required string Metric { get; set; }
    public required string Instance { get; set; }
    public DateTimeOffset LastAt { get; set; }
    public string? LastText { get; set; }

    /// <summary>The last number; an unsigned 64-bit counter keeps its bits.</summary>
    public long? LastValue { get; set; }
}

internal sealed class SampleRow
{
    public long SeriesId { get; set; }
    public DateTimeOffset At { get; set; }
    public long Value { get; set; }
}

internal sealed class StatusChangeRow
{
    public int DeviceId { get; set; }
    public DateTimeOffset At { get; set; }
    public DeviceStatus Status { get; set; }
    public string? Detail { get; set; }
}

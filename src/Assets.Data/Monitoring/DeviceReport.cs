namespace Assets.Data.Monitoring;

/// <summary>How polling one device went, as it is stored. What is null is not known, and what was known before then stays.</summary>
/// <param name="Status">Null where the device could not even be asked: its status then stays as it was.</param>
/// <param name="Error">Why it is down, or what was wrong with its answer; null clears what stood there.</param>
internal sealed record DeviceReport(
    int DeviceId,
    long At,
    DeviceStatus? Status,
    long? SeenAt,
    long? UptimeTicks,
    int? RoundTripMicroseconds,
    string? SysName,
    string? SysDescr,
    string? SysObjectId,
    string? Serial,
    string? Error);

/// <summary>One value as it is stored: a number or a text.</summary>
/// <param name="IsCounter">A counter that stands still is written again from time to time, so that its rate of zero shows.</param>
internal readonly record struct ReadingRow(string Metric, string Instance, long At, long? Value, string? Text, bool IsCounter);

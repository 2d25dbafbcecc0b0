using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>A file of a month that somebody took.</summary>
/// <param name="IsFinal">The month was closed by then.</param>
public sealed record TakenFile(string FileName, string By, DateTimeOffset At, long SizeBytes, bool IsFinal);

public static class MonthDownloads
{
    private const int Shown = 50;

    /// <summary>The newest first.</summary>
    public static IReadOnlyList<TakenFile> Of(Database database, BillingMonth month)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            new Query().Add($"select file_name, account, at, size_bytes, is_final from downloads where month = {month.Number} order by id desc limit {Shown}"),
            r => new TakenFile(r.GetString(0), r.GetString(1), Conventions.ToInstant(r.GetInt64(2)), r.GetInt64(3), r.GetBoolean(4)));
    }
}

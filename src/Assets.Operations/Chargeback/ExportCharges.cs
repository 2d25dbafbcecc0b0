using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Export;
using Assets.Export.Accounting;

namespace Assets.Operations.Chargeback;

/// <summary>Every charge of a month as rows for another program, open or closed; the order is that of the lines' making.</summary>
public static class ExportCharges
{
    /// <returns>The number of rows. The file has its name only when it is whole.</returns>
    public static long ToFile(Installation installation, BillingMonth month, string path)
    {
        using var reading = Reading.Begin(installation.Database);
        return FinishedFile.Write(path, stream => ChargeCsv.Write(stream, StoredStatement.ByLineNumber(reading.Connection, month)));
    }
}

using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;

namespace Assets.Operations.Chargeback;

/// <summary>Notes who took which file of a month: finance's files are taken once, and who took one twice should see so.</summary>
public static class RecordDownload
{
    public static void Run(Installation installation, BillingMonth month, MonthDownload file)
    {
        using var writing = Writing.Begin(installation.Database);
        writing.Connection.Execute(
            "insert into downloads (month, file_name, account, at, size_bytes, is_final) values (@p0, @p1, @p2, @p3, @p4, @p5)",
            month.Number, file.Name, installation.Actor, Conventions.ToMicroseconds(installation.Clock.GetUtcNow()), new FileInfo(file.Path).Length,
            ClosedMonth.All(writing.Connection).Exists(closed => closed.Month == month));
        writing.Commit();
    }
}

using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Ledger;

namespace Assets.Operations.Storage;

/// <summary>Moves a SQLite installation to PostgreSQL whole: all rows in one transaction, then every closed month recomputed there and the heads compared.</summary>
public static class CopyDatabase
{
    public const string SourceIsNotSqlite = "source_is_not_sqlite";
    public const string TargetIsNotPostgres = "target_is_not_postgres";
    public const string TargetIsNotEmpty = "target_is_not_empty";
    public const string NotProved = "not_proved";

    /// <returns>The months that were recomputed in the target.</returns>
    public static Outcome<MonthsVerified> Run(Installation installation, string to, Action<string> tell)
    {
        if (installation.Database.Engine != Engine.Sqlite) return new Refusal(SourceIsNotSqlite, installation.Database.Description);
        var target = Database.At(to, Environment.CurrentDirectory);
        if (target.Engine != Engine.Postgres) return new Refusal(TargetIsNotPostgres, target.Description);
        Schema.Ensure(target, tell);
        using (var source = Reading.Begin(installation.Database))
        using (var writing = Writing.Begin(target))
        {
            if (writing.Connection.Number("select count(*) from change_sets") > 0) return new Refusal(TargetIsNotEmpty, target.Description);
            TableCopy.Run(source, writing, (table, rows) => tell($"{table}: {rows} rows"));
            writing.Commit();
        }
        tell("Recomputing every closed month in the copy.");
        var here = VerifyMonths.Run(installation);
        var there = VerifyMonths.Run(installation with { Database = target });
        var same = here.Months.Select(m => m.Month.Head).SequenceEqual(there.Months.Select(m => m.Month.Head), StringComparer.Ordinal);
        return same && there.Holds ? there : new Refusal(NotProved, target.Description);
    }
}

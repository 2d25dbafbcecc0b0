using System.Data.Common;
using Assets.Data.Storage;

namespace Assets.Operations.Imports.Kinds;

/// <summary>
/// New assets wait in a temporary table of their connection and move into the register by one statement. Row by row the search index
/// would be flushed after each (a trigger's savepoint does that), and the write lock would be held while this program works.
/// </summary>
internal sealed class StagedAssets : IDisposable
{
    private static readonly string[] Columns =
    [
        "id", "tag", "tag_key", "serial", "serial_key", "kind", "model_id", "state", "purchased_on", "price", "supplier_id", "warranty_until", "site_id", "room", "note", "search",
    ];

    private static readonly string List = string.Join(", ", Columns);
    private readonly DbTransaction? reading;
    private readonly BulkInsert rows;

    /// <param name="connection">Used for nothing else until <see cref="Complete"/>: PostgreSQL answers no question while rows are copied.</param>
    /// <param name="inTransaction">Whether the connection holds the writers' lock already.</param>
    public StagedAssets(DbConnection connection, bool inTransaction)
    {
        connection.Execute("drop table if exists staged_assets"); // connections are used again, temporary tables and all
        connection.Execute($"create temp table staged_assets as select {List} from assets limit 0");
        // One transaction for all rows of the temporary table; it takes no lock on the register.
        if (!inTransaction) reading = connection.BeginDeferred();
        rows = BulkInsert.Into(connection, "staged_assets", Columns);
    }

    public void Add(AssetDraft draft)
    {
        rows.Write(draft.Id);
        rows.Write(draft.Tag);
        rows.Write(draft.TagKey);
        rows.WriteOrNull(draft.Serial);
        rows.WriteOrNull(draft.SerialKey);
        rows.Write((int)draft.Kind);
        rows.Write((int)draft.ModelId);
        rows.Write((int)draft.State);
        rows.Write((int?)draft.PurchasedOn);
        rows.Write(draft.Price.Ore);
        rows.Write((int?)draft.SupplierId);
        rows.Write((int?)draft.WarrantyUntil);
        rows.Write((int?)draft.SiteId);
        rows.WriteOrNull(draft.Room);
        rows.WriteOrNull(draft.Note);
        rows.Write(draft.Search);
        rows.EndRow();
    }

    /// <summary>No more rows come.</summary>
    public void Complete()
    {
        rows.Complete();
        rows.Dispose();
        reading?.Commit();
    }

    public void MoveInto(Writing writing, long changeSet) =>
        writing.Connection.Execute($"insert into assets ({List}, change_set_id) select {List}, @p0 from staged_assets order by id", changeSet);

    public void Dispose()
    {
        rows.Dispose();
        reading?.Dispose();
    }
}

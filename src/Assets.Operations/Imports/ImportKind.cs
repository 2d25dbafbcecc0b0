using System.Data.Common;
using Assets.Data.Storage;

namespace Assets.Operations.Imports;

/// <summary>What one kind of file holds: how a row is checked, and how the accepted rows are written, all in one transaction.</summary>
internal abstract class ImportKind : IDisposable
{
    public abstract ImportColumns Columns { get; }

    public int Created { get; protected set; }

    public int Updated { get; protected set; }

    public int Unchanged { get; protected set; }

    /// <summary>Rows rejected so far, each counted once.</summary>
    public int Rejected { get; protected set; }

    /// <summary>Whether accepted rows wait in temporary tables of the connection that writes them.</summary>
    public virtual bool Stages => false;

    /// <summary>Reads what rows refer to. The connection stays open until the rows are read.</summary>
    public abstract void Load(DbConnection connection);

    /// <summary>Prepares the connection on which rows will be written, where <see cref="Stages"/> says so.</summary>
    public virtual void Stage(DbConnection connection, bool inTransaction)
    {
    }

    /// <summary>About how many rows will come, once a part of the file tells.</summary>
    public virtual void Expect(int rows)
    {
    }

    /// <summary>Checks one row and keeps it; a rejected one is counted.</summary>
    public abstract void Take(RowReader row);

    /// <summary>Checks what can only be told once all rows are read. Nothing is written yet.</summary>
    public abstract void Settle(ImportReport report, DateOnly today);

    public abstract void Save(Writing writing, long changeSet, DateOnly today, IProgress<long>? progress);

    public virtual void Dispose()
    {
    }

    /// <summary>A record that is rejected though it could not be read: it counts, and nothing more.</summary>
    public void CountUnreadable() => Rejected++;
}

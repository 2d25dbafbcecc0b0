using System.Data.Common;
using System.Diagnostics.Metrics;
using Npgsql;

namespace Assets.Data.Storage;

/// <summary>The reads behind one page: one connection and plain commands. The object mapper would cost more than the page.</summary>
internal sealed class PageReading : IDisposable
{
    private static readonly Meter Meter = new("Assets.Data");
    private static readonly Counter<long> Statements = Meter.CreateCounter<long>("assets.data.statements", description: "Statements run by read models");
    private readonly Database database;
    private readonly DbConnection connection;

    private PageReading(Database database, DbConnection connection)
    {
        this.database = database;
        this.connection = connection;
    }

    public Engine Engine => database.Engine;

    public static PageReading Begin(Database database) => new(database, IdleConnections.Take(database));

    public List<T> Rows<T>(Query query, Func<DbDataReader, T> read)
    {
        var rows = new List<T>();
        Each(query, row => rows.Add(read(row)));
        return rows;
    }

    public T? First<T>(Query query, Func<DbDataReader, T> read)
        where T : class
    {
        using var command = Command(query);
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    public long Number(Query query)
    {
        Statements.Add(1);
        return connection.Number(query.Sql, query.Values);
    }

    /// <summary>For rows by the thousand: no list is made of them.</summary>
    public void Each(Query query, Action<DbDataReader> read)
    {
        using var command = Command(query);
        using var reader = command.ExecuteReader();
        while (reader.Read()) read(reader);
    }

    public void Dispose() => IdleConnections.GiveBack(database, connection);

    private DbCommand Command(Query query)
    {
        Statements.Add(1);
        var command = connection.Command(query.Sql, query.Values);
        if (query.IsKept && command is NpgsqlCommand) command.Prepare(); // once a connection
        return command;
    }
}

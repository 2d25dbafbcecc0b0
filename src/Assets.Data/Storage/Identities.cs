using Npgsql;

namespace Assets.Data.Storage;

/// <summary>Ids that were given by hand have to be told to PostgreSQL's sequence; SQLite looks for itself.</summary>
internal static class Identities
{
    public static void Advance(Writing writing, string table)
    {
        if (writing.Connection is NpgsqlConnection)
            writing.Connection.Scalar($"select setval(pg_get_serial_sequence('{table}', 'id'), greatest((select coalesce(max(id), 0) from {table}), 1))");
    }
}

using Microsoft.Data.Sqlite;

namespace Assets.Data.Storage;

/// <summary>
/// The first filling of tables: SQLite sorts the indexes of a million rows in a third of the time that it takes to keep them row after row.
/// What has to be unique is guarded all the while. PostgreSQL copies rows in batches and is left as it is.
/// </summary>
internal static class IndexesAside
{
    /// <param name="tables">Without rows as yet; who fills them does not look anything up by their indexes.</param>
    public static void While(Writing writing, string[] tables, Action fill)
    {
        List<(string Name, string Sql)> indexes = writing.Connection is SqliteConnection
            ? writing.Connection.Rows(
                $"select name, sql from sqlite_master where type = 'index' and sql not like 'create unique %' and {AmongKeys.Condition(writing.Connection, "tbl_name", 0)}",
                r => (r.GetString(0), r.GetString(1)),
                AmongKeys.Value(writing.Connection, tables))
            : [];
        foreach (var (name, _) in indexes) writing.Connection.Execute($"drop index {name}");
        fill();
        foreach (var (_, sql) in indexes) writing.Connection.Execute(sql);
    }
}

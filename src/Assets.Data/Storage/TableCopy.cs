using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Assets.Data.Storage;

/// <summary>Copies every table of a SQLite database into an empty PostgreSQL one of the same schema, row by row and value by value.</summary>
internal static class TableCopy
{
    // What the database's own machinery keeps, and what this program makes anew at its start (the scheduler's tables).
    private static bool IsOurs(string table) =>
        !table.StartsWith("sqlite_", StringComparison.Ordinal) && !table.StartsWith("__EF", StringComparison.Ordinal)
        && !table.StartsWith("assets_search", StringComparison.Ordinal) && !table.StartsWith("QRTZ_", StringComparison.OrdinalIgnoreCase);

    /// <param name="tell">Told each table and its number of rows.</param>
    public static void Run(Reading source, Writing writing, Action<string, long> tell)
    {
        var target = (NpgsqlConnection)writing.Connection;
        foreach (var table in InOrder(source))
        {
            var columns = target.Rows(
                "select column_name, data_type from information_schema.columns where table_schema = current_schema() and table_name = @p0 order by ordinal_position",
                r => (Name: r.GetString(0), Type: TypeOf(r.GetString(1))), table);
            if (columns.Count == 0) throw new DatabaseRefusedException($"The table {table} is not in the target. Both databases must be of this program's version.");
            tell(table, CopyRows(source, target, table, columns));
            if (columns.Exists(c => c.Name == "id"))
            {
                target.Scalar($"select case when pg_get_serial_sequence('{table}', 'id') is not null then "
                    + $"setval(pg_get_serial_sequence('{table}', 'id'), greatest((select coalesce(max(id), 0) from {table}), 1), exists (select 1 from {table})) end");
            }
        }
    }

    private static long CopyRows(Reading source, NpgsqlConnection target, string table, List<(string Name, NpgsqlDbType Type)> columns)
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        using var command = source.Connection.Command($"select {names} from \"{table}\" order by 1");
        using var reader = command.ExecuteReader();
        using var importer = target.BeginBinaryImport($"copy \"{table}\" ({names}) from stdin (format binary)");
        long count = 0;
        while (reader.Read())
        {
            importer.StartRow();
            for (var i = 0; i < columns.Count; i++)
            {
                if (reader.IsDBNull(i))
                {
                    importer.WriteNull();
                    continue;
                }
                switch (columns[i].Type)
                {
                    case NpgsqlDbType.Integer:
                        importer.Write(reader.GetInt32(i), NpgsqlDbType.Integer);
                        break;
                    case NpgsqlDbType.Bigint:
                        importer.Write(reader.GetInt64(i), NpgsqlDbType.Bigint);
                        break;
                    case NpgsqlDbType.Boolean:
                        importer.Write(reader.GetInt64(i) != 0, NpgsqlDbType.Boolean);
                        break;
                    case NpgsqlDbType.Double:
                        importer.Write(reader.GetDouble(i), NpgsqlDbType.Double);
                        break;
                    case NpgsqlDbType.Bytea:
                        importer.Write(reader.GetFieldValue<byte[]>(i), NpgsqlDbType.Bytea);
                        break;
                    case NpgsqlDbType.Jsonb:
                        importer.Write(reader.GetString(i), NpgsqlDbType.Jsonb);
                        break;
                    default:
                        importer.Write(reader.GetString(i), NpgsqlDbType.Text);
                        break;
                }
            }
            count++;
        }
        importer.Complete();
        return count;
    }

    // A table after those it refers to; the closed months last, since they lock what came before.
    private static List<string> InOrder(Reading source)
    {
        var tables = source.Connection.Rows("select name from sqlite_master where type = 'table' order by name", r => r.GetString(0)).Where(IsOurs).ToList();
        var refersTo = tables.ToDictionary(
            t => t,
            t => source.Connection.Rows($"select \"table\" from pragma_foreign_key_list('{t}')", r => r.GetString(0)).Where(r => r != t).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        var ordered = new List<string>();
        while (ordered.Count < tables.Count)
        {
            var next = tables.Where(t => !ordered.Contains(t) && refersTo[t].All(ordered.Contains)).ToList();
            if (next.Count == 0) throw new InvalidOperationException("The tables refer to each other in a circle.");
            ordered.AddRange(next);
        }
        ordered.Remove("closed_months");
        return [.. ordered, "closed_months"];
    }

    private static NpgsqlDbType TypeOf(string type) => type switch
    {
        "integer" => NpgsqlDbType.Integer,
        "bigint" => NpgsqlDbType.Bigint,
        "boolean" => NpgsqlDbType.Boolean,
        "bytea" => NpgsqlDbType.Bytea,
        "jsonb" => NpgsqlDbType.Jsonb,
        "double precision" => NpgsqlDbType.Double,
        "text" or "character varying" => NpgsqlDbType.Text,
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No copy for columns of the type {type}.")),
    };
}

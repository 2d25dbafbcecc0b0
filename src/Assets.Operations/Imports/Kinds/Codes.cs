using System.Data.Common;
using Assets.Data.Storage;

namespace Assets.Operations.Imports.Kinds;

/// <summary>The codes of one table and their ids, both ways.</summary>
internal sealed class Codes(string table)
{
    private readonly Dictionary<long, string> byId = [];

    public Lookup<long> Ids { get; } = new();

    public void Load(DbConnection connection)
    {
        foreach (var (id, code) in connection.Rows($"select id, code from {table}", r => (r.GetInt64(0), r.GetString(1))))
        {
            Ids.Add(code, id);
            byId[id] = code;
        }
    }

    public string? Code(object? id) => id is long given ? byId[given] : null;

    public string? Code(long? id) => id is { } given ? byId[given] : null;
}

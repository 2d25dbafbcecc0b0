using Assets.Core.Inventory;
using Assets.Data.Storage;

namespace Assets.Benchmarks;

/// <param name="Further">Whether the page after it is read too, by its link.</param>
internal sealed record AssetListRequest(string Kind, string Address, bool Further);

/// <summary>
/// What eight people ask of the list: seven in ten a part of a serial or tag, two a filter with an order, one a term that very many
/// assets have. All of it is drawn from the data, so that parts that one asset has and parts that all have come as they lie.
/// </summary>
internal sealed class AssetListRequests
{
    private static readonly string[] Orders = ["tag", "serial", "kind", "state", "purchased"];
    private readonly Random random;
    private readonly List<(string Tag, string? Serial, string Kind, string State, string? Site, string Model, string Vendor, string Name)> drawn;

    public AssetListRequests(Database database, int seed)
    {
        random = new Random(seed);
        drawn = Draw(database, random);
    }

    public List<AssetListRequest> Make(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    private AssetListRequest Next()
    {
        var asset = drawn[random.Next(drawn.Count)];
        var kind = random.Next(10);
        var further = random.Next(10) == 0;
        return kind switch
        {
            < 7 when asset.Serial is { Length: >= 3 } serial && random.Next(2) == 0 => new("part of a serial", Search(Part(serial)), further),
            < 7 => new("part of a tag", Search(Part(asset.Tag)), further),
            < 9 => new("filter and sort", Filtered(asset), further),
            _ => new("broad term", Search(random.Next(3) switch { 0 => asset.Vendor, 1 => asset.Name, _ => asset.Tag[..3] }), further),
        };

        string Filtered((string Tag, string? Serial, string Kind, string State, string? Site, string Model, string Vendor, string Name) like)
        {
            var filter = random.Next(6) switch
            {
                0 => $"kind={like.Kind}",
                1 => $"state={like.State}",
                2 => $"kind={like.Kind}&state={like.State}",
                3 when like.Site is not null => $"site={Uri.EscapeDataString(like.Site)}",
                4 => $"model={Uri.EscapeDataString(like.Model)}",
                _ => "q=",
            };
            return $"/assets?{filter}&sort={(random.Next(2) == 0 ? "" : "-")}{Orders[random.Next(Orders.Length)]}";
        }
    }

    private string Part(string text)
    {
        var length = random.Next(3, text.Length + 1);
        return text.Substring(random.Next(text.Length - length + 1), length);
    }

    private static string Search(string term) => "/assets?q=" + Uri.EscapeDataString(term.ToLowerInvariant());

    private static List<(string Tag, string? Serial, string Kind, string State, string? Site, string Model, string Vendor, string Name)> Draw(Database database, Random random)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select max(id) from assets";
        var highest = Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        var ids = Enumerable.Range(0, 2_000).Select(_ => random.NextInt64(1, highest + 1)).Distinct();
        command.CommandText = $"select a.tag, a.serial, a.kind, a.state, s.code, m.code, m.vendor, m.name from assets a join models m on m.id = a.model_id left join sites s on s.id = a.site_id where a.id in ({string.Join(',', ids)}) order by a.id";
        using var reader = command.ExecuteReader();
        var rows = new List<(string Tag, string? Serial, string Kind, string State, string? Site, string Model, string Vendor, string Name)>();
        while (reader.Read())
        {
            rows.Add((
                reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), AssetKinds.Vocabulary.Word((AssetKind)reader.GetInt32(2)), AssetStates.Vocabulary.Word((AssetState)reader.GetInt32(3)),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetString(5), reader.GetString(6), reader.GetString(7)));
        }
        return rows;
    }
}

using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>A model, site or supplier in its list; what the others have is none.</summary>
/// <param name="Uses">Assets of a model or at a site, purchases from a supplier; none where the viewer sees a part of the assets only.</param>
public sealed record RegisterListItem(int Id, string Code, string Name, AssetKind? Kind, Money? ListPrice, DateOnly? EndOfLife, string? Place, string? Connection, string? OrgNumber, long? Uses);

/// <summary>The models, sites or suppliers of the register: hundreds, which are searched where they are read, without regard to case, form or order of words.</summary>
public static class RegisterList
{
    public static IReadOnlyList<RegisterListItem> Read(Database database, RegisterKind kind, string term, bool withUses)
    {
        using var reading = PageReading.Begin(database);
        var uses = new Dictionary<int, long>();
        if (withUses) reading.Each(Query.Of(Uses(kind)), r => uses[r.GetInt32(0)] = r.GetInt64(1));
        var words = Keys.Fold(term).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. reading.Rows(Query.Of(List(kind)), r => Item(kind, r))
            .Where(item => words.Length == 0 || Fits(words, item))
            .Select(item => withUses ? item with { Uses = uses.GetValueOrDefault(item.Id) } : item)];
    }

    private static bool Fits(string[] words, RegisterListItem item)
    {
        var text = Keys.Fold($"{item.Code} {item.Name} {item.Place} {item.OrgNumber}");
        return Array.TrueForAll(words, word => text.Contains(word, StringComparison.Ordinal));
    }

    private static RegisterListItem Item(RegisterKind kind, DbDataReader r) => kind switch
    {
        RegisterKind.Model => new(r.GetInt32(0), r.GetString(1), $"{r.GetString(2)} {r.GetString(3)}", (AssetKind)r.GetInt32(4), Money.FromOre(r.GetInt64(5)), r.DayOrNone(6), null, null, null, null),
        RegisterKind.Site => new(r.GetInt32(0), r.GetString(1), r.GetString(2), null, null, null, string.Join(' ', new[] { r.Text(3), r.Text(4) }.OfType<string>()), r.Text(5), null, null),
        _ => new(r.GetInt32(0), r.GetString(1), r.GetString(2), null, null, null, null, null, r.Text(3), null),
    };

    private static string List(RegisterKind kind) => kind switch
    {
        RegisterKind.Model => "select id, code, vendor, name, kind, list_price, end_of_life from models order by vendor, name, code_key",
        RegisterKind.Site => "select s.id, s.code, s.name, s.postcode, o.name, s.connection from sites s left join organisations o on o.id = s.municipality_id order by s.name, s.code_key",
        RegisterKind.Supplier => "select id, code, name, org_number from suppliers order by name, code_key",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has a page of its own."),
    };

    // Along an index each: which supplier an asset came from has none, its purchases are few.
    private static string Uses(RegisterKind kind) => kind switch
    {
        RegisterKind.Model => "select model_id, count(*) from assets group by model_id",
        RegisterKind.Site => "select site_id, count(*) from assets where site_id is not null group by site_id",
        _ => "select supplier_id, count(*) from purchase_orders group by supplier_id",
    };
}

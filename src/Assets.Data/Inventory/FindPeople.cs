using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>People by their names: those with an account, and those for whom something was ordered.</summary>
internal static class FindPeople
{
    private const int LeastLetters = 3;
    private const int MostDigits = 2;

    /// <summary>Numbers of assets, lines and orders are no names: the names are not read through for them.</summary>
    public static bool MayBeName(string key) => key.Count(char.IsLetter) >= LeastLetters && key.Count(char.IsDigit) <= MostDigits;

    /// <summary>Who has a role or an asset within reach; leads to what that person uses.</summary>
    public static List<Found> WithAccount(Database database, Reach reach, string key, int most)
    {
        using var reading = PageReading.Begin(database);
        var sql = Query.Of("select u.user_name, u.display_name from users u where 1=1");
        foreach (var word in InCapitals.Words(key)) sql.Raw(" and ").Holds("u.display_name", word);
        if (!reach.IsEverywhere)
        {
            sql.Raw(" and (exists (select 1 from role_grants g where g.user_id = u.id and g.organisation_id in ").Numbers(reach.Units)
                .Raw(") or u.user_name in (select a.user_account from assets a where a.user_account is not null and a.user_unit_id in ").Numbers(reach.Units).Raw("))");
        }
        return reading.Rows(sql.Add($" order by u.display_name, u.id limit {most}"), r => new Found(
            FoundKind.Person, r.GetString(1), r.GetString(0), $"/assets?q={Uri.EscapeDataString(r.GetString(0))}", Keys.Fold(r.GetString(1)) == key));
    }

    /// <summary>The newest orders with a line for that person, by name or account.</summary>
    public static List<Found> OrderedFor(Database database, Reach reach, string text, string key, int most)
    {
        using var reading = PageReading.Begin(database);
        var lines = new Query().Add($"select l.order_id, min(l.recipient_name) as name, min(l.recipient_account) as account from order_lines l where l.recipient_account = {text.Trim()} or (l.recipient_name is not null");
        foreach (var word in InCapitals.Words(key)) lines.Raw(" and ").Holds("l.recipient_name", word);
        var sql = lines.Wrap("select o.number, u.name, r.name, r.account from (", ") group by l.order_id) r join orders o on o.id = r.order_id join organisations u on u.id = o.unit_id")
            .Add($" where o.state <> {OrderState.Basket}"); // a basket is its orderer's own
        if (!reach.IsEverywhere) sql.Raw(" and o.unit_id in ").Numbers(reach.Units);
        return reading.Rows(sql.Add($" order by o.id desc limit {most}"), r => new Found(
            FoundKind.Order, r.GetString(0), string.Join(" · ", new[] { r.GetString(1), r.Text(2) }.OfType<string>()), $"/orders/{r.GetString(0)}",
            Keys.Fold(r.Text(2) ?? "") == key || Keys.Fold(r.Text(3) ?? "") == key));
    }
}

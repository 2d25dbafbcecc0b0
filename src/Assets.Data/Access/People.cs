using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Access;

/// <param name="Organisation">Its code and name; none for everywhere.</param>
public sealed record GivenRole(int Id, Role Role, string? Organisation, Money? Limit);

public sealed record PersonListItem(int Id, string Account, string Name, bool IsLocked, string? Email, bool HasSecondFactor, IReadOnlyList<GivenRole> Roles);

/// <summary>The people with an account, for who appoints them.</summary>
public static class People
{
    private const string Columns = "select id, user_name, normalized_user_name, display_name, lockout_end, email, two_factor_enabled from users";

    /// <summary>By account.</summary>
    /// <param name="words">Each in the account, the name or the address; empty: everybody.</param>
    /// <param name="after">The account after which to go on; none from the beginning.</param>
    public static IReadOnlyList<PersonListItem> Read(Database database, DateTimeOffset now, string words = "", string? after = null, int limit = int.MaxValue)
    {
        var people = Query.Of(Columns + " where 1=1");
        foreach (var word in InCapitals.Words(words))
            people.Add($" and (normalized_user_name like {InCapitals.Holding(word)} escape '!' or normalized_email like {InCapitals.Holding(word)} escape '!' or ").Holds("display_name", word).Raw(")");
        if (after is not null) people.Add($" and normalized_user_name > {after.ToUpperInvariant()}");
        people.Add($" order by normalized_user_name limit {limit}");
        return Read(database, now, people);
    }

    public static PersonListItem? Find(Database database, DateTimeOffset now, int id) => Read(database, now, Query.Of(Columns).Add($" where id = {id}")).SingleOrDefault();

    private static IReadOnlyList<PersonListItem> Read(Database database, DateTimeOffset now, Query people)
    {
        using var reading = PageReading.Begin(database);
        var rows = reading.Rows(
            people.Wrap("select u.id, u.user_name, u.display_name, u.lockout_end, g.id, g.role, g.\"limit\", o.code, o.name, u.email, u.two_factor_enabled or exists (select 1 from user_passkeys k where k.user_id = u.id) from (", ") u left join role_grants g on g.user_id = u.id left join organisations o on o.id = g.organisation_id order by u.normalized_user_name, g.role, o.code"),
            r => (Id: r.GetInt32(0), Account: r.GetString(1), Name: r.GetString(2), Locked: r.Long(3) is { } until && Conventions.ToInstant(until) > now, Role: r.Int(4) is { } grant
                ? new GivenRole(grant, (Role)r.GetInt32(5), r.Text(7) is { } code ? $"{code} {r.GetString(8)}" : null, r.Long(6) is { } limit ? Money.FromOre(limit) : null)
                : null, Email: string.IsNullOrWhiteSpace(r.Text(9)) ? null : r.Text(9), HasSecondFactor: r.GetBoolean(10)));
        return [.. rows.GroupBy(row => (row.Id, row.Account, row.Name, row.Locked, row.Email, row.HasSecondFactor)).Select(g => new PersonListItem(g.Key.Id, g.Key.Account, g.Key.Name, g.Key.Locked, g.Key.Email, g.Key.HasSecondFactor, [.. g.Select(row => row.Role).OfType<GivenRole>()]))];
    }
}

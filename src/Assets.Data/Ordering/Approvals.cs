using System.Data.Common;
using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>A person by number and name.</summary>
public sealed record Person(int Id, string Account, string Name);

/// <summary>A person who may approve an order, and for whom.</summary>
public sealed record NamedApprover(Person Person, Person For, bool IsAwaited);

/// <summary>
/// Everybody who may approve or review, with the stand-ins of a day: a few hundred rows, read anew for every question, so that who has
/// left holds nothing up. Who of them an order waits for is decided by <see cref="Approval"/>.
/// </summary>
public sealed class Approvals
{
    private readonly IReadOnlyList<Grant> grants;
    private readonly IReadOnlyList<StandIn> standIns;
    private readonly Dictionary<int, Person> people;
    private readonly DateOnly day;

    private Approvals(IReadOnlyList<Grant> grants, IReadOnlyList<(StandIn StandIn, Person Delegate)> standIns, DateOnly day)
    {
        this.grants = grants;
        this.standIns = [.. standIns.Select(one => one.StandIn)];
        this.day = day;
        people = grants.Select(grant => grant.Person).Concat(standIns.Select(one => one.Delegate)).DistinctBy(person => person.Id).ToDictionary(person => person.Id);
    }

    /// <param name="lineage">Of the unit that is to pay.</param>
    public IReadOnlyList<NamedApprover> For(string lineage, Money rent, int ordererId)
    {
        var holders = grants
            .Where(grant => Grants.Allows(grant.Role, Permission.ApproveOrders) && grant.Covers(lineage))
            .Select(grant => new BudgetHolder(grant.Person.Id, grant.Distance(lineage), grant.Limit));
        return [.. Approval.Of(rent, ordererId, day, holders, standIns).Select(one => new NamedApprover(people[one.UserId], people[one.For], one.IsAwaited))];
    }

    /// <summary>The IT architects who may decide on what lies outside the standard.</summary>
    public IReadOnlyList<Person> Architects(string lineage) => With(Permission.ReviewOrders, lineage);

    /// <summary>Those who keep the queue.</summary>
    public IReadOnlyList<Person> Fulfillers(string lineage) => With(Permission.FulfilOrders, lineage);

    /// <summary>Those who may give roles and name stand-ins: only who may do so in the whole organisation.</summary>
    public IReadOnlyList<Person> Appointers =>
        [.. grants.Where(grant => Grants.Allows(grant.Role, Permission.ManageUsers) && grant.Lineage is null).Select(grant => grant.Person).DistinctBy(person => person.Id)];

    /// <summary>Whether the person holds a budget, or stands in for somebody on the day.</summary>
    public bool Involves(int userId) =>
        Has(userId, Permission.ApproveOrders) || standIns.Any(one => one.DelegateId == userId);

    /// <summary>Whether the person may do this somewhere.</summary>
    public bool Has(int userId, Permission permission) => grants.Any(grant => grant.Person.Id == userId && Grants.Allows(grant.Role, permission));

    /// <summary>Whether the person may do this for that unit.</summary>
    public bool May(int userId, Permission permission, string lineage) =>
        grants.Any(grant => grant.Person.Id == userId && Grants.Allows(grant.Role, permission) && grant.Covers(lineage));

    internal static Approvals Load(PageReading reading, DateOnly day, DateTimeOffset now) =>
        new(reading.Rows(GrantsQuery(now), GrantRow), reading.Rows(StandInsQuery(day, now), StandInRow), day);

    /// <summary>For an operation, in its own transaction.</summary>
    internal static Approvals Load(DbConnection connection, DateOnly day, DateTimeOffset now)
    {
        var grants = GrantsQuery(now);
        var standIns = StandInsQuery(day, now);
        return new Approvals(connection.Rows(grants.Sql, GrantRow, grants.Values), connection.Rows(standIns.Sql, StandInRow, standIns.Values), day);
    }

    private IReadOnlyList<Person> With(Permission permission, string lineage) =>
        [.. grants.Where(grant => Grants.Allows(grant.Role, permission) && grant.Covers(lineage)).Select(grant => grant.Person).DistinctBy(person => person.Id)];

    // Locked out for longer than a wrong password costs is gone.
    private static Query GrantsQuery(DateTimeOffset now) => new Query().Add(
        $"select u.id, u.user_name, u.display_name, g.role, g.organisation_id, o.lineage, g.\"limit\" from role_grants g join users u on u.id = g.user_id left join organisations o on o.id = g.organisation_id where u.lockout_end is null or u.lockout_end < {now.AddDays(1)} order by u.id");

    private static Query StandInsQuery(DateOnly day, DateTimeOffset now) => new Query().Add(
        $"select d.user_id, d.delegate_id, d.from_on, d.until_on, u.user_name, u.display_name from delegations d join users u on u.id = d.delegate_id where d.from_on <= {day} and d.until_on > {day} and (u.lockout_end is null or u.lockout_end < {now.AddDays(1)}) order by d.id");

    private static Grant GrantRow(DbDataReader r) => new(
        new Person(r.GetInt32(0), r.Text(1) ?? "", r.GetString(2)), (Role)r.GetInt32(3), r.Int(4) is null ? null : r.GetString(5), r.Long(6) is { } limit ? Money.FromOre(limit) : null);

    private static (StandIn StandIn, Person Delegate) StandInRow(DbDataReader r) =>
        (new StandIn(r.GetInt32(0), r.GetInt32(1), new Period(r.Day(2), r.Day(3))), new Person(r.GetInt32(1), r.Text(4) ?? "", r.GetString(5)));

    private sealed record Grant(Person Person, Role Role, string? Lineage, Money? Limit)
    {
        private const int Farthest = 1000;

        public bool Covers(string lineage) => Lineage is null || lineage.StartsWith(Lineage, StringComparison.Ordinal);

        public int Distance(string lineage) => Lineage is null ? Farthest : lineage.Count(c => c == '/') - Lineage.Count(c => c == '/');
    }
}

using System.Data.Common;
using Assets.Core.Access;
using Assets.Data.Storage;

namespace Assets.Operations.Access;

/// <summary>A role that a person's groups give.</summary>
/// <param name="Limit">In öre a month.</param>
internal sealed record WantedGrant(Role Role, int? Organisation, long? Limit);

/// <summary>What makes the roles from groups those that the groups give now.</summary>
internal sealed record GrantChange(IReadOnlyList<WantedGrant> Give, IReadOnlyList<int> Take)
{
    public bool IsEmpty => Give.Count + Take.Count == 0;

    public static GrantChange Between(DbConnection connection, int person, IReadOnlyList<WantedGrant> wanted)
    {
        var held = connection.Rows(
            "select id, role, organisation_id, \"limit\", from_groups from role_grants where user_id = @p0",
            r => (Id: r.GetInt32(0), Grant: new WantedGrant((Role)r.GetInt32(1), r.Int(2), r.Long(3)), FromGroups: r.GetBoolean(4)), person);
        var byHand = held.Where(h => !h.FromGroups).Select(h => (h.Grant.Role, h.Grant.Organisation)).ToHashSet();
        var due = wanted.Where(grant => !byHand.Contains((grant.Role, grant.Organisation))).ToList();
        return new GrantChange(
            [.. due.Where(grant => !held.Exists(h => h.FromGroups && h.Grant == grant))],
            [.. held.Where(h => h.FromGroups && !due.Contains(h.Grant)).Select(h => h.Id)]);
    }

    public void Write(DbConnection connection, int person)
    {
        foreach (var id in Take) connection.Execute("delete from role_grants where id = @p0", id);
        foreach (var grant in Give)
            connection.Execute("insert into role_grants (user_id, role, organisation_id, \"limit\", from_groups) values (@p0, @p1, @p2, @p3, @p4)", person, (int)grant.Role, grant.Organisation, grant.Limit, true);
    }
}

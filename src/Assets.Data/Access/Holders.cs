using System.Data.Common;
using Assets.Core.Access;
using Assets.Data.Storage;

namespace Assets.Data.Access;

/// <summary>Who holds a permission for the whole: those who are told when something waits for it.</summary>
internal static class Holders
{
    /// <summary>By the number of their accounts; not who is locked out for longer than a wrong password costs.</summary>
    public static List<int> Everywhere(DbConnection connection, DateTimeOffset now, params ReadOnlySpan<Permission> anyOf)
    {
        var wanted = anyOf.ToArray();
        var grants = connection.Rows(
            "select g.user_id, g.role from role_grants g join users u on u.id = g.user_id where g.organisation_id is null and (u.lockout_end is null or u.lockout_end < @p0) order by g.user_id",
            r => (Person: r.GetInt32(0), Role: (Role)r.GetInt32(1)), Conventions.ToMicroseconds(now.AddDays(1)));
        return [.. grants.Where(grant => Array.Exists(wanted, permission => Grants.Allows(grant.Role, permission))).Select(grant => grant.Person).Distinct()];
    }
}

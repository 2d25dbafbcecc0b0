using Assets.Core.Access;
using Assets.Data.Storage;

namespace Assets.Data.Access;

/// <summary>The person who looks: name, language, and how far each permission goes. Read anew for every request, so that a withdrawn right is gone at the next click.</summary>
public sealed class Viewer
{
    private readonly Dictionary<Permission, Reach> reaches;

    private Viewer(int id, string account, string name, string language, string? stamp, IReadOnlySet<Role> roles, Dictionary<Permission, Reach> reaches)
    {
        Id = id;
        Account = account;
        Name = name;
        Language = language;
        SecurityStamp = stamp;
        Roles = roles;
        this.reaches = reaches;
    }

    public int Id { get; }

    public string Account { get; }

    public string Name { get; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>Changes with the password: a session with another stamp has ended.</summary>
    public string? SecurityStamp { get; }

    /// <summary>Anywhere. Rights are asked of permissions; by roles an installation says only who needs a second factor.</summary>
    public IReadOnlySet<Role> Roles { get; }

    public bool May(Permission permission) => reaches.ContainsKey(permission);

    /// <summary>Where the permission holds.</summary>
    public Reach Reach(Permission permission) => reaches.GetValueOrDefault(permission, Access.Reach.Nowhere);

    /// <summary>What a token leaves of its owner's rights: the permissions named with what they show, in the subtree named. None narrows nothing; nothing is ever added.</summary>
    public Viewer Narrowed(Database database, IReadOnlyCollection<Permission>? permissions, string? lineage)
    {
        var left = reaches.Where(reach => permissions is null || permissions.Any(named => named == reach.Key || Permissions.Shows(named) == reach.Key)).ToDictionary();
        if (lineage is not null)
        {
            using var reading = PageReading.Begin(database);
            var units = Subtree(reading, lineage);
            foreach (var (permission, reach) in left.ToList())
            {
                if (units.Where(reach.Covers).ToList() is { Count: > 0 } covered) left[permission] = Access.Reach.Over(covered);
                else left.Remove(permission);
            }
        }
        return new Viewer(Id, Account, Name, Language, SecurityStamp, Roles, left) { IsNarrowedTo = lineage };
    }

    /// <summary>The lineage of the subtree that a token is for; none for a person.</summary>
    public string? IsNarrowedTo { get; private init; }

    /// <summary>None where the person does not exist or is locked out for good.</summary>
    public static Viewer? Load(Database database, int id)
    {
        using var reading = PageReading.Begin(database);
        string? account = null, name = null, language = null, stamp = null;
        var grants = new List<(Role Role, string? Lineage)>();
        reading.Each(
            new Query().Add($"select u.user_name, u.display_name, u.language, u.security_stamp, g.role, g.organisation_id, o.lineage from users u left join role_grants g on g.user_id = u.id left join organisations o on o.id = g.organisation_id where u.id = {id}").Keep(),
            r =>
            {
                account = r.Text(0) ?? "";
                name = r.GetString(1);
                language = r.GetString(2);
                stamp = r.Text(3);
                if (r.Int(4) is { } role) grants.Add(((Role)role, r.Int(5) is null ? null : r.GetString(6)));
            });
        if (account is null) return null;
        return new Viewer(id, account, name!, language!, stamp, grants.Select(g => g.Role).ToHashSet(), Reaches(reading, grants));
    }

    private static Dictionary<Permission, Reach> Reaches(PageReading reading, List<(Role Role, string? Lineage)> grants)
    {
        var subtrees = grants.Where(g => g.Lineage is not null).Select(g => g.Lineage!).Distinct(StringComparer.Ordinal)
            .ToDictionary(lineage => lineage, lineage => Subtree(reading, lineage), StringComparer.Ordinal);
        var reaches = new Dictionary<Permission, Reach>();
        foreach (var permission in grants.SelectMany(g => Grants.Of(g.Role)).Distinct())
        {
            var giving = grants.Where(g => Grants.Allows(g.Role, permission)).ToList();
            reaches[permission] = giving.Exists(g => g.Lineage is null) ? Access.Reach.Everywhere : Access.Reach.Over(giving.SelectMany(g => subtrees[g.Lineage!]));
        }
        return reaches;
    }

    private static List<int> Subtree(PageReading reading, string lineage) =>
        reading.Rows(new Query().Add($"select id from organisations where lineage >= {lineage} and lineage < {lineage + "\U0010FFFF"}"), r => r.GetInt32(0));
}

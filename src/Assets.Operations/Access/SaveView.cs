using Assets.Core.Access;
using Assets.Data.Storage;

namespace Assets.Operations.Access;

/// <summary>Gives what a list shows a name. A view that its owner saves of the same list under the same name again is the new one.</summary>
public static class SaveView
{
    private const int LongestName = 60;
    private const int LongestQuery = 1_000;

    /// <summary>False where there is no name, or too long a one.</summary>
    public static bool Run(Installation installation, int userId, NamedList list, string? name, string query, bool shared)
    {
        var plain = name?.Trim() ?? "";
        if (plain.Length is 0 or > LongestName || query.Length > LongestQuery || query.Any(char.IsControl)) return false;
        using var writing = Writing.Begin(installation.Database);
        writing.Connection.Execute("delete from saved_views where user_id = @p0 and list = @p1 and name = @p2", userId, (int)list, plain);
        writing.Connection.Execute("insert into saved_views (user_id, list, name, query, shared) values (@p0, @p1, @p2, @p3, @p4)", userId, (int)list, plain, query, shared);
        writing.Commit();
        return true;
    }

    /// <summary>Only one's own; another's stays.</summary>
    public static void Remove(Installation installation, int userId, int id)
    {
        using var writing = Writing.Begin(installation.Database);
        writing.Connection.Execute("delete from saved_views where id = @p0 and user_id = @p1", id, userId);
        writing.Commit();
    }
}

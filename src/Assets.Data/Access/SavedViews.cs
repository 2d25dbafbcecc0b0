using Assets.Core.Access;
using Assets.Data.Storage;

namespace Assets.Data.Access;

/// <param name="Query">What stands after the question mark of the list's address.</param>
public sealed record SavedView(int Id, NamedList List, string Name, string Query, bool Shared, bool IsMine, string Owner);

/// <summary>The views of one person, and those that colleagues share.</summary>
public static class SavedViews
{
    private const int Most = 100;

    /// <param name="lists">The lists that the person may open; at least one.</param>
    public static IReadOnlyList<SavedView> Of(Database database, int userId, params IReadOnlyCollection<NamedList> lists)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            new Query().Add($"select v.id, v.list, v.name, v.query, v.shared, v.user_id, u.display_name from saved_views v join users u on u.id = v.user_id where (v.user_id = {userId} or v.shared) and v.list in ")
                .Numbers(lists.Select(list => (int)list)).Add($" order by v.list, v.name, v.id limit {Most * lists.Count}"),
            r => new SavedView(r.GetInt32(0), (NamedList)r.GetInt32(1), r.GetString(2), r.GetString(3), r.GetBoolean(4), r.GetInt32(5) == userId, r.GetString(6)));
    }
}

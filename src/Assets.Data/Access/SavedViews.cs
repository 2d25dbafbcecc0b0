using System.Data.Common;
using Assets.Core.Access;
using Assets.Data.Storage;

namespace Assets.Data.Access;

/// <param name="Query">What stands after the question mark of the list's address.</param>
public sealed record SavedView(int Id, NamedList List, string Name, string Query, bool Shared, bool IsMine, string Owner);

/// <summary>The views of one person, and those that colleagues share.</summary>
public static class SavedViews
{
    /// <summary>So many views of a list may somebody have.</summary>
    public const int MostOwn = 50;

    private const int Most = 100;
    private const string Columns = "select v.id, v.list, v.name, v.query, v.shared, v.user_id, u.display_name from saved_views v join users u on u.id = v.user_id";

    /// <summary>One's own first: however many others share, they do not push them out.</summary>
    /// <param name="lists">The lists that the person may open; at least one.</param>
    public static IReadOnlyList<SavedView> Of(Database database, int userId, params IReadOnlyCollection<NamedList> lists)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            new Query().Raw(Columns).Add($" where (v.user_id = {userId} or v.shared) and v.list in ").Numbers(lists.Select(list => (int)list))
                .Add($" order by case when v.user_id = {userId} then 0 else 1 end, v.list, v.name, v.id limit {Most * lists.Count}").Keep(),
            r => View(r, userId));
    }

    /// <summary>A view of one's own; none where it is another's, or gone.</summary>
    public static SavedView? Own(Database database, int userId, int id)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(new Query().Raw(Columns).Add($" where v.id = {id} and v.user_id = {userId}"), r => View(r, userId));
    }

    private static SavedView View(DbDataReader r, int userId) =>
        new(r.GetInt32(0), (NamedList)r.GetInt32(1), r.GetString(2), r.GetString(3), r.GetBoolean(4), r.GetInt32(5) == userId, r.GetString(6));
}

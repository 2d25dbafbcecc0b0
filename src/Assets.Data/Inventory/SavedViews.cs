using Assets.Data.Storage;

namespace Assets.Data.Inventory;

public sealed record SavedView(int Id, string Name, string Query, bool Shared, bool IsMine, string Owner);

/// <summary>The views of one person, and those that colleagues share.</summary>
public static class SavedViews
{
    private const int Most = 100;

    public static IReadOnlyList<SavedView> Of(Database database, int userId)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            new Query().Add($"select v.id, v.name, v.query, v.shared, v.user_id, u.display_name from saved_views v join users u on u.id = v.user_id where v.user_id = {userId} or v.shared order by v.name, v.id limit {Most}"),
            r => new SavedView(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetBoolean(3), r.GetInt32(4) == userId, r.GetString(5)));
    }
}

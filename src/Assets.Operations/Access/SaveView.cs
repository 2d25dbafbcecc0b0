using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Operations.Access;

/// <summary>Gives what a list shows a name. A view that its owner saves of the same list under the same name again is the new one.</summary>
public static class SaveView
{
    /// <summary>No name, or too long a one; or more than an address should hold.</summary>
    public const string Unnamed = "view_unnamed";

    /// <summary>A list has room for so many of one's own.</summary>
    public const string TooMany = "too_many_views";

    private const int LongestName = 60;
    private const int LongestQuery = 1_000;

    public static IReadOnlyList<string> Refusals { get; } = [Unnamed, TooMany];

    public static Outcome<SavedView> Run(Installation installation, int userId, NamedList list, string? name, string query, bool shared)
    {
        var plain = name?.Trim() ?? "";
        if (plain.Length is 0 or > LongestName || query.Length > LongestQuery || query.Any(char.IsControl)) return new Refusal(Unnamed, "");
        long id;
        using (var writing = Writing.Begin(installation.Database))
        {
            if (writing.Connection.Number("select count(*) from saved_views where user_id = @p0 and list = @p1 and name <> @p2", userId, (int)list, plain) >= SavedViews.MostOwn)
                return new Refusal(TooMany, SavedViews.MostOwn.ToString(CultureInfo.InvariantCulture));
            writing.Connection.Execute("delete from saved_views where user_id = @p0 and list = @p1 and name = @p2", userId, (int)list, plain);
            id = writing.Connection.Number("insert into saved_views (user_id, list, name, query, shared) values (@p0, @p1, @p2, @p3, @p4) returning id", userId, (int)list, plain, query, shared);
            writing.Commit();
        }
        return SavedViews.Own(installation.Database, userId, (int)id)!;
    }

    /// <summary>Only one's own; another's stays.</summary>
    public static void Remove(Installation installation, int userId, int id)
    {
        using var writing = Writing.Begin(installation.Database);
        writing.Connection.Execute("delete from saved_views where id = @p0 and user_id = @p1", id, userId);
        writing.Commit();
    }
}

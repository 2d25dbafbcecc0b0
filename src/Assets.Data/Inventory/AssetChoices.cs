using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>What the asset list can be narrowed to by name: the first few hundred of each, read at once. What is not among them is typed.</summary>
public sealed record AssetChoices(IReadOnlyList<NamedCode> Sites, IReadOnlyList<NamedCode> Models, IReadOnlyList<NamedCode> Units)
{
    private const int MostOfEach = 200;

    /// <param name="reach">Units outside it are not named.</param>
    public static AssetChoices Read(Database database, Reach reach)
    {
        using var reading = PageReading.Begin(database);
        var all = reading.Rows(
            Query.Of("""
                select 0, id, code, name as text from sites union all select 1, id, code, vendor || ' ' || name from models union all select 2, id, code, name from organisations
                order by 1, text, code
                """),
            r => (What: r.GetInt32(0), Id: r.GetInt32(1), Code: new NamedCode(r.GetString(2), r.GetString(3))));
        List<NamedCode> Of(int what) => [.. all.Where(row => row.What == what && (what < 2 || reach.Covers(row.Id))).Take(MostOfEach).Select(row => row.Code)];
        return new AssetChoices(Of(0), Of(1), Of(2));
    }
}

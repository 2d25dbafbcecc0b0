using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>What the asset list can be narrowed to by name: the first few hundred of each. What is not among them is typed.</summary>
public sealed record AssetChoices(IReadOnlyList<NamedCode> Sites, IReadOnlyList<NamedCode> Models, IReadOnlyList<NamedCode> Units)
{
    private const int MostOfEach = 200;

    /// <param name="reach">Units outside it are not named.</param>
    internal static AssetChoices Of(IReadOnlyList<Named> all, Reach reach)
    {
        List<NamedCode> Within(int what) => [.. all.Where(row => row.What == what && (what < 2 || reach.Covers(row.Id))).Take(MostOfEach).Select(row => row.Code)];
        return new AssetChoices(Within(0), Within(1), Within(2));
    }

    /// <summary>All sites, models and units, in the order of their names.</summary>
    internal static IReadOnlyList<Named> Read(Database database)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            Query.Of("""
                select 0, id, code, name as text from sites union all select 1, id, code, vendor || ' ' || name from models union all select 2, id, code, name from organisations
                order by 1, text, code
                """),
            r => new Named(r.GetInt32(0), r.GetInt32(1), new NamedCode(r.GetString(2), r.GetString(3))));
    }

    internal sealed record Named(int What, int Id, NamedCode Code);
}

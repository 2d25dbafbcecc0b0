using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>
/// From the codes that facts are written in to the numbers that the database keeps, and back: organisations,
/// cost codes with their validity. Some thousands of rows, read once a run; assets, which are many, are asked for one by one.
/// </summary>
internal sealed class CodeBook : IDisposable
{
    private readonly Dictionary<string, int> unitIds = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> units = [];
    private readonly Dictionary<string, int> costCodeIds = new(StringComparer.Ordinal);
    private readonly Dictionary<int, CostCode> costCodes = [];
    private readonly Dictionary<long, string> tags = [];
    private readonly Reading reading;
    private readonly BulkRead assets;

    private CodeBook(Reading reading)
    {
        this.reading = reading;
        assets = reading.Query("select tag from assets where id = @p0");
    }

    public static CodeBook Read(Reading reading)
    {
        var book = new CodeBook(reading);
        foreach (var (id, code) in reading.Connection.Rows("select id, code from organisations", r => (r.GetInt32(0), r.GetString(1))))
        {
            book.unitIds.Add(code, id);
            book.units.Add(id, code);
        }
        foreach (var code in reading.Connection.Rows(
            "select id, code, valid_from, valid_until from cost_codes",
            r => (Id: r.GetInt32(0), Code: new CostCode(r.GetString(1), r.DayOrNone(2), r.DayOrNone(3)))))
        {
            book.costCodeIds.Add(code.Code.Code, code.Id);
            book.costCodes.Add(code.Id, code.Code);
        }
        return book;
    }

    /// <exception cref="KeyNotFoundException">A stored line names a unit that the register does not have under this very name.</exception>
    public int UnitId(string code) =>
        unitIds.TryGetValue(code, out var id) ? id : throw new KeyNotFoundException($"A contract line names the unit '{code}', which the register does not know.");

    /// <returns>None for the empty code, which is a missing one.</returns>
    public int? CostCodeId(string code)
    {
        if (code.Length == 0) return null;
        return costCodeIds.TryGetValue(code, out var id) ? id : throw new KeyNotFoundException($"A contract line names the cost code '{code}', which the register does not know.");
    }

    public string UnitCode(int id) => units[id];

    public string CostCodeOf(int? id) => id is { } known ? costCodes[known].Code : "";

    /// <summary>True where the code is valid on every day from <paramref name="from"/> up to but not including <paramref name="until"/>.</summary>
    public bool IsValid(int costCodeId, DateOnly from, DateOnly until)
    {
        var code = costCodes[costCodeId];
        return (code.ValidFrom is not { } first || first <= from) && (code.ValidUntil is not { } end || until <= end);
    }

    public string? Tag(long? assetId)
    {
        if (assetId is not { } id) return null;
        if (tags.TryGetValue(id, out var known)) return known;
        assets.Run(id);
        var tag = assets.Next() ? assets.Text(0) : throw new KeyNotFoundException($"A charge names asset number {id}, which the register does not have.");
        tags.Add(id, tag);
        return tag;
    }

    /// <summary>Reads the whole register where need be: only for the odd fee for an asset that no segment of its line names any more.</summary>
    public long AssetId(string tag) => reading.Connection.Scalar("select id from assets where tag = @p0", tag) is { } id
        ? Convert.ToInt64(id, System.Globalization.CultureInfo.InvariantCulture)
        : throw new KeyNotFoundException($"A contract line names the asset '{tag}', which the register does not know.");

    public void Dispose() => assets.Dispose();

    private sealed record CostCode(string Code, DateOnly? ValidFrom, DateOnly? ValidUntil);
}

using System.Globalization;
using Assets.Core.Inventory;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>A model as it was known: its kind and life decide how its assets are sorted and written off.</summary>
internal sealed record ModelThen(string Code, AssetKind Kind, string Vendor, string Name, int LifeMonths);

internal sealed record UnitName(int Id, string Code, string Name);

/// <summary>
/// What the codes of assets and lines stand for: models as they were known at one moment, so that a life that is corrected later does not
/// change what was said of a closed year; places and units by their present names.
/// </summary>
internal sealed class NamesThen
{
    private readonly Dictionary<string, ModelThen> models;
    private readonly Dictionary<string, string> sites;
    private readonly Dictionary<string, UnitName> units;

    public NamesThen(Reading reading, DateTimeOffset belief)
    {
        var now = reading.Connection.Rows(
            "select id, code, kind, vendor, name, life_months from models",
            r => (Id: r.GetInt32(0), Model: new ModelThen(r.GetString(1), (AssetKind)r.GetInt32(2), r.GetString(3), r.GetString(4), r.GetInt32(5))));
        ModelCodes = now.ToDictionary(m => (long)m.Id, m => m.Model.Code);
        var known = now.ToDictionary(m => (long)m.Id, m => m.Model);
        foreach (var (id, before) in LaterChanges.Of(reading.Connection, Subject.Model, belief))
        {
            if (known.TryGetValue(id, out var model)) known[id] = Before(model, before);
        }
        // Without regard to case: a file may have written a code otherwise since.
        models = known.Values.ToDictionary(model => model.Code, StringComparer.OrdinalIgnoreCase);
        var places = reading.Connection.Rows("select id, code, name from sites", r => (Id: r.GetInt32(0), Code: r.GetString(1), Name: r.GetString(2)));
        SiteCodes = places.ToDictionary(site => (long)site.Id, site => site.Code);
        sites = places.ToDictionary(site => site.Code, site => site.Name, StringComparer.OrdinalIgnoreCase);
        var organisations = reading.Connection.Rows("select id, code, name from organisations", r => new UnitName(r.GetInt32(0), r.GetString(1), r.GetString(2)));
        UnitCodes = organisations.ToDictionary(unit => (long)unit.Id, unit => unit.Code);
        units = organisations.ToDictionary(unit => unit.Code, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyDictionary<long, string> ModelCodes { get; }

    public IReadOnlyDictionary<long, string> SiteCodes { get; }

    public IReadOnlyDictionary<long, string> UnitCodes { get; }

    public ModelThen Model(string code) => models[code];

    public string? Site(string? code) => code is null ? null : sites.GetValueOrDefault(code);

    public UnitName? Unit(string? code) => code is null ? null : units.GetValueOrDefault(code);

    // From which day a change held is no matter: a model's facts hold for all its days.
    private static ModelThen Before(ModelThen model, IReadOnlyList<FieldChange> changes) => changes.Aggregate(model, (was, change) => change.Field switch
    {
        "kind" => was with { Kind = AssetKinds.Vocabulary.TryParse(change.Before, out var kind) ? kind : was.Kind },
        "vendor" => was with { Vendor = change.Before ?? "" },
        "model" => was with { Name = change.Before ?? "" },
        "life_months" => was with { LifeMonths = int.TryParse(change.Before, CultureInfo.InvariantCulture, out var months) ? months : was.LifeMonths },
        _ => was,
    });
}

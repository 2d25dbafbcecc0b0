using System.Globalization;
using Assets.Seed.Files;

namespace Assets.Seed.Town;

/// <summary>A unit that uses equipment and pays for it.</summary>
/// <param name="Weight">How much equipment it has, against the others.</param>
internal sealed record Unit(string Code, string Name, string CustomerCode, string MunicipalityCode, string SiteCode, string CostCode, string ProjectCode, int Weight);

/// <summary>The organisations with their cost codes and premises, as files to import.</summary>
internal sealed class OrganisationChart
{
    private readonly Dice dice;
    private readonly Dictionary<string, string> halls = [];
    private readonly List<Unit> units = [];

    public OrganisationChart(DemoSettings settings)
    {
        dice = new Dice(settings.Seed, "organisations");
        foreach (var municipality in Municipality.All) Add(municipality);
        foreach (var owned in Municipality.Owned) Add(owned);
    }

    public IReadOnlyList<Unit> Units => units;

    /// <summary>The unit that owns everything and runs the network.</summary>
    public Unit ItUnit => units.Find(unit => unit.Name == "IT-enheten")!;

    /// <summary>A school that has a grant for its computers.</summary>
    public Unit GrantSchool => units.Find(unit => unit.Name == "Åsskolan")!;

    public CsvText Organisations { get; } = new("organisationer", "org_code", "name", "kind", "parent_code", "org_number");

    public CsvText CostCodes { get; } = new("kostnadskoder", "cost_code", "unit_code", "name", "valid_from", "valid_to");

    public CsvText Sites { get; } = new("fastigheter", "site_code", "name", "municipality_code", "postcode", "connection", "latitude", "longitude");

    private void Add(Municipality municipality)
    {
        var number = Organisations.Count + 1;
        Organisations.Add(municipality.Code, municipality.Name, "municipality", "", OrganisationNumber.Invent("212099", 400 + number));
        halls[municipality.Code] = AddSite($"{municipality.Seat} kommunhus", municipality, "fibre");
        for (var i = 0; i < municipality.Administrations.Count; i++)
        {
            var administration = municipality.Administrations[i];
            var code = string.Create(CultureInfo.InvariantCulture, $"{municipality.Code}-{10 + i}");
            Organisations.Add(code, administration.Name, "administration", municipality.Code, "");
            AddUnits(code, administration.Units, administration.Weight, municipality);
        }
    }

    private void Add(OwnedEntity owned)
    {
        var prefix = owned.Kind == "company" ? "559900" : "802499";
        Organisations.Add(owned.Code, owned.Name, owned.Kind, owned.Owner, OrganisationNumber.Invent(prefix, 500 + Organisations.Count));
        AddUnits(owned.Code, owned.Units, owned.Weight, Municipality.All.First(municipality => municipality.Code == owned.Owner));
    }

    private void AddUnits(string customer, IReadOnlyList<string> names, int weight, Municipality municipality)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i].TrimEnd('!');
            var code = string.Create(CultureInfo.InvariantCulture, $"{customer}-{1 + i:000}");
            Organisations.Add(code, name, "unit", customer, "");
            var site = names[i].EndsWith('!') ? AddSite(name, municipality, ConnectionOf(dice.Below(100))) : halls[municipality.Code];
            var costCode = string.Create(CultureInfo.InvariantCulture, $"{10_000 + units.Count * 10}");
            var project = string.Create(CultureInfo.InvariantCulture, $"{10_001 + units.Count * 10}");
            CostCodes.Add(costCode, code, "Drift", "2018-01-01", "");
            CostCodes.Add(project, code, "Projekt", "2018-01-01", "");
            units.Add(new Unit(code, name, customer, municipality.Code, site, costCode, project, Math.Max(1, weight * 4 / names.Count)));
        }
    }

    private string AddSite(string name, Municipality municipality, string connection)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"F{Sites.Count + 1:000}");
        var (north, east) = (municipality.Latitude + (dice.Between(-90, 90) / 1000.0), municipality.Longitude + (dice.Between(-120, 120) / 1000.0));
        Sites.Add(
            code, name, municipality.Code, string.Create(CultureInfo.InvariantCulture, $"{municipality.PostcodeArea} {dice.Between(30, 99)}"), connection,
            north.ToString("0.000", CultureInfo.InvariantCulture), east.ToString("0.000", CultureInfo.InvariantCulture));
        return code;
    }

    private static string ConnectionOf(int percent) => percent < 72 ? "fibre" : percent < 90 ? "adsl" : "mobile";
}

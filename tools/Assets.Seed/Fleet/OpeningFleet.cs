using System.Globalization;
using Assets.Core.Inventory;
using Assets.Seed.Town;

namespace Assets.Seed.Fleet;

/// <summary>What was there when the register was taken over: every kind, at every unit, in every state.</summary>
internal sealed class OpeningFleet
{
    /// <summary>Of a thousand assets.</summary>
    private static readonly (AssetKind Kind, int Share)[] Mix =
    [
        (AssetKind.Pc, 430), (AssetKind.Monitor, 208), (AssetKind.Dock, 110), (AssetKind.Peripheral, 62), (AssetKind.Printer, 30), (AssetKind.Mfp, 36),
        (AssetKind.Switch, 32), (AssetKind.Router, 9), (AssetKind.Modem, 8), (AssetKind.Firewall, 8), (AssetKind.AccessPoint, 44), (AssetKind.Server, 14), (AssetKind.Ups, 9),
    ];

    private readonly Dice dice;
    private readonly DemoSettings settings;
    private readonly OrganisationChart chart;
    private readonly Purchasing purchasing;
    private readonly List<Unit> places = [];
    private readonly List<FleetAsset> assets = [];

    public OpeningFleet(DemoSettings settings, OrganisationChart chart, Purchasing purchasing)
    {
        dice = new Dice(settings.Seed, "opening fleet");
        this.settings = settings;
        this.chart = chart;
        this.purchasing = purchasing;
        foreach (var unit in chart.Units) places.AddRange(Enumerable.Repeat(unit, unit.Weight));
        // Nine tenths are there from the beginning; the rest is delivered during the year.
        foreach (var (kind, share) in Mix) Add(kind, Math.Max(Fewest(kind), settings.AssetCount * share * 9 / 10_000));
        Furnish();
    }

    public IReadOnlyList<FleetAsset> Assets => assets;

    // Enough of each kind for what is polled and for what happens to it, however small the fleet.
    private static int Fewest(AssetKind kind) => kind switch
    {
        AssetKind.Switch or AssetKind.AccessPoint or AssetKind.Printer or AssetKind.Mfp => 16,
        _ => 8,
    };

    private void Add(AssetKind kind, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var age = dice.Between(40, 40 * 28);
            var state = StateAt(i, count);
            var unit = state is AssetState.InUse or AssetState.InRepair ? dice.Pick(places) : chart.ItUnit;
            if (i == 0 && kind == AssetKind.Pc) unit = chart.GrantSchool; // the story needs a computer there, however small the fleet
            var asset = purchasing.Buy(kind, settings.Opening.AddDays(-age), unit, state);
            asset.Note = NoteOf(state);
            if (asset.IsRented) asset.Room = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + dice.Below(3))}{dice.Between(100, 319)}");
            assets.Add(asset);
        }
    }

    // By place and not by chance, so that a small fleet has every state too; the polled ones come first and are in use.
    private static AssetState StateAt(int place, int count) => (place * 1000 / count, count - place) switch
    {
        (_, 1) => AssetState.InRepair,
        (_, 2) => AssetState.Retired,
        (_, 3) => AssetState.InStock,
        (>= 990, _) => AssetState.Lost,
        (>= 960, _) => AssetState.Disposed,
        (>= 930, _) => AssetState.Retired,
        (>= 890, _) => AssetState.InStock,
        (>= 880, _) => AssetState.InRepair,
        _ => AssetState.InUse,
    };

    private static string? NoteOf(AssetState state) => state switch
    {
        AssetState.InRepair => "Inlämnad till leverantören",
        AssetState.Lost => "Stöldanmäld",
        AssetState.Disposed => "Lämnad till återbruk",
        _ => null,
    };

    // Each computer in use has a person; screens, docks and the rest belong to a computer at the same unit where there is one.
    private void Furnish()
    {
        var people = 0;
        var computers = new Dictionary<string, List<FleetAsset>>(StringComparer.Ordinal);
        foreach (var computer in assets.Where(asset => asset.Kind == AssetKind.Pc && asset.IsRented))
        {
            computer.Account = People.Account(people++);
            if (!computers.TryGetValue(computer.Unit.Code, out var there)) computers[computer.Unit.Code] = there = [];
            there.Add(computer);
        }
        foreach (var asset in assets.Where(asset => AssetKinds.IsAttachable(asset.Kind) && asset.State == AssetState.InUse))
        {
            if (!computers.TryGetValue(asset.Unit.Code, out var there) || dice.Percent(10)) continue;
            asset.Parent = dice.Pick(there);
            asset.Account = asset.Parent.Account;
            asset.Room = asset.Parent.Room;
        }
        NextPerson = people;
    }

    /// <summary>The number of the first person who has no computer yet.</summary>
    public int NextPerson { get; private set; }
}

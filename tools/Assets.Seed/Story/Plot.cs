using System.Globalization;
using Assets.Core.Inventory;
using Assets.Operations;
using Assets.Seed.Fleet;
using Assets.Seed.Town;

namespace Assets.Seed.Story;

/// <summary>The story while it is being made up: who has what, and the acts so far.</summary>
internal sealed class Plot
{
    private readonly List<Act> acts = [];
    private readonly List<RentalLine> lines = [];
    private readonly List<FleetAsset> store;
    private readonly List<FleetAsset> assets;
    private readonly List<FleetAsset> cameBack = [];
    private readonly HashSet<string> polled;
    private int nextPerson;

    public Plot(DemoSettings settings)
    {
        Settings = settings;
        Chart = new OrganisationChart(settings);
        Purchasing = new Purchasing(new Dice(settings.Seed, "purchasing"));
        var opening = new OpeningFleet(settings, Chart, Purchasing);
        assets = [.. opening.Assets];
        store = [.. opening.Assets.Where(asset => asset.State == AssetState.InStock)];
        nextPerson = opening.NextPerson;
        Devices = DemoNetwork.Of(opening.Assets);
        polled = [.. Devices.Select(device => device.AssetTag)];
    }

    public DemoSettings Settings { get; }

    public OrganisationChart Chart { get; }

    public Purchasing Purchasing { get; }

    public IReadOnlyList<PolledDevice> Devices { get; }

    public IReadOnlyList<FleetAsset> Assets => assets;

    public IReadOnlyList<RentalLine> Lines => lines;

    /// <summary>In the order in which they happened. What would happen today or later has not happened yet.</summary>
    public IReadOnlyList<Act> Acts => [.. acts.Where(act => act.At < EndOfStory).OrderBy(act => act.At)];

    /// <summary>The morning of the last day.</summary>
    private DateTimeOffset EndOfStory => new(Settings.Today.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);

    /// <summary>How often something happens a month, for a fleet of this size; never less than once.</summary>
    public int Times(int timesAmong3000) => Math.Max(1, timesAmong3000 * Settings.AssetCount / 3_000);

    public void Add(DateTimeOffset at, string actor, Action<Installation> act) => acts.Add(new Act(at, actor, act));

    public void Add(FleetAsset asset) => assets.Add(asset);

    public RentalLine AddLine(FleetAsset? asset, Unit unit, string costCode, DateOnly start, decimal? rent = null)
    {
        var line = new RentalLine
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"A{10_001 + lines.Count}"), Asset = asset, Unit = unit, CostCode = costCode, Start = start, Rent = rent,
            // What is polled stays where it is: the network's pages and the register tell the same.
            IsTouched = asset is not null && polled.Contains(asset.Tag),
        };
        lines.Add(line);
        return line;
    }

    /// <summary>A line to which nothing has happened yet, and now something does; none where there is no such line.</summary>
    public RentalLine? Touch(Dice dice, Func<RentalLine, bool> suits)
    {
        var fit = lines.Where(line => !line.IsTouched && suits(line)).ToList();
        if (fit.Count == 0) return null;
        var line = dice.Pick(fit);
        line.IsTouched = true;
        return line;
    }

    public string NextAccount() => People.Account(nextPerson++);

    /// <summary>From now on the store has what came back in the month before: nothing is handed out before it is there.</summary>
    public void BeginMonth()
    {
        store.AddRange(cameBack);
        cameBack.Clear();
    }

    public void PutInStore(FleetAsset asset) => cameBack.Add(asset);

    /// <summary>The asset of that kind which has lain longest; none where the store has none.</summary>
    public FleetAsset? TakeFromStore(AssetKind kind)
    {
        var found = store.Find(asset => asset.Kind == kind);
        if (found is not null) store.Remove(found);
        return found;
    }
}

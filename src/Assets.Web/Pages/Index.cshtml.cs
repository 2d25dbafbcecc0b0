using Assets.Core.Access;
using Assets.Core.Organisations;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Monitoring;
using Assets.Data.Ordering;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Ledger;
using Assets.Web.Pages.Chargeback;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages;

/// <summary>The month and the network at a glance; each figure leads to the page behind it. Who sees a part sees the part's figures.</summary>
[Needs(Permission.ViewRegister)]
public sealed class IndexModel(Installation installation, MonthSums sums, CostCards cards, CostMemory memory, Traffic traffic, Words words, Formats formats) : PageModel
{
    private const int MonthsShown = 12;

    private readonly Database database = installation.Database;

    private readonly TimeProvider clock = installation.Clock;

    public Reach Costs { get; private set; } = Reach.Nowhere;

    public bool SeesMonths { get; private set; }

    public MonthHead? Month { get; private set; }

    public Money Total { get; private set; }

    public Money? TotalBefore { get; private set; }

    public ColumnChart? ByMonth { get; private set; }

    public IReadOnlyList<(OrganisationKind Kind, Money Amount, decimal Share)> ByKind { get; private set; } = [];

    public IReadOnlyList<FindingCount> Findings { get; private set; } = [];

    public StepChart? Causes { get; private set; }

    public IReadOnlyList<DeviceListItem> Devices { get; private set; } = [];

    public IReadOnlyList<StatusEvent> Events { get; private set; } = [];

    public IReadOnlyList<TrafficPoint> Traffic { get; private set; } = [];

    public bool SeesNetwork { get; private set; }

    /// <summary>How many orders wait for the reader.</summary>
    public int Waiting { get; private set; }

    /// <summary>Where two persons close: months that somebody else has proposed to close.</summary>
    public IReadOnlyList<ClosingProposal> Closings { get; private set; } = [];

    /// <summary>For a department: what it pays. IT and finance have the month itself.</summary>
    public CostCard? Card { get; private set; }

    public int Ending { get; private set; }

    /// <summary>None for who sees no orders.</summary>
    public int? OrdersUnderWay { get; private set; }

    public void OnGet()
    {
        var viewer = HttpContext.Viewer();
        SeesMonths = viewer.May(Permission.ViewMonths);
        Costs = viewer.Reach(SeesMonths ? Permission.ViewMonths : Permission.ViewOwnCosts);
        if (viewer.May(Permission.ViewOrders)) Waiting = ApprovalQueue.Of(database, viewer.Id, formats.Today, clock.GetUtcNow()).Orders.Count;
        if (ProposeClosing.IsNeeded(installation) && viewer.Reach(Permission.ApproveClosing).IsEverywhere) Closings = ClosingProposal.WaitingFor(database, viewer.Account);
        if (!SeesMonths && !Costs.IsNowhere) ReadCard(viewer);
        else if (!Costs.IsNowhere) ReadMonths();
        SeesNetwork = viewer.May(Permission.ViewNetwork);
        if (!SeesNetwork) return;
        var network = viewer.Reach(Permission.ViewNetwork);
        Devices = DeviceList.Read(database, network);
        Events = DeviceList.Events(database, network, 8);
        Traffic = Devices.Count > 0 ? traffic.OfAll(network, TimeSpan.FromHours(24), TimeSpan.FromMinutes(30)) : [];
    }

    private void ReadCard(Viewer viewer)
    {
        Card = cards.Find(viewer, unit: null, month: null);
        if (viewer.May(Permission.ViewOrders)) OrdersUnderWay = Data.Ordering.OrdersUnderWay.Count(database, viewer.Reach(Permission.ViewOrders));
        if (Card is null) return;
        Month = Card.Month;
        Total = Card.TotalOf(Card.Month);
        TotalBefore = Card.Before is { } before ? Card.TotalOf(before) : null;
        Causes = Card.Steps();
        var outlook = Card.Outlook(memory, asked: false);
        Ending = outlook.Ends.Count;
        ByMonth = Card.Year(outlook);
    }

    private void ReadMonths()
    {
        var months = MonthList.Read(database, formats.Today, MonthsShown);
        if (months.Count == 0) return;
        Month = months[0];
        var totals = months.ToDictionary(m => m.Month, m => Costs.IsEverywhere ? m.Total : MonthSums.Total(sums.Of(m, Costs)));
        Total = totals[Month.Month];
        TotalBefore = totals.TryGetValue(Month.Month.Previous, out var before) ? before : null;
        ByMonth = new ColumnChart(words["start.byMonth"], words["amount"], [.. months.Reverse().Select(m => new Column(
            formats.ShortMonth(m.Month), formats.Month(m.Month), totals[m.Month].Kronor, formats.Kronor(totals[m.Month]), SeesMonths ? $"/months/{m.Month}" : null, m.IsClosed))]);
        var customers = sums.ByCustomer(Month, Costs);
        ByKind = [.. customers.GroupBy(c => c.Kind)
            .Select(g => (Kind: g.Key, Amount: g.Aggregate(Money.Zero, (sum, c) => sum + c.Amount)))
            .OrderByDescending(g => g.Amount)
            .Select(g => (g.Kind, g.Amount, Total.Ore == 0 ? 0 : (decimal)g.Amount.Ore / Total.Ore))];
        if (!SeesMonths) return;
        if (Costs.IsEverywhere) Findings = MonthFindings.Count(database, Month.Month, Month.JudgedOn(formats.Today, clock.LocalTimeZone));
        Causes = TotalBefore is { } from ? MonthCauses.Draw(database, words, formats, Month.Month, from, Total, Costs) : null;
    }
}

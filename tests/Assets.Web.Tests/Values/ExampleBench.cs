using Assets.Core.Values;
using Assets.Operations;
using Assets.Operations.Inventory;
using Assets.Operations.Ordering;

namespace Assets.Web.Tests.Values;

/// <summary>A purchase that is still to come, one that will be received by keyboard, and a room that is gone through.</summary>
internal static class ExampleBench
{
    public static void Add(Installation installation)
    {
        Demand(PlacePurchase.Run(installation, new PurchaseRequest(
            "S1", [new PurchaseItem("M-pc", 10, Money.FromKronor(9_990)), new PurchaseItem("M-dock", 4, Money.FromKronor(1_890))], "RA-17", installation.Today.AddDays(-1), 36, ExampleFiles.Hostile)));
        Demand(PlacePurchase.Run(installation, new PurchaseRequest("S1", [new PurchaseItem("M-monitor", 50, Money.FromKronor(2_490))], "RA-18", installation.Today.AddDays(5), 36)));
        Demand(StartAudit.Run(installation, "L1", "A102"));
        Demand(ScanAudit.Run(installation, 1, ["IT0000004", ExampleFiles.Hostile]));
    }

    private static void Demand<T>(Outcome<T> outcome)
        where T : class => _ = outcome.Value;
}

using System.Globalization;
using Assets.Operations;
using Assets.Operations.Ordering;

namespace Assets.Web.Tests.Values;

/// <summary>Something in stock, and orders that IT works on: one that is late with a piece missing, one that is delivered, one to take back.</summary>
internal static class ExampleFulfilment
{
    public const string Preparing = "B2026-00006";
    public const string Delivered = "B2026-00007";
    public const string Returning = "B2026-00008";

    /// <summary>The link of the delivered order's second workplace, which nobody has confirmed.</summary>
    public static string Token { get; private set; } = "";

    public static void Add(Example example)
    {
        var today = example.Clock.Now;
        example.Import("assets", "asset_tag,serial,model_code,purchase_date,price,supplier_code,warranty_until,site_code,room,state,note\n" + string.Concat(
            new[] { ("LA01", "pc"), ("LA02", "pc"), ("LA03", "pc"), ("LA04", "pc"), ("LA21", "monitor"), ("LA22", "monitor"), ("LA23", "monitor"), ("LA24", "monitor"), ("LA25", "monitor"), ("LA26", "monitor") }
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Item1},SER{one.Item1},M-{one.Item2},2026-05-02,6200.00,S1,2029-05-02,L1,Lager,in_stock,\n"))));
        example.Clock.Now = today.AddDays(-14);
        var it = ExampleOrdering.As(example.Installation, "tove");

        var preparing = Approved(example, 2);
        Done(AcceptOrder.Run(it, preparing, it.Today.AddDays(5)));
        Done(PickAsset.Run(it, preparing, "LA01"));
        Done(PickAsset.Run(it, preparing, "LA21"));
        Done(PrepareOrder.Add(it, preparing, 1, "Ring mottagaren dagen innan"));

        var delivered = Approved(example, 2);
        foreach (var tag in new[] { "LA02", "LA03", "LA22", "LA23", "LA24", "LA25" }) Done(PickAsset.Run(it, delivered, tag));
        Done(PickAsset.Run(it, delivered, "LA26", line: 4)); // the add-on's own
        var outcome = DeliverOrder.Run(it, new DeliveryRequest(delivered, Reason: "En skärm är restad")).Value;
        Token = outcome.Lines.Last(line => line.Token is not null).Token!;
        Done(ConfirmDelivery.ByLink(it, outcome.Lines.First(line => line.Token is not null).Token!));

        Done(RequestReturn.Run(ExampleOrdering.As(example.Installation, "olle"), 15, it.Today.AddDays(20), "Läraren har slutat. " + ExampleFiles.Hostile));
        example.Clock.Now = today;
    }

    private static string Approved(Example example, int workplaces)
    {
        var order = ExampleOrdering.Order(example.Installation, "100-10-2", workplaces, null, "");
        Done(ApproveOrder.Run(ExampleOrdering.As(example.Installation, "berit"), order.Number, order.Version));
        return order.Number;
    }

    private static void Done<T>(Core.Values.Outcome<T> outcome)
        where T : class => _ = outcome.Value;
}

namespace Assets.Web.Tests.Values;

/// <summary>Where each page of the busy example is found, as a person opens it: for whatever has to hold for every page.</summary>
internal static class ExamplePages
{
    /// <summary>Pages of those who run the unit: anna in Swedish, emma in English.</summary>
    public static IReadOnlyList<string> OfTheUnit { get; } =
    [
        "/", "/assets", "/assets?q=latitude&state=in_use", "/assets?q=zzz", "/assets?cols=model,place", "/assets/7", "/assets/12?believed=2026-05-01&about=2026-04-30", "/register/as-of", "/register/as-of?about=2015-01-01", "/contracts", "/contracts?customer=100-10&ends=2027-01-01&runs=now&sort=-rent&cols=asset,model,unit,costCode,period,method,rent,user", "/contracts?q=zzz", "/contracts/20", "/contracts/20/change", "/contracts/3/change", "/contracts/new?asset=IT0000090",
        "/months", "/months/2026-05", "/months/2026-06", "/months/2026-06/findings/unpriced_line", "/devices", "/devices/1", "/organisations", "/organisations/2", "/profile", "/profile/second-factor", "/costs", "/costs?unit=2", "/costs/lines?cause=started",
        "/contracts/3/months/2026-05", "/charges/2026-05:C00003:rent:01", "/charges/2026-04:C00020:rent:01:2026-02:new", "/months/2026-06/findings/unpriced_line?show=open",
        "/standard", "/standard/2", "/standard/3", "/standard/3/rules", "/standard/3/product?code=KONTOR", "/standard/3/effect", "/standard/2/rulebook", "/standard/rulebook", "/prices",
        "/purchases", "/purchases/new", "/purchases/I2026-00001", "/purchases/I2026-00001/receive", "/purchases/I2026-00001/edit", "/receive?like=3", "/labels?tags=IT0000001,IT0000002",
        "/assets/3/edit", "/assets/3/steps", "/audits", "/audits/1", "/search?q=latitude", "/search?q=zzzzz",
        "/models", "/models?q=zzz", "/models/1", "/models/1/edit", "/models/new", "/device-types", "/sites", "/sites/1/edit", "/suppliers", "/suppliers/1",
        "/devices/new", "/devices/2/edit", "/devices/credentials", "/devices/discover",
        "/organisations/new?unit=100-10", "/organisations/2/edit", "/cost-codes/1/edit",
        "/profile/tokens", "/api", "/audit", "/audit?verb=close%20month", "/tasks/1", "/devices/discover/2",
    ];

    /// <summary>Pages that are for others than those who run the unit.</summary>
    public static IReadOnlyList<(string Address, string Account)> OfOthers { get; } =
    [
        ("/order", "olle"), ("/order?q=zzz", "olle"), ("/order/kontor", "olle"), ("/order/wish", "olle"), ("/basket", "olle"), ("/basket", "vera"), ("/orders?show=mine", "olle"),
        ("/orders/B2026-00004", "olle"), ("/", "berit"), ("/orders?show=waiting", "berit"), ("/orders/B2026-00001", "berit"), ("/orders/B2026-00003", "arne"), ("/orders?show=all&state=delivered", "berit"),
        ("/approvals/delegations", "berit"), ("/rented", "olle"), ("/rented?q=zzz", "olle"), ("/rented/10/return", "olle"), ("/rented/10/move", "olle"), ("/rented/10/replace", "olle"),
        ("/queue", "tove"), ("/queue?show=late", "tove"), ("/queue/B2026-00002", "tove"), ("/queue/B2026-00006", "tove"), ("/queue/B2026-00008", "tove"),
        ("/orders/B2026-00007/note", "tove"), ("/orders/B2026-00007/note", "olle"), ("/accessibility", "olle"),
        ("/mails", "anna"), ("/webhooks", "anna"), ("/mails?show=failed", "anna"), ("/mails?show=sent", "anna"), ("/users", "anna"), ("/users/1", "anna"), ("/users/2", "anna"), ("/import", "anna"),
    ];

    /// <summary>Pages for whoever has not signed in.</summary>
    public static IReadOnlyList<string> OfAnyone { get; } = ["/sign-in", "/accessibility"];

    /// <summary>
    /// Routes that are looked at elsewhere: the first start and the second factor by hand, forms that one comes to by choosing in a list, the error
    /// page. And those that show no page: files, a way on, a door out.
    /// </summary>
    public static IReadOnlyList<string> Elsewhere { get; } =
    [
        "setup", "setup/{step}", "sign-in/code", "sign-in/passkey", "confirm/{token}", "assets/bulk", "contracts/move", "error/{code:int?}",
        "months/{month}/files/{what}", "costs/file", "views", "t/{tag}", "sign-out",
    ];
}

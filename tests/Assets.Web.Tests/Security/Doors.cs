using Assets.Web.Tests.Values;
using static Assets.Core.Access.Permission;

namespace Assets.Web.Tests.Security;

/// <summary>Every page and every form of the web, with who may: a page that is added has to be entered here, and whoever changes who may has to say so.</summary>
internal static class Doors
{
    private const string Registers = "{register:regex(^(models|sites|suppliers)$)}";
    private const string Records = "{register:regex(^(organisations|cost-codes|models|sites|suppliers)$)}";

    public static IReadOnlyList<DoorsOf> Pages { get; } =
    [
        // Start, people, settings
        new("", "/", null, [ViewRegister]),
        new("accessibility", "/accessibility", null, []) { IsForAnyone = true }, new("error/{code:int?}", "/error/404", null, [], "") { IsForAnyone = true },
        new("sign-in", "/sign-in", null, [], "", "Language") { IsForAnyone = true }, new("sign-in/code", "/sign-in/code", null, [], "", "Recovery") { IsForAnyone = true },
        new("sign-in/passkey", "/sign-in/passkey", null, [], "", "Options") { IsForAnyone = true }, new("setup", "/setup", null, [], "") { IsForAnyone = true, ShowsNothing = true },
        new("setup/{step}", "/setup/host", null, [ManageSettings], "Host", "Organisation", "CostCode", "File", "Range", "RemoveRange", "Test", "Finish") { ShowsNothing = true },
        new("profile", "/profile", null, [], "", "Mails", "Password"),
        new("profile/second-factor", "/profile/second-factor", null, [], "On", "Off", "Codes", "Options", "Add", "Name", "Remove"), new("profile/tokens", "/profile/tokens", null, [], "", "Revoke"),
        new("users", "/users", null, [ViewUsers], new Form("Add", ManageUsers)), new("users/{id:int}", "/users/2", "/users/99999", [ViewUsers], [.. new[] { "Address", "Factor", "Reset", "Lock", "Unlock", "Give", "Take", "StandIn", "EndStandIn" }.Select(handler => new Form(handler, ManageUsers))]),
        new("webhooks", "/webhooks", null, [ManageSettings], "", "Remove", "Enable", "Again"), new("mails", "/mails", null, [ViewMails], new Form("Again", ManageSettings), new Form("Test", ManageSettings)),
        new("audit", "/audit", null, [ViewAudit]), new("api", "/api", null, []), new("views", "/views?list=contracts", null, [ViewRegister], new Form("", ViewContracts), "Remove"),
        new("tasks/{id:int}", $"/tasks/{ExampleTasks.Import}", null, [ViewImports]), new("sign-out", "/sign-out", null, [], "", "Everywhere"),

        // The register
        new("assets", "/assets", null, [ViewRegister]) { Files = ["Choices", "File&format=csv"] }, new("assets/{id:long}", "/assets/3", null, [ViewRegister]),
        new("register/as-of", "/register/as-of", null, [ViewRegister]) { Files = ["File&format=csv"] }, new("search", "/search?q=latitude", null, [ViewRegister]), new("t/{tag}", "/t/IT0000003", null, [ViewRegister]),
        new("organisations/{id:int?}", "/organisations", null, [ViewRegister]), new("device-types", "/device-types", null, [ViewRegister]),
        new(Registers, "/models", null, [ViewRegister]), new(Registers + "/{id:int}", "/suppliers/1", null, [ViewRegister]),
        new("assets/{id:long}/edit", "/assets/3/edit", "/assets/99999999/edit", [EditRegister], ""), new("assets/{id:long}/steps", "/assets/3/steps", "/assets/99999999/steps", [EditRegister], "", "Wipe"),
        new("assets/bulk", "/assets/bulk", null, [EditRegister], "", "Preview", "Apply"), new("labels", "/labels?tags=IT0000003", null, [EditRegister, Purchase]) { Files = ["File&format=a4-3x8"] },
        new("audits", "/audits", null, [ViewStocktakes], new Form("", EditRegister)), new("audits/{id:int}", "/audits/1", "/audits/99999", [ViewStocktakes], new Form("", EditRegister), new Form("Settle", EditRegister), new Form("Turn", EditRegister)),
        new(Records + "/{id:int}/edit", "/organisations/2/edit", "/organisations/99999/edit", [EditRegister], ""), new(Records + "/new", "/cost-codes/new?unit=100-10-1", null, [EditRegister], ""),
        new("import", "/import", null, [ViewImports], new Form("", Import), new Form("Apply", Import)) { Files = ["Template&kind=sites"] }, new("import", "/import", null, [ViewImports]) { HasNoPage = true, ShowsNothing = true, Files = [$"Report&id={ExampleTasks.Import}"] },

        // The network
        new("devices", "/devices", null, [ViewNetwork]) { Files = ["File&format=csv"] }, new("devices/{id:int}", "/devices/1", null, [ViewNetwork]),
        new("devices/new", "/devices/new", null, [EditNetwork], ""), new("devices/{id:int}/edit", "/devices/1/edit", "/devices/99999/edit", [EditNetwork], ""),
        new("devices/credentials", "/devices/credentials", null, [EditNetwork], "Add", "Change"),
        new("devices/discover/{id:int?}", $"/devices/discover/{ExampleTasks.Discovery}", "/devices/discover/99999", [EditNetwork], "", "Kept", "Forget", "Accept"),

        // Contracts
        new("contracts", "/contracts", null, [ViewContracts]) { Files = ["File&format=csv"] }, new("contracts/{id:long}", "/contracts/3", null, [ViewContracts]),
        new("contracts/{id:long}/change", "/contracts/3/change", "/contracts/99999/change", [EditContracts, ChangeRented], ""), new("contracts/new", "/contracts/new", null, [EditContracts], ""),
        new("contracts/move", "/contracts/move", null, [EditContracts], "", "Preview", "Apply"),

        // Months and costs
        new("months", "/months", null, [ViewMonths]),
        new(
            "months/{month}", "/months/2026-06", "/months/1999-13", [ViewMonths], new Form("Run", RunMonth), new Form("Close", CloseMonth), new Form("Propose", CloseMonth), new Form("Approve", ApproveClosing)),
        new(
            "months/{month}/findings/{code}", "/months/2026-06/findings/unpriced_line", "/months/1999-13/findings/unpriced_line", [ViewMonths],
            new Form("Accept", SettleFindings), new Form("AcceptAll", SettleFindings), new Form("Reopen", SettleFindings)),
        new("months/{month}/files/{what}", "/months/2026-05/files/all.csv", null, [ViewBookedFiles]),
        new("charges/{*id}", "/charges/2026-05:C00003:rent:01", null, [ViewContracts, ViewOwnCosts, ViewMonths]),
        new("contracts/{id:long}/months/{month}", "/contracts/3/months/2026-05", null, [ViewContracts, ViewOwnCosts, ViewMonths]),
        new("costs", "/costs", null, [ViewOwnCosts]), new("costs/lines", "/costs/lines", null, [ViewOwnCosts]), new("costs/file", "/costs/file", null, [ViewOwnCosts]),

        // Orders
        new("order", "/order", null, [PlaceOrders]), new("order/{code}", "/order/kontor", "/order/no-such", [PlaceOrders], ""),
        new("basket/{number?}", "/basket", "/basket/B2026-99999", [PlaceOrders], "Save", "Remove", "Submit", "Throw") { Files = ["Sites"] },
        new("basket/{number?}", $"/basket/{ExampleOrdering.Basket}", null, [PlaceOrders]) { HasNoPage = true, ShowsNothing = true, Files = ["CostCode"] }, // another's
        new("orders", "/orders", null, [ViewOrders]) { Files = ["File&format=csv"] },
        new(
            "orders/{number}", "/orders/B2026-00001", "/orders/B2026-99999", [ViewOrders],
            Told("Approve", ApproveOrders), Told("Reject", ApproveOrders), Told("Cancel", PlaceOrders, FulfilOrders), Told("TakeBack", PlaceOrders), "Comment", Told("Review", ReviewOrders)),
        new("orders/{number}/note", $"/orders/{ExampleFulfilment.Delivered}/note", "/orders/B2026-99999/note", [ViewOrders, FulfilOrders], Told("Confirm", PlaceOrders), new Form("Link", FulfilOrders)),
        new("approvals/delegations", "/approvals/delegations", null, [ApproveOrders], "Add", "End"),
        new("confirm/{token}", "/confirm/no-such", null, [], "") { IsForAnyone = true, ShowsNothing = true },
        new("rented", "/rented", null, [PlaceOrders]), new("rented/{line:long}/{what}", "/rented/10/move", "/rented/99999/move", [PlaceOrders], "") { Files = ["CostCode"] },
        new("queue", "/queue", null, [ViewQueue]) { Files = ["File&format=csv"] },
        new("queue/{number}", $"/queue/{ExampleFulfilment.Preparing}", "/queue/B2026-99999", [FulfilOrders, ReviewOrders], "Pick", new Form("Unpick", FulfilOrders),
            new Form("Accept", FulfilOrders), new Form("Promise", FulfilOrders), new Form("Prepare", FulfilOrders), new Form("AddTask", FulfilOrders), new Form("Deliver", FulfilOrders)),
        new("purchases", "/purchases", null, [ViewPurchases]) { Files = ["File&format=csv"] }, new("purchases/new", "/purchases/new", null, [Purchase], "", "Line"),
        new("purchases/{number}", "/purchases/I2026-00001", "/purchases/I2026-99999", [ViewPurchases], new Form("Close", Purchase)), new("purchases/{number}/edit", "/purchases/I2026-00001/edit", "/purchases/I2026-99999/edit", [Purchase], ""),
        new("purchases/{number}/receive", "/purchases/I2026-00001/receive", "/purchases/I2026-99999/receive", [Purchase], ""), new("receive", "/receive", null, [Purchase], ""),

        // The standard
        new("standard", "/standard", null, [], new Form("", EditStandard)),
        new(
            "standard/{number:int}", "/standard/2", "/standard/99", [],
            new Form("Propose", EditStandard), new Form("TakeBack", EditStandard), new Form("Remove", EditStandard), new Form("Apply", EditPrices), new Form("Decide", DecideStandard)),
        new("standard/{number:int}/product", "/standard/3/product", "/standard/99/product", [EditStandard], "", "Remove"), new("standard/{number:int}/rules", "/standard/3/rules", "/standard/99/rules", [EditStandard], ""),
        new("standard/{number:int}/effect", "/standard/2/effect", null, [ViewDrafts, ViewOwnCosts]) { Files = ["Workbook"] },
        new("standard/{number:int}/rulebook", "/standard/2/rulebook", null, []) { Files = ["Pdf"] }, new("standard/rulebook", "/standard/rulebook", null, []) { Files = ["Pdf"] },
        new("prices", "/prices", null, [ViewMonths], new Form("", EditPrices)),
    ];

    public static IReadOnlyList<Door> All { get; } = [.. Pages.SelectMany(page => page.All())];

    /// <summary>A form on a page that others see too: what they press is refused, and told there.</summary>
    private static Form Told(string handler, params Core.Access.Permission[] anyOf) => new(handler, anyOf) { IsToldOnThePage = true };
}

using Assets.Core.Values;

namespace Assets.Core.Access;

/// <summary>What a person may do. Pages, the command line and the web interface ask for one of these, never for a role.</summary>
public enum Permission
{
    /// <summary>Assets, models, sites, suppliers, organisations and cost codes.</summary>
    ViewRegister = 0,
    EditRegister = 1,
    Import = 2,
    ViewNetwork = 3,

    /// <summary>Devices to poll, their addresses and credentials, discovery.</summary>
    EditNetwork = 4,
    ViewContracts = 5,
    EditContracts = 6,

    /// <summary>Interest rows, terms and fees from which lines are priced.</summary>
    EditPrices = 7,

    /// <summary>Charges and findings of months, of the customers in scope.</summary>
    ViewMonths = 8,
    RunMonth = 9,
    CloseMonth = 10,

    /// <summary>Workbooks and files of a month.</summary>
    ExportMonth = 11,

    /// <summary>What the own unit pays and why, without the rest of the month.</summary>
    ViewOwnCosts = 12,
    ManageUsers = 13,
    ManageSettings = 14,

    /// <summary>Who changed what, when and why.</summary>
    ViewAudit = 15,

    /// <summary>Orders of the units in scope, with every step.</summary>
    ViewOrders = 16,

    /// <summary>To order, change and return for the units in scope.</summary>
    PlaceOrders = 17,

    /// <summary>To approve what a unit in scope is to pay (<c>attest</c>).</summary>
    ApproveOrders = 18,

    /// <summary>To decide on what lies outside the standard.</summary>
    ReviewOrders = 19,

    /// <summary>The queue: accept, promise, pick, deliver, take back.</summary>
    FulfilOrders = 20,

    /// <summary>Purchase orders to suppliers, and receiving what they send.</summary>
    Purchase = 21,

    /// <summary>Drafts of the municipal standard, until they are proposed.</summary>
    EditStandard = 22,

    /// <summary>To record the IT council's decision on a proposed edition.</summary>
    DecideStandard = 23,

    /// <summary>To settle or accept what a month's run has found.</summary>
    SettleFindings = 24,

    /// <summary>To approve, as a second person, that a month is closed.</summary>
    ApproveClosing = 25,

    /// <summary>To swap, take back and report lost what is rented, at the terms that the line and the rules have: neither price nor payer.</summary>
    ChangeRented = 26,

    /// <summary>Who has an account, and which right where.</summary>
    ViewUsers = 27,
    ViewPurchases = 28,

    /// <summary>Rooms that were gone through, and what was found there (<c>inventering</c>).</summary>
    ViewStocktakes = 29,

    /// <summary>The outbox.</summary>
    ViewMails = 30,

    /// <summary>Imports and what was refused of them.</summary>
    ViewImports = 31,

    /// <summary>What waits for IT, without the bench.</summary>
    ViewQueue = 32,

    /// <summary>Drafts of the municipal standard, before they are proposed.</summary>
    ViewDrafts = 33,

    /// <summary>The files of closed months, as finance has booked them.</summary>
    ViewBookedFiles = 34,
}

public static class Permissions
{
    public static Vocabulary<Permission> Vocabulary { get; } = new(
        (Permission.ViewRegister, "view_register"),
        (Permission.EditRegister, "edit_register"),
        (Permission.Import, "import"),
        (Permission.ViewNetwork, "view_network"),
        (Permission.EditNetwork, "edit_network"),
        (Permission.ViewContracts, "view_contracts"),
        (Permission.EditContracts, "edit_contracts"),
        (Permission.EditPrices, "edit_prices"),
        (Permission.ViewMonths, "view_months"),
        (Permission.RunMonth, "run_month"),
        (Permission.CloseMonth, "close_month"),
        (Permission.ExportMonth, "export_month"),
        (Permission.ViewOwnCosts, "view_own_costs"),
        (Permission.ManageUsers, "manage_users"),
        (Permission.ManageSettings, "manage_settings"),
        (Permission.ViewAudit, "view_audit"),
        (Permission.ViewOrders, "view_orders"),
        (Permission.PlaceOrders, "place_orders"),
        (Permission.ApproveOrders, "approve_orders"),
        (Permission.ReviewOrders, "review_orders"),
        (Permission.FulfilOrders, "fulfil_orders"),
        (Permission.Purchase, "purchase"),
        (Permission.EditStandard, "edit_standard"),
        (Permission.DecideStandard, "decide_standard"),
        (Permission.SettleFindings, "settle_findings"),
        (Permission.ApproveClosing, "approve_closing"),
        (Permission.ChangeRented, "change_rented"),
        (Permission.ViewUsers, "view_users"),
        (Permission.ViewPurchases, "view_purchases"),
        (Permission.ViewStocktakes, "view_stocktakes"),
        (Permission.ViewMails, "view_mails"),
        (Permission.ViewImports, "view_imports"),
        (Permission.ViewQueue, "view_queue"),
        (Permission.ViewDrafts, "view_drafts"),
        (Permission.ViewBookedFiles, "view_booked_files"));

    /// <summary>Who may act sees what is acted on: a token that was narrowed to the act goes on reading.</summary>
    public static Permission? Shows(Permission act) => act switch
    {
        Permission.ManageUsers => Permission.ViewUsers,
        Permission.Purchase => Permission.ViewPurchases,
        Permission.EditRegister => Permission.ViewStocktakes,
        Permission.ManageSettings => Permission.ViewMails,
        Permission.Import => Permission.ViewImports,
        Permission.FulfilOrders => Permission.ViewQueue,
        Permission.EditStandard or Permission.DecideStandard => Permission.ViewDrafts,
        Permission.ExportMonth => Permission.ViewBookedFiles,
        _ => null,
    };
}

using Assets.Core.Access;
using Assets.Data.Access;

namespace Assets.Web.Pages.Shared;

/// <summary>A place in the menu: its address, text, drawing and the key that goes there after <c>g</c>.</summary>
/// <param name="Needs">None where everybody who has signed in may go.</param>
public sealed record Navigation(string Address, string Text, string Icon, char Key, Permission? Needs)
{
    private static readonly Navigation[] All =
    [
        new("/", "nav.start", "home", 's', Permission.ViewRegister),
        new("/order", "nav.order", "shopping-cart", 'b', Permission.PlaceOrders),
        new("/orders", "nav.orders", "clipboard-list", 'e', Permission.ViewOrders),
        new("/rented", "nav.rented", "package", 'h', Permission.PlaceOrders),
        new("/queue", "nav.queue", "truck-delivery", 'k', Permission.FulfilOrders),
        new("/assets", "nav.assets", "devices", 'a', Permission.ViewRegister),
        new("/audits", "nav.audits", "clipboard-check", 'v', Permission.EditRegister),
        new("/purchases", "nav.purchases", "package", 'i', Permission.Purchase),
        new("/contracts", "nav.contracts", "contract", 'c', Permission.ViewContracts),
        new("/costs", "nav.costs", "coins", 'k', Permission.ViewOwnCosts),
        new("/months", "nav.months", "calendar-month", 'm', Permission.ViewMonths),
        new("/standard", "nav.standard", "book", 't', null),
        new("/prices", "nav.prices", "percentage", 'r', Permission.ViewMonths),
        new("/devices", "nav.devices", "network", 'd', Permission.ViewNetwork),
        new("/import", "nav.import", "upload", 'i', Permission.Import),
        new("/organisations", "nav.organisations", "building-community", 'o', Permission.ViewRegister),
        new("/users", "nav.users", "users", 'u', Permission.ManageUsers),
        new("/webhooks", "nav.webhooks", "network", 'w', Permission.ManageSettings),
        new("/audit", "nav.audit", "history", 'l', Permission.ViewAudit),
    ];

    public static IEnumerable<Navigation> For(Viewer viewer) => All.Where(place => place.Needs is not { } needs || viewer.May(needs));

    /// <summary>Whether a page lies in this place: <c>/assets/17</c> does in <c>/assets</c>.</summary>
    public bool Contains(string path) => path == Address || (Address != "/" && path.StartsWith(Address + "/", StringComparison.Ordinal));
}

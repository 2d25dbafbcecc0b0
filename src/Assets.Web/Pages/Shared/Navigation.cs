using Assets.Core.Access;
using Assets.Data.Access;

namespace Assets.Web.Pages.Shared;

/// <summary>A place in the menu: its address, text, drawing and the key that goes there after <c>g</c>.</summary>
/// <param name="Group">The key of the heading that it stands under; a menu of few places has none.</param>
/// <param name="Needs">None where everybody who has signed in may go.</param>
/// <param name="Also">Other addresses that lie in this place.</param>
public sealed record Navigation(string? Group, string Address, string Text, string Icon, char Key, Permission? Needs, params IReadOnlyList<string> Also)
{
    /// <summary>More than are seen at a glance.</summary>
    private const int Many = 9;

    private static readonly Navigation[] All =
    [
        new(null, "/", "nav.start", "home", 's', Permission.ViewRegister),
        new("nav.group.order", "/order", "nav.order", "shopping-cart", 'b', Permission.PlaceOrders),
        new("nav.group.order", "/orders", "nav.orders", "clipboard-list", 'e', Permission.ViewOrders),
        new("nav.group.order", "/rented", "nav.rented", "package", 'h', Permission.PlaceOrders),
        new("nav.group.order", "/queue", "nav.queue", "truck-delivery", 'k', Permission.ViewQueue),
        new("nav.group.equipment", "/assets", "nav.assets", "devices", 'a', Permission.ViewRegister, "/register"),
        new("nav.group.equipment", "/audits", "nav.audits", "clipboard-check", 'v', Permission.ViewStocktakes),
        new("nav.group.equipment", "/purchases", "nav.purchases", "package", 'i', Permission.ViewPurchases),
        new("nav.group.equipment", "/devices", "nav.devices", "network", 'd', Permission.ViewNetwork),
        new("nav.group.money", "/contracts", "nav.contracts", "contract", 'c', Permission.ViewContracts),
        new("nav.group.money", "/costs", "nav.costs", "coins", 'n', Permission.ViewOwnCosts),
        new("nav.group.money", "/months", "nav.months", "calendar-month", 'm', Permission.ViewMonths),
        new("nav.group.rules", "/standard", "nav.standard", "book", 't', null),
        new("nav.group.rules", "/prices", "nav.prices", "percentage", 'r', Permission.ViewMonths),
        new("nav.group.base", "/organisations", "nav.register", "database", 'o', Permission.ViewRegister, "/models", "/device-types", "/sites", "/suppliers", "/cost-codes"),
        new("nav.group.base", "/import", "nav.import", "upload", 'f', Permission.ViewImports),
        new("nav.group.base", "/mails", "nav.mails", "send", 'j', Permission.ViewMails),
        new("nav.group.base", "/webhooks", "nav.webhooks", "network", 'w', Permission.ManageSettings),
        new("nav.group.base", "/users", "nav.users", "users", 'u', Permission.ViewUsers),
        new("nav.group.base", "/audit", "nav.audit", "history", 'l', Permission.ViewAudit),
    ];

    /// <summary>Whose pages show nobody's part: the menu leads there only who may open them.</summary>
    private static readonly Permission[] OfTheWhole = [Permission.ViewPurchases];

    public static IEnumerable<Navigation> For(Viewer viewer) =>
        All.Where(place => place.Needs is not { } needs || (OfTheWhole.Contains(needs) ? viewer.Reach(needs).IsEverywhere : viewer.May(needs)));

    /// <summary>The places with the heading that comes before each; none where there are few.</summary>
    public static IEnumerable<(string? Heading, Navigation Place)> Headed(IReadOnlyList<Navigation> places)
    {
        string? last = null;
        foreach (var place in places)
        {
            yield return (places.Count > Many && place.Group != last ? place.Group : null, place);
            last = place.Group;
        }
    }

    /// <summary>Whether a page lies in this place: <c>/assets/17</c> does in <c>/assets</c>.</summary>
    public bool Contains(string path) => Lies(path, Address) || Also.Any(other => Lies(path, other));

    private static bool Lies(string path, string address) => path == address || (address != "/" && path.StartsWith(address + "/", StringComparison.Ordinal));
}

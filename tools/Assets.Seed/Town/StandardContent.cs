using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;

namespace Assets.Seed.Town;

/// <summary>What the demo's standard says in its editions: the same kinds of work each year, at that year's prices.</summary>
internal static class StandardContent
{
    private const int Year = 12;

    /// <summary>The first edition: prices a little below the market's of today, and no classroom board yet.</summary>
    public static Edition First => Of(0.96m, 50m, product => product.Code != "KLASSRUM");

    public static Edition Second => Of(1.00m, 50m, _ => true);

    /// <summary>Next year's: dearer, a longer life for pupils' computers, and the label printer goes.</summary>
    public static Edition Next
    {
        get
        {
            var edition = Of(1.035m, 75m, product => product.Code != "ETIKETT");
            return edition with
            {
                Products = [.. edition.Products.Select(product => product.Code == "ELEV" ? product with { TermMonths = [new Term(36), new Term(48)], Support = Money.FromKronor(39m) } : product)],
                Rules = edition.Rules with { NoticeDays = 14 },
            };
        }
    }

    private static Edition Of(decimal level, decimal deviation, Func<Product, bool> has) => new(
        [.. Workplaces(level).Concat(AddOns(level)).Concat(Devices(level)).Where(has)],
        new RentRules(
            4 * Year, 30, true, Money.FromKronor(500m), Money.FromKronor(deviation), 5, 10,
            new Bilingual(
                "Utrustning får inte lånas ut utanför kommunerna.\nÅterlämnad utrustning raderas av IT-enheten och får ett raderingsintyg.\nEgna inköp av datorer, skrivare och kommunikationsutrustning görs inte.",
                "Equipment may not be lent outside the municipalities.\nEquipment that is returned is erased by the IT unit, which certifies it.\nComputers, printers and communication equipment are not bought by others.")));

    private static IEnumerable<Product> Workplaces(decimal level) =>
    [
        Make("KONTOR", ProductKind.Workplace, "Kontor", "Office", "Handläggare och administratörer", "Case workers and administrators", "device-laptop", level, 95m, [36, 48, 60], [],
            Device("Bärbar dator 14 tum", "Laptop 14 inches", "PC-02", "PC-01"), Device("Bildskärm 27 tum", "Screen 27 inches", "MON-02"), Device("Dockningsstation", "Docking station", "DOC-01"),
            Device("Tangentbord och mus", "Keyboard and mouse", "TIL-01"), WorkplaceService, Office),
        Make("PEDAGOG", ProductKind.Workplace, "Pedagog", "Teacher", "Lärare och fritidspersonal", "Teachers and after-school staff", "school", level, 95m, [36, 48], [],
            Device("Bärbar dator 14 tum", "Laptop 14 inches", "PC-01"), Device("Headset", "Headset", "TIL-02"), WorkplaceService, Office),
        Make("ELEV", ProductKind.Workplace, "Elevdator", "Pupil", "Elever i grundskola och gymnasium", "Pupils in compulsory and upper secondary school", "school", level, 45m, [36], ["100-11"],
            Device("Elevdator 11 tum", "Pupil's laptop 11 inches", "PC-04"), Licence("Lärplattform", "Learning platform", 12m)),
        Make("FALT", ProductKind.Workplace, "Vård och fält", "Care and field", "Hemtjänst, hemsjukvård, räddningstjänst, teknisk drift", "Home care, rescue service, technical operations", "heart-handshake", level, 95m, [24, 36], [],
            Device("Tålig platta 12 tum", "Rugged tablet 12 inches", "PC-07"), Service("Mobilt bredband", "Mobile broadband", 119m), WorkplaceService, Office),
        Make("LEDNING", ProductKind.Workplace, "Ledning och teknik", "Leadership and engineering", "Chefer, ritare och andra med tunga program", "Heads, draughtsmen and others with heavy programs", "briefcase", level, 95m, [36, 48], [],
            Device("Bärbar dator 16 tum", "Laptop 16 inches", "PC-03"), Device("Bred bildskärm 34 tum", "Wide screen 34 inches", "MON-03"), Device("Dockningsstation, två skärmar", "Docking station, two screens", "DOC-02"),
            Device("Headset", "Headset", "TIL-02"), WorkplaceService, Office),
        Make("DELAD", ProductKind.Workplace, "Delad arbetsplats", "Shared workplace", "Receptioner, personalrum, bibliotek", "Receptions, staff rooms, libraries", "users", level, 95m, [48, 60], [],
            Device("Stationär dator", "Desktop computer", "PC-05", "PC-06", "PC-08"), Device("Bildskärm 24 tum", "Screen 24 inches", "MON-01"), WorkplaceService),
        Make("KLASSRUM", ProductKind.Workplace, "Klassrumstavla", "Classroom board", "Klassrum och mötesrum", "Classrooms and meeting rooms", "presentation", level, 60m, [60], [],
            Device("Interaktiv tavla 75 tum", "Interactive board 75 inches", "MON-04"), Service("Montering och service", "Mounting and service", 85m)),
    ];

    private static IEnumerable<Product> AddOns(decimal level) =>
    [
        Make("SKARM", ProductKind.AddOn, "Extra bildskärm", "Extra screen", "Den som arbetar med flera fönster", "Who works with many windows", "device-desktop", level, 10m, [36, 48, 60], [], Device("Bildskärm 27 tum", "Screen 27 inches", "MON-02", "MON-01")),
        Make("SKARM-BRED", ProductKind.AddOn, "Bred bildskärm", "Wide screen", "Ritare och ekonomer", "Draughtsmen and accountants", "device-imac", level, 10m, [48, 60], [], Device("Bred bildskärm 34 tum", "Wide screen 34 inches", "MON-03")),
        Make("DOCKA", ProductKind.AddOn, "Dockningsstation", "Docking station", "En andra arbetsplats, till exempel hemma", "A second desk, at home for instance", "plug-connected", level, 0m, [36, 48], [], Device("Dockningsstation", "Docking station", "DOC-01", "DOC-02")),
        Make("HEADSET", ProductKind.AddOn, "Headset", "Headset", "Möten och telefoni", "Meetings and calls", "headset", level, 0m, [36], [], Device("Headset", "Headset", "TIL-02")),
        Make("MOTE", ProductKind.AddOn, "Mötespaket", "Meeting kit", "Mindre mötesrum", "Small meeting rooms", "video", level, 15m, [36, 48], [], Device("Mötesmikrofon", "Conference microphone", "TIL-03"), Device("Webbkamera", "Web camera", "TIL-04")),
        Make("MOBILT", ProductKind.AddOn, "Mobilt bredband", "Mobile broadband", "Den som arbetar utanför kontoret", "Who works away from the office", "antenna-bars-5", level, 0m, [24, 36], [], Device("Modem 5G", "5G modem", "MOD-02"), Service("Abonnemang", "Subscription", 149m)),
        Make("TANGENT", ProductKind.AddOn, "Tangentbord och mus", "Keyboard and mouse", "Alla", "Everybody", "keyboard", level, 0m, [36], [], Device("Tangentbord och mus", "Keyboard and mouse", "TIL-01")),
    ];

    private static IEnumerable<Product> Devices(decimal level) =>
    [
        Make("SKRIVARE", ProductKind.Device, "Skrivare", "Printer", "Arbetsgrupper upp till tio personer", "Groups of up to ten", "printer", level, 45m, [48, 60], [], Device("Laserskrivare", "Laser printer", "SKR-02", "SKR-01")),
        Make("ETIKETT", ProductKind.Device, "Etikettskrivare", "Label printer", "Lager, bibliotek, vård", "Stores, libraries, care", "printer", level, 45m, [60], [], Device("Etikettskrivare", "Label printer", "SKR-03")),
        Make("MFP-A4", ProductKind.Device, "Multifunktionsskrivare A4", "Multifunction printer A4", "Mindre enheter", "Small units", "printer", level, 120m, [60], [], Device("Multifunktionsskrivare A4", "Multifunction printer A4", "MFP-01")),
        Make("MFP-A3", ProductKind.Device, "Multifunktionsskrivare A3", "Multifunction printer A3", "Större enheter och expeditioner", "Larger units and offices", "printer", level, 120m, [60], [], Device("Multifunktionsskrivare A3", "Multifunction printer A3", "MFP-02", "MFP-03")),
        Make("SWITCH-24", ProductKind.Device, "Växel 24 portar", "Switch, 24 ports", "Mindre fastigheter", "Small properties", "network", level, 140m, [84], [], Device("Växel", "Switch", "SWI-01")),
        Make("SWITCH-48", ProductKind.Device, "Växel 48 portar", "Switch, 48 ports", "Skolor och kommunhus", "Schools and town halls", "network", level, 140m, [84], [], Device("Växel", "Switch", "SWI-02", "SWI-03")),
        Make("ACCESSPUNKT", ProductKind.Device, "Accesspunkt", "Access point", "Trådlöst nät där det saknas", "Wireless network where there is none", "wifi", level, 60m, [60], [], Device("Accesspunkt", "Access point", "AP-01", "AP-02", "AP-03")),
        Make("NATANSLUTNING", ProductKind.Device, "Nätanslutning", "Network connection", "Varje uttag i bruk", "Each port in use", "plug-connected", level, 0m, [36], [], Service("Port i nätet", "Port in the network", decimal.Round(62.50m * level, 2))),
    ];

    private static Part WorkplaceService => Service("Arbetsplatstjänst", "Workplace service", 145m);

    private static Part Office => Licence("Kontorspaket", "Office suite", 118m);

    private static Product Make(
        string code, ProductKind kind, string name, string english, string whom, string whomEnglish, string icon, decimal level, decimal support, int[] terms, string[] orderedBy, params Part[] parts)
    {
        var price = parts.Where(part => part.Kind == PartKind.Equipment).Sum(part => Market.Models.First(model => model.Code == part.Models[0]).ListPrice);
        return new Product(
            code, kind, new Bilingual(name, english), new Bilingual(whom, whomEnglish), icon, Method.A, Money.FromKronor(decimal.Round(price * level / 10m) * 10m), Money.Zero,
            [.. terms.Select(months => new Term(months))], Money.FromKronor(support), [.. parts], [.. orderedBy]);
    }

    private static Part Device(string name, string english, params string[] models) =>
        new(PartKind.Equipment, new Bilingual(name, english), Market.Models.First(model => model.Code == models[0]).Kind, [.. models], 1, Money.Zero);

    private static Part Service(string name, string english, decimal rate) => new(PartKind.Service, new Bilingual(name, english), null, [], 1, Money.FromKronor(rate));

    private static Part Licence(string name, string english, decimal rate) => new(PartKind.Licence, new Bilingual(name, english), null, [], 1, Money.FromKronor(rate));
}

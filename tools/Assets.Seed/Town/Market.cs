using System.Globalization;
using Assets.Core.Inventory;
using Assets.Seed.Files;

namespace Assets.Seed.Town;

/// <summary>A model one can buy. Makers and names are invented.</summary>
internal sealed record Model(string Code, AssetKind Kind, string Vendor, string Name, decimal ListPrice, int LifeMonths);

/// <summary>What is on the market: suppliers and models.</summary>
internal static class Market
{
    private static readonly string[] Suppliers =
    [
        "Bergslagens Kontorsdata AB", "Nätpartner i Norrsjö AB", "Dataleverans Tre Sjöar AB", "Skrivarhuset Mellansverige AB",
        "Reservkraft och Skåp AB", "Fibergruppen Åsen AB", "Återbruk IT i Lindhyttan AB", "Stordatorbolaget i Dalarna AB",
    ];

    public static IReadOnlyList<Model> Models { get; } =
    [
        new("PC-01", AssetKind.Pc, "Nordbit", "Bok 14", 9_490m, 48), new("PC-02", AssetKind.Pc, "Nordbit", "Bok 14 Plus", 12_000m, 48),
        new("PC-03", AssetKind.Pc, "Nordbit", "Bok 16 Teknik", 21_900m, 48), new("PC-04", AssetKind.Pc, "Nordbit", "Elevbok 11", 4_290m, 36),
        new("PC-05", AssetKind.Pc, "Kvarnsten", "Bord Mini", 7_990m, 60), new("PC-06", AssetKind.Pc, "Kvarnsten", "Bord Torn", 10_490m, 60),
        new("PC-07", AssetKind.Pc, "Kvarnsten", "Platta 12 Fält", 15_750m, 36), new("PC-08", AssetKind.Pc, "Kvarnsten", "Kiosk 22", 13_200m, 60),
        new("MON-01", AssetKind.Monitor, "Klarsyn", "K24", 1_690m, 60), new("MON-02", AssetKind.Monitor, "Klarsyn", "K27", 2_490m, 60),
        new("MON-03", AssetKind.Monitor, "Klarsyn", "K34 Bred", 5_290m, 60), new("MON-04", AssetKind.Monitor, "Klarsyn", "Tavla 75", 24_500m, 60),
        new("DOC-01", AssetKind.Dock, "Kopplax", "Docka C", 1_390m, 48), new("DOC-02", AssetKind.Dock, "Kopplax", "Docka C Duo", 1_990m, 48),
        new("TIL-01", AssetKind.Peripheral, "Kopplax", "Tangentbord T1", 490m, 36), new("TIL-02", AssetKind.Peripheral, "Kopplax", "Headset H2", 890m, 36),
        new("TIL-03", AssetKind.Peripheral, "Kopplax", "Mötesmikrofon M4", 3_190m, 48), new("TIL-04", AssetKind.Peripheral, "Klarsyn", "Webbkamera W1", 990m, 48),
        new("SKR-01", AssetKind.Printer, "Tryckberg", "Laser S20", 2_890m, 60), new("SKR-02", AssetKind.Printer, "Tryckberg", "Laser S40", 4_990m, 60),
        new("SKR-03", AssetKind.Printer, "Tryckberg", "Etikett E5", 5_600m, 60),
        new("MFP-01", AssetKind.Mfp, "Tryckberg", "Multi A4", 12_900m, 60), new("MFP-02", AssetKind.Mfp, "Tryckberg", "Multi A3", 34_500m, 60),
        new("MFP-03", AssetKind.Mfp, "Tryckberg", "Multi A3 Färg", 48_000m, 60),
        new("SWI-01", AssetKind.Switch, "Fjällnet", "Växel 24P", 14_900m, 84), new("SWI-02", AssetKind.Switch, "Fjällnet", "Växel 48P", 24_900m, 84),
        new("SWI-03", AssetKind.Switch, "Fjällnet", "Växel 48PX", 39_500m, 84), new("SWI-04", AssetKind.Switch, "Fjällnet", "Kärna 32Q", 118_000m, 84),
        new("RUT-01", AssetKind.Router, "Fjällnet", "Rutt 200", 8_900m, 60), new("RUT-02", AssetKind.Router, "Fjällnet", "Rutt 1000", 31_000m, 72),
        new("RUT-03", AssetKind.Router, "Fjällnet", "Rutt 9000", 146_000m, 84),
        new("MOD-01", AssetKind.Modem, "Fjällnet", "Modem D2", 1_150m, 48), new("MOD-02", AssetKind.Modem, "Fjällnet", "Modem 5G", 4_450m, 48),
        new("BRV-01", AssetKind.Firewall, "Låshaken", "Vakt 60", 9_900m, 60), new("BRV-02", AssetKind.Firewall, "Låshaken", "Vakt 600", 89_000m, 60),
        new("AP-01", AssetKind.AccessPoint, "Fjällnet", "Sken 6", 3_290m, 60), new("AP-02", AssetKind.AccessPoint, "Fjällnet", "Sken 6 Ute", 5_890m, 60),
        new("AP-03", AssetKind.AccessPoint, "Fjällnet", "Sken 7", 6_490m, 60),
        new("SRV-01", AssetKind.Server, "Kvarnsten", "Rack 1U", 78_000m, 60), new("SRV-02", AssetKind.Server, "Kvarnsten", "Rack 2U", 124_000m, 60),
        new("SRV-03", AssetKind.Server, "Kvarnsten", "Lager 12", 186_000m, 60), new("SRV-04", AssetKind.Server, "Kvarnsten", "Torn Liten", 29_500m, 60),
        new("UPS-01", AssetKind.Ups, "Strömvakt", "UPS 750", 3_990m, 72), new("UPS-02", AssetKind.Ups, "Strömvakt", "UPS 1500 Rack", 9_800m, 72),
        new("UPS-03", AssetKind.Ups, "Strömvakt", "UPS 3000 Rack", 18_400m, 72),
    ];

    public static IReadOnlyList<Model> OfKind(AssetKind kind) => [.. Models.Where(model => model.Kind == kind)];

    public static string SupplierOf(AssetKind kind) => kind switch
    {
        AssetKind.Printer or AssetKind.Mfp => "L04",
        AssetKind.Ups => "L05",
        AssetKind.Server => "L08",
        AssetKind.AccessPoint or AssetKind.Modem => "L06",
        _ when AssetKinds.IsCommunication(kind) => "L02",
        AssetKind.Pc => "L01",
        _ => "L03",
    };

    public static CsvText SupplierFile()
    {
        var file = new CsvText("leverantorer", "supplier_code", "name", "org_number");
        for (var i = 0; i < Suppliers.Length; i++)
            file.Add(string.Create(CultureInfo.InvariantCulture, $"L{i + 1:00}"), Suppliers[i], OrganisationNumber.Invent("559901", 700 + i));
        return file;
    }

    public static CsvText ModelFile()
    {
        var file = new CsvText("modeller", "model_code", "kind", "vendor", "model", "list_price", "life_months");
        foreach (var model in Models)
        {
            file.Add(
                model.Code, AssetKinds.Vocabulary.Word(model.Kind), model.Vendor, model.Name,
                model.ListPrice.ToString("0.00", CultureInfo.InvariantCulture), model.LifeMonths.ToString(CultureInfo.InvariantCulture));
        }
        return file;
    }
}

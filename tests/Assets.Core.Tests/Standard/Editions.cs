using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;

namespace Assets.Core.Tests.Standard;

/// <summary>Small editions for tests: an office workplace and a network port.</summary>
internal static class Editions
{
    public static Part Laptop { get; } = new(PartKind.Equipment, new Bilingual("Bärbar dator", "Laptop"), AssetKind.Pc, ["LAT-5450"], 1, Money.Zero);

    public static Part Suite { get; } = new(PartKind.Licence, new Bilingual("Kontorspaket", "Office suite"), null, [], 1, Money.FromKronor(120m));

    public static Product Office { get; } = new(
        "office", ProductKind.Workplace, new Bilingual("Kontor", "Office"), new Bilingual("Handläggare", "Case workers"), "device-laptop", Method.A, Money.FromKronor(12_000m),
        Money.Zero, [new Term(36), new Term(48)], Money.FromKronor(95m), [Laptop, Suite], []);

    public static Product Port { get; } = new(
        "port", ProductKind.Device, new Bilingual("Nätanslutning", "Network port"), new Bilingual("Alla", "Everybody"), "network", Method.A, Money.Zero,
        Money.Zero, [new Term(48)], Money.FromKronor(60m), [], []);

    public static RentRules Rules { get; } = new(48, 30, true, Money.FromKronor(500m), Money.FromKronor(50m), 5, 10, new Bilingual("Text", "Text"));

    public static Edition With(params Product[] products) => new([.. products], Rules);
}

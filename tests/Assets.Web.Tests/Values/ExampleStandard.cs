using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Operations;
using Assets.Operations.Rentals;
using Assets.Operations.Standard;

namespace Assets.Web.Tests.Values;

/// <summary>The example's standard: an edition from the beginning, one in force from 15 June 2026, and a draft that has something wrong with it.</summary>
internal static class ExampleStandard
{
    public static void Begin(Installation installation)
    {
        SetInterest.Run(installation, new InterestRow(new DateOnly(2024, 1, 1), 2.5m), "Budgetbeslut");
        SetInterest.Run(installation, new InterestRow(new DateOnly(2023, 1, 1), 1.25m));
        Decide(installation, Content(11_000m), new DateOnly(2025, 5, 20), "IT-rådet § 4/2025");
    }

    public static void GoOn(Installation installation)
    {
        Decide(installation, Content(12_000m), new DateOnly(2026, 6, 15), $"IT-rådet § 7/2026 {ExampleFiles.Hostile}");
        var draft = DraftEdition.Run(installation).Value;
        var content = Content(12_900m);
        var dearer = content with
        {
            Products =
            [
                .. content.Products.Where(product => product.Code != "SKRIVARE"),
                content.Products[0] with { Code = "FALT", Name = new Bilingual("Fält", ""), For = new Bilingual(ExampleFiles.Hostile, "Field"), OrderedBy = ["100-11"], Icon = "device-tablet" },
            ],
            Rules = content.Rules with { NoticeDays = 14 },
        };
        Done(ChangeDraft.Run(installation, draft.Number, draft.Version, dearer, new DateOnly(2027, 1, 1)));
    }

    public static Edition Content(decimal price) => new(
        [
            new Product(
                "KONTOR", ProductKind.Workplace, new Bilingual("Kontor", "Office"), new Bilingual("Handläggare", "Case workers"), "device-laptop", Method.A, Money.FromKronor(price),
                Money.Zero, [new Term(36), new Term(48)], Money.FromKronor(95m),
                [
                    new Part(PartKind.Equipment, new Bilingual("Bärbar dator", "Laptop"), AssetKind.Pc, ["M-pc"], 1, Money.Zero),
                    new Part(PartKind.Equipment, new Bilingual("Bildskärm", "Screen"), AssetKind.Monitor, [], 2, Money.Zero),
                    new Part(PartKind.Service, new Bilingual("Arbetsplatstjänst", "Workplace service"), null, [], 1, Money.FromKronor(145m)),
                ],
                []),
            new Product(
                "SKARM", ProductKind.AddOn, new Bilingual("Extra bildskärm", "Extra screen"), new Bilingual("Alla", "Everybody"), "device-desktop", Method.A, Money.FromKronor(2_400m),
                Money.Zero, [new Term(48)], Money.Zero, [new Part(PartKind.Equipment, new Bilingual("Bildskärm", "Screen"), AssetKind.Monitor, ["M-monitor"], 1, Money.Zero)], []),
            new Product(
                "SKRIVARE", ProductKind.Device, new Bilingual("Skrivare", "Printer"), new Bilingual("Arbetsgrupper", "Groups"), "printer", Method.B, Money.FromKronor(5_000m),
                Money.FromKronor(200m), [new Term(60)], Money.FromKronor(45m), [new Part(PartKind.Equipment, new Bilingual("Skrivare", "Printer"), AssetKind.Printer, [], 1, Money.Zero)], ["100-10"]),
        ],
        new RentRules(48, 30, true, Money.FromKronor(500m), Money.FromKronor(50m), 5, 10, new Bilingual("Utrustning lånas inte ut.\nÅterlämnat raderas.", "Equipment is not lent.\nWhat is returned is erased.")));

    private static void Decide(Installation installation, Edition content, DateOnly day, string minute)
    {
        var draft = DraftEdition.Run(installation).Value;
        Done(ChangeDraft.Run(installation, draft.Number, draft.Version, content, day));
        Done(ProposeEdition.Run(installation, draft.Number, 2));
        Done(DecideEdition.Run(installation, draft.Number, 3, new CouncilDecision(day, minute, day)));
    }

    private static void Done(Outcome<EditionChanged> outcome)
    {
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException($"The example's standard: {refusal}");
    }
}

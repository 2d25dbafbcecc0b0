using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Standard;
using Assets.Operations;
using Assets.Operations.Ordering;
using Assets.Operations.Rentals;

namespace Assets.Web.Tests.Values;

/// <summary>An edition in force, people who order, approve and review, and orders in several states, made by the real operations.</summary>
internal static class ExampleOrdering
{
    public const string Office = "kontor";
    public const string AwaitingApproval = "B2026-00001";
    public const string Accepted = "B2026-00002";
    public const string AwaitingArchitect = "B2026-00003";
    public const string Rejected = "B2026-00004";
    public const string Basket = "B2026-00005";

    public static void Add(Example example)
    {
        var at = example.Installation;
        if (DatedEdition.InForce(at.Database, at.Today) is null) // an example that is not the full one
        {
            SetInterest.Run(at, new InterestRow(new DateOnly(2020, 1, 1), 2.5m));
            AddEdition(at, 1, new DateOnly(2026, 1, 1));
        }
        example.Person("berit", "Berit Budget", "sv", new Appointed(Role.BudgetHolder, "100-10", Money.FromKronor(2000m)));
        example.Person("vera", "Vera Vård", "sv", new Appointed(Role.Orderer, "100-11"), new Appointed(Role.BudgetHolder, "100-11"));
        example.Person("kommunchef", "Kerstin Kommun", "en", new Appointed(Role.BudgetHolder));
        example.Person("arne", "Arne Arkitekt", "sv", new Appointed(Role.Architect));

        Order(at, "100-10-1", 2, null, ExampleFiles.Hostile);
        var accepted = Order(at, "100-10-1", 1, null, "Välkommen");
        ApproveOrder.Run(As(at, "berit"), accepted.Number, accepted.Version);
        var wish = Order(at, "100-10-2", 1, "Stor skärm för CAD " + ExampleFiles.Hostile, "");
        ApproveOrder.Run(As(at, "berit"), wish.Number, wish.Version);
        var rejected = Order(at, "100-10-1", 1, null, "");
        RejectOrder.Run(As(at, "berit"), rejected.Number, rejected.Version, "Vänta till hösten");
        AddToBasket.Run(As(at, "olle"), new BasketItem("100-10-1", Office, null, 48, ["skarm"]));
    }

    /// <summary>A complete order of olle's, sent for approval.</summary>
    public static OrderTaken Order(Installation at, string unit, int workplaces, string? wish, string note)
    {
        var basket = Filled(at, "olle", unit, workplaces, wish, note);
        return SubmitOrder.Run(As(at, "olle"), basket.Number, basket.Version).Value;
    }

    public static OrderTaken Filled(Installation at, string orderer, string unit, int workplaces = 1, string? wish = null, string note = "")
    {
        var basket = AddToBasket.Run(As(at, orderer), new BasketItem(unit, Office, wish, 48, ["skarm"], workplaces)).Value;
        var lines = Data.Ordering.Basket.Find(at.Database, basket.Number, Id(at, orderer), at.Today)!.Workplaces;
        return ChangeBasket.Run(As(at, orderer), basket.Number, basket.Version, new BasketFields(
            null, "1200" + (unit == "100-10-1" ? "0" : "1"), at.Today.AddDays(14), note,
            [.. lines.Select(line => new BasketLineFields(line.Number, $"Anna Berg {line.Number}", $"anna.berg{line.Number}", "L1", "B12", 48, null))])).Value;
    }

    public static Installation As(Installation at, string account) => at with { Actor = account };

    /// <summary>A decided edition: a workplace of the worked example with a screen to choose, one that only others may order, and a printer.</summary>
    public static void AddEdition(Installation at, int number, DateOnly from, decimal support = 95m)
    {
        using var connection = at.Database.Open();
        using var command = connection.CreateCommand();
        var day = (from.Year * 10_000) + (from.Month * 100) + from.Day;
        command.CommandText = $"insert into editions (number, state, valid_from, decided_on, minute, decided_by, body, version, change_set_id) values ({number}, 2, {day}, {day}, '§ 12/2025', 'IT-rådet', @body, 1, 1)";
        var body = command.CreateParameter();
        body.ParameterName = "@body";
        body.Value = EditionText.Write(Content(support));
        command.Parameters.Add(body);
        command.ExecuteNonQuery();
    }

    private static Edition Content(decimal support)
    {
        Part Laptop() => new(PartKind.Equipment, new Bilingual("Bärbar dator", "Laptop"), AssetKind.Pc, ["M-pc"], 1, Money.Zero);
        Part Office365() => new(PartKind.Licence, new Bilingual("Kontorspaket", "Office suite"), null, [], 1, Money.Zero);
        return new Edition(
            [
                new Product(
                    Office, ProductKind.Workplace, new Bilingual("Kontorsarbetsplats", "Office workplace"), new Bilingual("Handläggare och administration", "Case workers and administration"),
                    "device-desktop", Method.A, Money.FromKronor(12_000m), Money.Zero, [new Term(36), new Term(48)], Money.FromKronor(support),
                    [Laptop(), new Part(PartKind.Equipment, new Bilingual("Dockningsstation", "Dock"), AssetKind.Dock, [], 1, Money.Zero), Office365()], []),
                new Product(
                    "vard", ProductKind.Workplace, new Bilingual("Vårdarbetsplats", "Care workplace"), new Bilingual("Hemtjänst och boende", "Home care"), "users", Method.A,
                    Money.FromKronor(9_000m), Money.Zero, [new Term(36)], Money.FromKronor(110m), [Laptop()], ["100-11"]),
                new Product(
                    "skarm", ProductKind.AddOn, new Bilingual("Extra skärm 27 tum", "Extra 27 inch screen"), new Bilingual("Alla", "Everybody"), "device-desktop", Method.A,
                    Money.FromKronor(2_400m), Money.Zero, [new Term(48)], Money.Zero, [new Part(PartKind.Equipment, new Bilingual("Skärm", "Screen"), AssetKind.Monitor, [], 1, Money.Zero)], []),
                new Product(
                    "skrivare", ProductKind.Device, new Bilingual("Skrivare, liten", "Printer, small"), new Bilingual("Upp till tio personer", "Up to ten people"), "printer", Method.A,
                    Money.FromKronor(4_800m), Money.Zero, [new Term(48)], Money.FromKronor(60m), [new Part(PartKind.Equipment, new Bilingual("Skrivare", "Printer"), AssetKind.Printer, [], 1, Money.Zero)], []),
            ],
            new RentRules(48, 30, true, Money.FromKronor(500m), Money.FromKronor(50m), 5, 10, new Bilingual("", "")));
    }

    private static int Id(Installation at, string account)
    {
        using var connection = at.Database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select id from users where user_name = '{account}'";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}

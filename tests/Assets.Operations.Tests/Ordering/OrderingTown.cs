using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Ordering;
using Assets.Operations.Rentals;
using Assets.Operations.Tests.Demo;
using Assets.Operations.Tests.Imports;
using Assets.Support;

namespace Assets.Operations.Tests.Ordering;

/// <summary>
/// A school administration with two units, an edition in force, and people: olle orders for U1; berit holds its budget up to 1 000 a
/// month, and rektor the administration's without a limit; stina stands in; arne is the IT architect and tove keeps the queue.
/// </summary>
internal sealed class OrderingTown : IDisposable
{
    public const string Office = "kontor";
    public const string Screen = "skarm";

    private OrderingTown(TestInstallation at) => At = at;

    public TestInstallation At { get; }

    public static OrderingTown On(Engine engine)
    {
        var town = new OrderingTown(TestInstallation.On(engine));
        var at = town.At;
        at.Furnish();
        SetInterest.Run(at.Installation, new InterestRow(new DateOnly(2020, 1, 1), 2.5m));
        town.Edition(1, new DateOnly(2026, 1, 1), Content());
        town.Person("olle", "Olle Orre", new Appointed(Role.Orderer, "U1"));
        town.Person("ulla", "Ulla Två", new Appointed(Role.Orderer, "U2"));
        town.Person("berit", "Berit Budget", new Appointed(Role.BudgetHolder, "U1", Money.FromKronor(1000m)));
        town.Person("rektor", "Rektor Rut", new Appointed(Role.BudgetHolder, "M-1"));
        town.Person("stina", "Stina Ström", new Appointed(Role.Orderer, "U2"));
        town.Person("arne", "Arne Arkitekt", new Appointed(Role.Architect));
        town.Person("tove", "Tove Teknik", new Appointed(Role.Technician));
        return town;
    }

    /// <summary>A workplace of the worked example, 357.50 a month over 48 months; a screen beside it for 100.00; one for others only.</summary>
    public static Edition Content(decimal support = 95m) => new(
        [
            new Product(
                Office, ProductKind.Workplace, new Bilingual("Kontorsarbetsplats", "Office workplace"), new Bilingual("Handläggare", "Case workers"), "device-desktop", Method.A,
                Money.FromKronor(12_000m), Money.Zero, [new Term(36), new Term(48)], Money.FromKronor(support),
                [new Part(PartKind.Equipment, new Bilingual("Bärbar dator", "Laptop"), AssetKind.Pc, ["PC"], 1, Money.Zero)], []),
            new Product(
                Screen, ProductKind.AddOn, new Bilingual("Extra skärm", "Extra screen"), new Bilingual("Alla", "Everybody"), "device-desktop", Method.A,
                Money.Zero, Money.Zero, [new Term(48)], Money.FromKronor(100m), [], []),
            new Product(
                "ledning", ProductKind.Workplace, new Bilingual("Ledning", "Leadership"), new Bilingual("Chefer", "Heads"), "device-desktop", Method.A,
                Money.FromKronor(20_000m), Money.Zero, [new Term(48)], Money.FromKronor(95m), [], ["U2"]),
        ],
        new RentRules(48, 0, true, Money.FromKronor(500m), Money.FromKronor(50m), 5, 10, new Bilingual("", "")));

    public void Edition(int number, DateOnly from, Edition content)
    {
        using var connection = At.Database.Open();
        connection.Execute(
            "insert into editions (number, state, valid_from, decided_on, minute, decided_by, body, version, change_set_id) values (@p0, 2, @p1, @p1, '§ 1', 'rådet', @p2, 1, 1)",
            number, Conventions.ToNumber(from), EditionText.Write(content));
    }

    public void Person(string name, string displayName, params Appointed[] roles) =>
        new Account(name, displayName, "correct horse battery", "sv", roles, name + "@example.org").Create(At.Database, At.Clock, "test");

    public Installation As(string account) => At.Installation with { Actor = account };

    /// <summary>A complete basket of so many office workplaces, with its number and version.</summary>
    public OrderTaken Basket(string orderer = "olle", string unit = "U1", int workplaces = 1, string[]? addOns = null, string? wish = null, string? product = Office)
    {
        var added = AddToBasket.Run(As(orderer), new BasketItem(unit, product, wish, 48, addOns ?? [], workplaces)).Value;
        return ChangeBasket.Run(As(orderer), added.Number, added.Version, Fields(added.Number, unit)).Value;
    }

    /// <summary>Everything filled in, for each line that a person gets.</summary>
    public BasketFields Fields(string number, string unit = "U1", string? costCode = null) => new(
        null, costCode ?? "K" + unit[1..], new DateOnly(2026, 12, 10), "",
        [.. Lines(number).Select(line => new BasketLineFields(line, $"Anna {line}", $"anna.{line}", "L1", "B12", 48, null))]);

    public OrderTaken Submitted(string orderer = "olle", int workplaces = 1, string[]? addOns = null, string? wish = null, string? product = Office)
    {
        var basket = Basket(orderer, workplaces: workplaces, addOns: addOns, wish: wish, product: product);
        return SubmitOrder.Run(As(orderer), basket.Number, basket.Version).Value;
    }

    public List<int> Lines(string number)
    {
        using var connection = At.Database.Open();
        return connection.Rows("select l.number from order_lines l join orders o on o.id = l.order_id where o.number = @p0 and l.part_of is null order by l.number", r => r.GetInt32(0), number);
    }

    public List<string> Steps(string number)
    {
        using var connection = At.Database.Open();
        return connection.Rows(
            "select s.step, s.actor_name, s.text from order_steps s join orders o on o.id = s.order_id where o.number = @p0 order by s.number",
            r => $"{OrderStates.Steps.Word((OrderStep)r.GetInt32(0))} {r.GetString(1)} {r.Text(2)}".TrimEnd(), number);
    }

    /// <summary>Template and account of each mail, in the order in which they were put in.</summary>
    public List<string> Mails()
    {
        using var connection = At.Database.Open();
        return connection.Rows("select m.template, u.user_name from mails m join users u on u.id = m.user_id order by m.id", r => $"{r.GetString(0)} {r.GetString(1)}");
    }

    public void Execute(string sql)
    {
        using var connection = At.Database.Open();
        connection.Execute(sql);
    }

    public void Dispose() => At.Dispose();
}

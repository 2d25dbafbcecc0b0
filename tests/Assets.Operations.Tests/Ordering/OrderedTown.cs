using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Standard;
using Assets.Data.Storage;
using Assets.Operations.Ordering;
using Assets.Operations.Rentals;
using Assets.Operations.Tests.Chargeback;
using Assets.Support;

namespace Assets.Operations.Tests.Ordering;

/// <summary>
/// The small town with a standard in force (a laptop at the worked example's price; a desk with laptop, dock and two screens; a screen
/// as add-on), stock to pick from and orders that have got as far as to IT.
/// </summary>
internal sealed class OrderedTown : IDisposable
{
    private int orders;

    public OrderedTown(Engine engine, RentRules? rules = null)
    {
        Town = new Town(engine);
        Clock.Now = new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
        SetInterest.Run(Town.Installation, new InterestRow(new DateOnly(2024, 1, 1), 2.5m));
        foreach (var (account, name, role) in new[] { ("olle", "Olle Orre", Role.Orderer), ("tove", "Tove Teknik", Role.Technician), ("anna.berg", "Anna Berg", Role.SystemOwner), ("bea", "Bea Budget", Role.BudgetHolder), ("arne", "Arne Arkitekt", Role.Architect) })
            new Account(account, name, "correct horse battery", "sv", [new Appointed(role)]).Create(Town.Database, Clock, "test");
        Town.Execute("update users set email = user_name || '@example.invalid'");
        Town.Execute("insert into models (id, code, code_key, kind, vendor, name, list_price, life_months, change_set_id) select 2, 'SKÄRM', 'SKÄRM', 7, 'Maker', 'Skärm 27', 200000, 60, 1");
        Town.Execute("insert into models (id, code, code_key, kind, vendor, name, list_price, life_months, change_set_id) select 3, 'DOCKA', 'DOCKA', 8, 'Maker', 'Docka', 100000, 60, 1");
        Town.Execute("insert into models (id, code, code_key, kind, vendor, name, list_price, life_months, change_set_id) select 4, 'PC-2', 'PC-2', 6, 'Maker', 'Annan', 900000, 48, 1");
        foreach (var (code, lineage) in new[] { ("100", "/1/"), ("110", "/1/2/"), ("120", "/1/3/"), ("200", "/4/"), ("111", "/1/2/5/"), ("121", "/1/3/6/"), ("201", "/4/7/") })
            Town.Execute($"update organisations set lineage = '{lineage}' where code = '{code}'");
        Town.Execute("insert into sites (id, code, code_key, name, change_set_id) select 1, 'S1', 'S1', 'Björkskolan', 1");
        AddEdition(rules ?? Rules);
    }

    public static RentRules Rules { get; } =
        new(48, 0, true, Money.FromKronor(500m), Money.FromKronor(50m), 5, 10, new Bilingual("Text", "Text"));

    public Town Town { get; }

    public SettableClock Clock { get; } = new(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero));

    /// <summary>As the technician, on the clock's day.</summary>
    public Installation It => As("tove");

    public Installation As(string actor) => Town.Installation with { Actor = actor, Clock = Clock };

    public void OnDay(string day) => Clock.Now = new DateTimeOffset(DateOnly.Parse(day, CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);

    /// <summary>In stock, by tag: <c>PC…</c> is the standard's laptop, <c>X…</c> another, <c>SK…</c> a screen, <c>DO…</c> a dock.</summary>
    public void Stock(params ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags)
        {
            Town.AddAsset(tag, AssetState.InStock);
            var (model, kind) = tag switch
            {
                ['S', ..] => (2, AssetKind.Monitor),
                ['D', ..] => (3, AssetKind.Dock),
                ['X', ..] => (4, AssetKind.Pc),
                _ => (1, AssetKind.Pc),
            };
            Town.Execute(string.Create(CultureInfo.InvariantCulture, $"update assets set model_id = {model}, kind = {(int)kind}, serial = 'SN-{tag}', serial_key = 'SN-{tag}' where tag = '{tag}'"));
        }
    }

    /// <summary>An order of unit 111 that IT is to see to.</summary>
    public string Order(params ReadOnlySpan<StoredOrderLine> lines)
    {
        using var writing = Writing.Begin(Town.Database);
        var store = new OrderStore(writing, As("olle"), "test order");
        var number = string.Create(CultureInfo.InvariantCulture, $"B2026-{++orders:00000}");
        writing.Connection.Execute(
            "insert into orders (number, number_key, state, unit_id, orderer_id, monthly_rent, version, change_set_id) select @p0, @p0, 0, u.id, p.id, 0, 0, @p1 from organisations u, users p where u.code = '111' and p.user_name = 'olle'",
            number, store.ChangeSet);
        var basket = store.Find(number).Value;
        foreach (var line in lines) store.Add(line with { OrderId = basket.Id });
        var codeId = (int)writing.Connection.Number("select id from cost_codes where code = 'C111'");
        var editionId = (int)writing.Connection.Number("select id from editions");
        store.Take(basket, OrderStep.Submitted, basket with { State = OrderState.Accepted, CostCodeId = codeId, EditionId = editionId, SubmittedAt = Clock.Now });
        writing.Commit();
        return number;
    }

    public static StoredOrderLine New(int number, string product, string recipient = "anna.berg", int? partOf = null, int term = 48) => new(
        0, number, OrderLineKind.New, product, null, null, null, partOf, term, Money.Zero, partOf is null ? "Anna Berg" : null, partOf is null ? recipient : null, partOf is null ? 1 : null,
        partOf is null ? "A1" : null, null, null, null, null, null, null, null);

    public StoredOrderLine About(int number, OrderLineKind kind, string lineCode, string? toUnit = null) => New(number, "laptop") with
    {
        Kind = kind,
        ProductCode = kind == OrderLineKind.Replace ? "laptop" : null,
        TermMonths = 0,
        LineId = LineId(lineCode),
        ToUnitId = toUnit is null ? null : int.Parse(Town.Rows($"select id from organisations where code = '{toUnit}'")[0], CultureInfo.InvariantCulture),
        ToCostCodeId = toUnit is null ? null : int.Parse(Town.Rows($"select id from cost_codes where code = 'C{toUnit}'")[0], CultureInfo.InvariantCulture),
    };

    public void Pick(string number, params ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags)
        {
            if (!PickAsset.Run(It, number, tag).TryGet(out _, out var refusal)) throw new InvalidOperationException($"{tag}: {refusal}");
        }
    }

    /// <summary>Delivered on a day, whole: the codes of the contract lines, by order line.</summary>
    public IReadOnlyList<string> Deliver(string number, string day)
    {
        OnDay(day);
        return [.. DeliverOrder.Run(It, new DeliveryRequest(number)).Value.Lines.Select(line => line.LineCode)];
    }

    public long LineId(string code) => long.Parse(Town.Rows($"select id from contract_lines where code = '{code}'")[0], CultureInfo.InvariantCulture);

    public void Dispose() => Town.Dispose();

    private void AddEdition(RentRules rules)
    {
        static Part Equipment(string name, AssetKind kind, string model, int quantity) => new(PartKind.Equipment, new Bilingual(name, name), kind, [model], quantity, Money.Zero);
        Product[] products =
        [
            new("laptop", ProductKind.Workplace, new Bilingual("Bärbar", "Laptop"), new Bilingual("Alla", "All"), "device-desktop", Method.A, Money.FromKronor(12_000m), Money.Zero,
                [new Term(48)], Money.FromKronor(95m), [Equipment("Dator", AssetKind.Pc, "PC-1", 1)], []),
            new("desk", ProductKind.Workplace, new Bilingual("Skrivbord", "Desk"), new Bilingual("Alla", "All"), "device-desktop", Method.A, Money.FromKronor(18_000m), Money.Zero,
                [new Term(48)], Money.FromKronor(95m),
                [
                    Equipment("Dator", AssetKind.Pc, "PC-1", 1), Equipment("Docka", AssetKind.Dock, "DOCKA", 1), Equipment("Skärm", AssetKind.Monitor, "SKÄRM", 2),
                    new(PartKind.Licence, new Bilingual("Kontorspaket", "Office suite"), null, [], 1, Money.FromKronor(120m)),
                ],
                []),
            new("screen", ProductKind.AddOn, new Bilingual("Extra skärm", "Extra screen"), new Bilingual("Alla", "All"), "device-desktop", Method.A, Money.FromKronor(2_400m), Money.Zero,
                [new Term(48)], Money.Zero, [Equipment("Skärm", AssetKind.Monitor, "SKÄRM", 1)], []),
            new("heads", ProductKind.Workplace, new Bilingual("Ledning", "Leadership"), new Bilingual("Chefer", "Heads"), "device-desktop", Method.A, Money.FromKronor(20_000m), Money.Zero,
                [new Term(48)], Money.Zero, [Equipment("Dator", AssetKind.Pc, "PC-1", 1)], ["200"]),
        ];
        using var writing = Writing.Begin(Town.Database);
        var changeSet = writing.AddChangeSet(Clock.Now, "test", "test", null, null);
        using var context = Town.Database.NewContext(writing.Connection);
        Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.UseTransaction(context.Database, writing.Transaction);
        context.Editions.Add(new EditionRow
        {
            Number = 1, State = EditionState.Decided, ValidFrom = new DateOnly(2026, 1, 1), DecidedOn = new DateOnly(2025, 12, 1), Minute = "§ 1", DecidedBy = "test",
            Body = EditionText.Write(new Edition([.. products], rules)), ChangeSetId = changeSet,
        });
        context.SaveChanges();
        writing.Commit();
    }
}

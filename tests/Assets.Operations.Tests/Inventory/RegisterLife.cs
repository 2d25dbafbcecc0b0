using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Rentals;
using Assets.Operations.Inventory;
using Assets.Operations.Rentals;
using Assets.Operations.Tests.Imports;
using Assets.Support;

namespace Assets.Operations.Tests.Inventory;

/// <summary>What an asset's page said at the end of a day about a day.</summary>
/// <param name="Fields">None where it said that the asset was not known, or not there yet.</param>
/// <param name="Value">The page calculates it from what is known now; none to compare where price, purchase or model were others on the day.</param>
internal sealed record PageSaid(DateOnly On, DateOnly About, long Asset, IReadOnlyDictionary<string, string?>? Fields, LineStretch? Rented, (bool IsTold, Money? Amount) Value);

/// <summary>A register that lives by chance, from one seed: imports, changes by hand, contracts that begin, move, change asset and end, back-dated as people do.</summary>
/// <param name="backdates">Whether what is done holds from other days than the one on which it is done.</param>
internal sealed class RegisterLife(TestInstallation at, int seed, bool backdates = true)
{
    private static readonly DateOnly[] Asked = [new(2026, 1, 10), new(2026, 2, 28), new(2026, 3, 20), new(2026, 4, 30)];
    private readonly Random random = new(seed);
    private int assets = 6;
    private int made;

    public List<PageSaid> Said { get; } = [];

    private DateOnly Today => at.Installation.Today;

    public void Live(int days)
    {
        at.Clock.Now = new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.Zero);
        at.Furnish();
        at.Import("sites", "site_code,name,municipality_code,postcode\nL2,Södra skolan,M,786 47\n");
        SetInterest.Run(at.Installation, new InterestRow(new DateOnly(2024, 1, 1), 2.5m));
        for (var i = 1; i <= assets; i++) ImportAsset(i);
        for (var day = 0; day < days; day++)
        {
            at.Clock.Now = at.Clock.Now.AddDays(random.Next(1, 6));
            for (var act = random.Next(1, 4); act > 0; act--) Act();
            Remember();
        }
    }

    private void Act()
    {
        switch (random.Next(10))
        {
            case 0: Change(new AssetChange(Tag(), Room: $"R{random.Next(9)}", UserUnitCode: random.Next(3) switch { 0 => "", 1 => "U1", _ => "U2" }, UserAccount: $"konto{random.Next(5)}")); break;
            case 1: Change(new AssetChange(Tag(), SiteCode: random.Next(2) == 0 ? "L1" : "L2", Note: "flyttad")); break;
            case 2: Change(new AssetChange(Tag()) { Purchase = new AssetPurchase(random.Next(3) == 0 ? "DOCK" : "PC", $"SN{random.Next(1000)}", Past(), Price(), "S1", null) }); break;
            case 3: ImportAsset(random.Next(2) == 0 ? ++assets : random.Next(1, assets + 1)); break;
            case 4: Change(new AssetChange(Tag(), (AssetState)random.Next(7)) { Certificate = "S-17" }); break;
            case 5: Change(new AssetChange(Tag(), ParentTag: random.Next(3) == 0 ? "" : Tag())); break;
            case 6: at.Import("models", $"model_code,kind,vendor,model,list_price,life_months\nPC,pc,Dell,Latitude 544{random.Next(3)},11890.00,{random.Next(1, 5) * 12}\n"); break;
            case 7: at.Import("contracts", Fleet.ContractHeader + $"C{random.Next(5)},{Tag()},{(random.Next(2) == 0 ? "U1,K1" : "U2,K2")},{Day(Past())},{(random.Next(2) == 0 ? "" : Day(Today.AddDays(random.Next(-20, 60))))},{random.Next(100, 400)}.50\n"); break;
            case 8: Calculated(); break;
            default: Timeline($"C{random.Next(5)}", When()); break;
        }
    }

    private void Timeline(string line, DateOnly day)
    {
        switch (random.Next(4))
        {
            case 0: MoveLine.Run(at.Installation, line, "U2", "K2", day); break;
            case 1: SwapAsset.Run(at.Installation, line, Tag(), day); break;
            case 2: ChangePrice.Run(at.Installation, line, new FixedRent(Money.FromKronor(random.Next(50, 90))), day); break;
            default: ReturnAsset.Run(at.Installation, line, day, reused: true); break;
        }
    }

    private void Calculated()
    {
        var from = When();
        var price = new PriceRequest((Method)random.Next(4), Price(), Money.FromKronor(random.Next(2) * 100), 36, Money.FromKronor(95m), [], from);
        StartLine.Run(at.Installation, new LineRequest($"K{++made}", "U1", "K1", Tag(), "", 1, from, null, new CalculatedRent(price)));
    }

    private void Change(AssetChange change) => ChangeAssets.Run(at.Installation, [change], When(), "så är det");

    private void ImportAsset(int number) => at.Import(
        "assets",
        Fleet.AssetHeader + $"T{number},S{number},{(number % 3 == 0 ? "DOCK" : "PC")},{Day(Past())},{Price()},S1,,{(random.Next(2) == 0 ? "L1" : "L2")},R{random.Next(5)},{(random.Next(2) == 0 ? "in_stock" : "in_use")},\n");

    private void Remember()
    {
        for (var asset = 1L; AssetDetails.Read(at.Database, at.Clock, Reach.Everywhere, Reach.Everywhere, asset) is { } page; asset++)
        {
            foreach (var about in Asked.Append(Today).Distinct()) Said.Add(Says(page, asset, about));
        }
    }

    private PageSaid Says(AssetDetails page, long asset, DateOnly about)
    {
        var fields = page.History.AsOf(Belief.EndOf(Today, TimeZoneInfo.Utc), about, page.Facts.Values);
        var isOfThen = fields is not null && new[] { "price", "purchase_date", "model_code" }.All(field => fields[field] == page.Facts.Values[field]);
        return new PageSaid(Today, about, asset, fields, page.Lines.SingleOrDefault(line => line.Contains(about)), (isOfThen, page.Facts.Price > Money.Zero ? page.Value?.On(about) : null));
    }

    private DateOnly When() => backdates ? Today.AddDays(random.Next(-60, 20)) : Today;

    private DateOnly Past() => Today.AddDays(-random.Next(1, 300));

    private Money Price() => Money.FromOre(random.Next(4) == 0 ? 0 : random.Next(100_00, 20_000_00));

    private string Tag() => $"T{random.Next(1, assets + 1)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Rentals;
using Assets.Operations.Tests.Demo;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Inventory;

public sealed class RegisterAsOfTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.Utc;

    [Theory]
    [InlineData(Engine.Sqlite, 1)]
    [InlineData(Engine.Sqlite, 2)]
    [InlineData(Engine.Sqlite, 7)]
    [InlineData(Engine.Sqlite, 4)]
    [InlineData(Engine.Postgres, 1)]
    [InlineData(Engine.Postgres, 5)]
    public void Whatever_has_happened_since_it_says_of_each_asset_what_its_page_said_then(Engine engine, int seed)
    {
        using var at = TestInstallation.On(engine);
        var life = new RegisterLife(at, seed);
        life.Live(days: 20);
        var (rented, valued, unknown) = (0, 0, 0);

        foreach (var asked in life.Said.GroupBy(said => (said.On, said.About)))
        {
            var then = RegisterAsOf.Rows(at.Installation, Belief.Of(asked.Key.About, asked.Key.On, Zone), RegisterSight.Everything).ToDictionary(asset => asset.Id);
            Assert.Equal(asked.Where(said => said.Fields is not null).Select(said => said.Asset), then.Keys.Order());
            foreach (var said in asked)
            {
                if (said.Fields is not { } fields)
                {
                    unknown++;
                    continue;
                }
                var asset = then[said.Asset];
                Assert.Equal((said, Text(fields)), (said, Text(asset)));
                Assert.Equal((said, said.Rented?.LineCode, said.Rented?.Unit, said.Rented?.CostCode), (said, asset.Rented?.LineCode, asset.Rented?.Payer, asset.Rented?.CostCode));
                if (said.Rented is not null) rented++;
                if (!said.Value.IsTold) continue;
                Assert.Equal((said, said.Value.Amount), (said, asset.BookValue));
                if (asset.BookValue is not null) valued++;
            }
        }

        Assert.True(rented > 50 && valued > 200 && unknown > 5, $"{rented} rented, {valued} valued, {unknown} not known: too little has happened.");
    }

    [Theory]
    [InlineData(Engine.Sqlite, 11)]
    [InlineData(Engine.Sqlite, 12)]
    [InlineData(Engine.Postgres, 13)]
    public void Today_it_is_the_list(Engine engine, int seed)
    {
        using var at = TestInstallation.On(engine);
        new RegisterLife(at, seed, backdates: false).Live(days: 15);

        var list = new AssetList(at.Database, at.Clock).Read(Reach.Everywhere, new AssetQuery(Sort: AssetSort.Registered, Extras: AssetExtras.All, PageSize: 1_000)).Items;
        var today = RegisterAsOf.Rows(at.Installation, Belief.Of(at.Installation.Today, null, Zone), RegisterSight.Everything);

        Assert.Equal(
            list.Select(a => (a.Id, a.Tag, a.Serial, a.Kind, a.Model, a.State, a.PurchasedOn, a.Site, a.Room, a.UserUnit, a.UserAccount, a.PayerUnit, Price: a.Price!.Value, a.CostCode, a.ParentTag)),
            today.Select(a => (a.Id, a.Tag, a.Serial, a.Kind, a.Model, a.State, a.PurchasedOn, a.Site, a.Room, a.UserUnit, a.UserAccount, PayerUnit: a.Rented?.Payer, a.Price, a.Rented?.CostCode, a.ParentTag)));
    }

    [Theory]
    [OnBoth]
    public void A_line_that_was_given_another_asset_afterwards_is_told_of_the_one_that_it_had(Engine engine)
    {
        using var at = Register(engine);
        at.Import("contracts", Fleet.ContractHeader + "C1,PC1,U1,K1,2026-03-10,,357.50\n");
        at.Clock.Now = at.Clock.Now.AddDays(10);
        at.Import("contracts", Fleet.ContractHeader + "C1,PC2,U2,K2,2026-03-10,,400.00\n");
        var about = new DateOnly(2026, 4, 1);

        var before = RegisterAsOf.Rows(at.Installation, Belief.Of(about, at.Installation.Today.AddDays(-5), Zone), RegisterSight.Everything).ToList();
        var since = RegisterAsOf.Rows(at.Installation, Belief.Of(about, at.Installation.Today, Zone), RegisterSight.Everything).ToList();

        Assert.Equal(["PC1 C1 U1 357.50 M-1", "PC2", "D1"], before.Select(Rent));
        Assert.Equal(["PC1", "PC2 C1 U2 400.00 M-1", "D1"], since.Select(Rent));
        Assert.Equal(Money.FromKronor(9_000m), since[0].Price);
        Assert.Equal(("8866.94", "8437.50"), ($"{before[0].BookValue}", $"{since[0].BookValue}")); // written off from its delivery, or from its purchase where it was never rented
    }

    [Theory]
    [OnBoth]
    public void A_life_that_is_corrected_later_does_not_change_what_was_said_of_a_closed_year(Engine engine)
    {
        using var at = Register(engine);
        at.Clock.Now = at.Clock.Now.AddDays(30);
        var closing = Belief.Of(new DateOnly(2026, 7, 1), at.Installation.Today.AddDays(-1), Zone);
        var before = RegisterAsOf.Sums(at.Installation, closing, RegisterSight.Everything).Whole.BookValue;
        at.Import("models", "model_code,kind,vendor,model,list_price,life_months\nPC,server,Dell,Latitude 5440,11890.00,24\n");

        Assert.Equal(before, RegisterAsOf.Sums(at.Installation, closing, RegisterSight.Everything).Whole.BookValue);
        Assert.Equal(2, RegisterAsOf.Sums(at.Installation, closing, RegisterSight.Everything).Of(AssetKind.Pc).Assets);
        Assert.True(RegisterAsOf.Sums(at.Installation, Belief.Of(closing.About, at.Installation.Today, Zone), RegisterSight.Everything).Whole.BookValue < before);
    }

    [Theory]
    [OnBoth]
    public void Who_sees_a_part_sees_what_that_part_used_or_paid_for_on_the_day_and_of_costs_what_he_may(Engine engine)
    {
        using var at = Register(engine);
        ChangeAssets.Run(at.Installation, [new AssetChange("PC2", UserUnitCode: "U1"), new AssetChange("D1", UserUnitCode: "U1", ParentTag: "PC1")], new DateOnly(2026, 4, 1));
        at.Import("contracts", Fleet.ContractHeader + "C1,PC1,U1,K1,2026-03-10,2026-04-30,357.50\nC2,PC2,U2,K2,2026-03-10,,400.00\n");
        using var connection = at.Database.Open();
        var first = (int)connection.Number("select id from organisations where code = 'U1'");
        var part = new RegisterSight(Reach.Over([first]), Reach.Nowhere);

        string[] Seen(DateOnly about, RegisterSight sight) =>
            [.. RegisterAsOf.Rows(at.Installation, Belief.Of(about, at.Installation.Today, Zone), sight).Select(asset => Said(Rent(asset), asset.ParentTag))];

        Assert.Equal(["PC1 U1 M-1"], Seen(new DateOnly(2026, 3, 31), part)); // nobody's user yet; who pays is told, what is paid is not
        Assert.Equal(["PC1 U1 M-1", "PC2", "D1"], Seen(new DateOnly(2026, 4, 15), part)); // that another unit pays for its computer is not told
        Assert.Equal(["PC2", "D1"], Seen(new DateOnly(2026, 5, 15), part)); // nor what the dock stood beside, which is another's by today
        Assert.Equal(["PC1 C1 U1 357.50 M-1"], Seen(new DateOnly(2026, 3, 31), part with { Costs = Reach.Over([first]) }));
        Assert.Equal(["PC1", "PC2 C2 U2 400.00 M-1", "D1 PC1"], Seen(new DateOnly(2026, 5, 15), RegisterSight.Everything));
        Assert.Empty(Seen(new DateOnly(2026, 4, 15), new RegisterSight(Reach.Nowhere, Reach.Nowhere)));
    }

    [Theory]
    [OnBoth]
    public void Rent_that_the_reader_may_not_see_is_not_known_and_never_nothing(Engine engine)
    {
        using var at = Register(engine);
        ChangeAssets.Run(at.Installation, [new AssetChange("PC2", UserUnitCode: "U1")], new DateOnly(2026, 4, 1));
        at.Import("contracts", Fleet.ContractHeader + "C1,PC1,U1,K1,2026-03-10,,357.50\nC2,PC2,U2,K2,2026-03-10,,400.00\n");
        using var connection = at.Database.Open();
        var first = Reach.Over([(int)connection.Number("select id from organisations where code = 'U1'")]);

        (long? Rented, Money? Rent, string Customers) Told(Reach register, Reach costs)
        {
            var sums = RegisterAsOf.Sums(at.Installation, Belief.Of(at.Installation.Today, null, Zone), new RegisterSight(register, costs));
            Assert.Equal(sums.Whole.MonthlyRent is null, sums.Of(AssetKind.Router).MonthlyRent is null); // of none, too
            return (sums.Whole.Rented, sums.Whole.MonthlyRent, string.Join(' ', sums.Customers.Select(customer => $"{customer.Code}:{customer.Sum.Assets}:{customer.Sum.MonthlyRent}")));
        }

        Assert.Equal((2, Money.FromKronor(757.50m), "M-1:2:757.50 :1:0.00"), Told(Reach.Everywhere, Reach.Everywhere));
        Assert.Equal((2, null, "M-1:2: :1:"), Told(Reach.Everywhere, Reach.Nowhere)); // an administrator
        Assert.Equal((2, null, "M-1:2: :1:"), Told(Reach.Everywhere, first)); // a technician who orders for one unit
        Assert.Equal((null, null, "M-1:1: :1:"), Told(first, first)); // its second computer is paid for by another
    }

    [Theory]
    [OnBoth]
    public void The_file_of_a_closed_year_is_the_same_after_the_organisation_has_changed(Engine engine)
    {
        using var at = Register(engine);
        at.Import("contracts", Fleet.ContractHeader + "C1,PC1,U1,K1,2026-03-10,,357.50\nC2,PC2,U2,K2,2026-03-10,,400.00\n");
        var closing = Belief.Of(at.Installation.Today, null, Zone);

        (string File, string Customers) Exported(Belief belief)
        {
            using var file = new MemoryStream();
            var sums = ExportRegister.Write(file, at.Installation, belief, RegisterSight.Everything, asWorkbook: false, swedish: false);
            return (System.Text.Encoding.UTF8.GetString(file.ToArray()), string.Join(' ', sums.Customers.Select(customer => $"{customer.Code}:{customer.Sum.MonthlyRent}")));
        }

        var before = Exported(closing);
        at.Clock.Now = at.Clock.Now.AddDays(1);
        const string header = "org_code,name,kind,parent_code,org_number\n";
        at.Import("organisations", header + "M-2,Vården,administration,M,\nU1,Enhet 1,unit,M-2,\n"); // another administration has it
        at.Import("organisations", header + "M-1,Skolan,unit,M,\n"); // and this is one no more

        Assert.Equal("M-1:757.50 :0.00", before.Customers);
        Assert.Equal(before, Exported(closing));
        Assert.Equal("M:400.00 M-2:357.50 :0.00", Exported(Belief.Of(closing.About, at.Installation.Today, Zone)).Customers);
    }

    [Theory]
    [OnBoth]
    public void What_lines_have_lost_is_looked_up_once_and_again_for_what_has_changed_meanwhile(Engine engine)
    {
        using var at = Register(engine);
        at.Import("contracts", Fleet.ContractHeader + "C1,PC1,U1,K1,2026-03-10,,357.50\nC2,D1,U2,K2,2026-03-10,,40.00\n");
        at.Clock.Now = at.Clock.Now.AddDays(10);
        var then = Belief.Of(at.Installation.Today.AddDays(-5), null, Zone);

        string[] Rents() => [.. RegisterAsOf.Rows(at.Installation, then, RegisterSight.Everything).Select(Rent)];
        GoneLines Gone()
        {
            using var reading = Reading.Begin(at.Database);
            return GoneLines.At(reading, Conventions.ToMicroseconds(then.Until));
        }

        void Becomes(string line, string gonePc1, string goneD1)
        {
            at.Import("contracts", Fleet.ContractHeader + line);
            var gone = Gone();
            Assert.Equal((line, gonePc1, goneD1), (line, string.Join(',', gone.Of("PC1")), string.Join(',', gone.Of("D1"))));
            Assert.Equal(["PC1 C1 U1 357.50 M-1", "PC2", "D1 C2 U2 40.00 M-1"], Rents());
            Assert.Same(gone, Gone());
        }

        Assert.Equal(["PC1 C1 U1 357.50 M-1", "PC2", "D1 C2 U2 40.00 M-1"], Rents());
        Becomes("C1,PC2,U1,K1,2026-03-10,,357.50\n", "1", "");
        Becomes("C2,PC1,U2,K2,2026-03-10,,40.00\n", "1", "2");
        Becomes("C1,D1,U1,K1,2026-03-10,,357.50\n", "1", "2");
        Becomes("C2,PC2,U2,K2,2026-03-10,,40.00\n", "1", "2");
        Becomes("C1,PC1,U1,K1,2026-03-10,,357.50\n", "", "2"); // it has it again
    }

    [Theory]
    [OnBoth]
    public void Page_by_page_it_is_the_same_register(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        new RegisterLife(at, seed: 21).Live(days: 8);
        var belief = Belief.Of(new DateOnly(2026, 2, 10), at.Installation.Today, Zone);
        var paged = new List<AssetThen>();
        long? after = 0;

        while (after is { } from)
        {
            var page = RegisterAsOf.Page(at.Installation, belief, RegisterSight.Everything, from, 2);
            Assert.InRange(page.Assets.Count, page.Next is null ? 0 : 2, 2);
            paged.AddRange(page.Assets);
            after = page.Next;
        }

        Assert.Equal(RegisterAsOf.Rows(at.Installation, belief, RegisterSight.Everything), paged);
        Assert.NotEmpty(paged);
    }

    [Theory]
    [OnBoth]
    public void An_empty_register_has_nothing_on_any_day(Engine engine)
    {
        using var at = TestInstallation.On(engine);

        Assert.Equal(0, RegisterAsOf.Sums(at.Installation, Belief.Of(at.Installation.Today, null, Zone), RegisterSight.Everything).Whole.Assets);
        var page = RegisterAsOf.Page(at.Installation, Belief.Of(DateOnly.MaxValue, null, Zone), RegisterSight.Everything, 0, 5);
        Assert.Equal((0, null), (page.Assets.Count, page.Next));
    }

    private static TestInstallation Register(Engine engine)
    {
        var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + "PC1,S1,PC,2026-01-01,9000.00,S1,,L1,,in_stock,\nPC2,S2,PC,2026-01-01,9000.00,S1,,L1,,in_stock,\nD1,S3,DOCK,2026-01-01,900.00,S1,,L1,,in_stock,\n");
        return at;
    }

    private static string Rent(AssetThen asset) => Said(asset.Tag, asset.Rented?.LineCode, asset.Rented?.PayerCode, asset.Rented?.MonthlyRent?.ToString(), asset.Rented?.CustomerCode);

    private static string Said(params string?[] parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));

    private static string Text(AssetThen asset) => string.Join(
        '|', asset.Serial, asset.ModelCode, asset.PurchasedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), asset.Price, asset.SiteCode, asset.Room,
        AssetStates.Vocabulary.Word(asset.State), asset.UserUnitCode, asset.UserAccount, asset.ParentTag);

    private static string Text(IReadOnlyDictionary<string, string?> fields) => string.Join(
        '|', new[] { "serial", "model_code", "purchase_date", "price", "site_code", "room", "state", "user_unit", "user_account", "parent_tag" }.Select(field => fields[field]));
}

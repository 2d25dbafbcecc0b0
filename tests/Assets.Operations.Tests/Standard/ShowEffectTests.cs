using System.Globalization;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Rentals;
using Assets.Operations.Standard;
using Assets.Operations.Tests.Chargeback;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Standard;

public sealed class ShowEffectTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [OnBoth]
    public void A_line_carries_its_product_and_the_end_of_its_term_and_an_imported_one_neither(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("A1", "PC1", "111", new DateOnly(2026, 1, 1), null, 100m);
        SetInterest.Run(town.Installation, new InterestRow(new DateOnly(2024, 1, 1), 2.5m));

        Start(town, "111", "office", ProductPrice.Request(AnyEdition.Office, 48, new DateOnly(2026, 3, 10), default));

        Assert.Equal(["|", "office|20300310"], town.Rows("select product_code, term_until from line_segments order by line_id"));
    }

    [Theory]
    [OnBoth]
    public void The_effect_counts_what_runs_on_the_drafts_first_day_by_who_pays(Engine engine)
    {
        using var town = new Town(engine);
        var installation = town.Installation with { Clock = new SettableClock(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)) };
        town.AddLine("A1", "PC1", "201", new DateOnly(2026, 1, 1), null, 100m);
        town.AddLine("A2", "PC2", "201", new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1), 100m); // ends the day before
        SetInterest.Run(installation, new InterestRow(new DateOnly(2020, 1, 1), 2.5m));
        AnyEdition.Decided(installation, AnyEdition.Of(AnyEdition.Office, AnyEdition.Port), Today);
        var draft = AnyEdition.Proposed(installation, AnyEdition.Of(AnyEdition.Office with { PurchasePrice = Money.FromKronor(24_000m) }, AnyEdition.Port with { Support = Money.FromKronor(50m) }));
        Start(town, "111", "office", ProductPrice.Request(AnyEdition.Office, 48, new DateOnly(2023, 10, 2), default)); // until 2 October 2027: three whole months left
        Start(town, "121", "port", ProductPrice.Request(AnyEdition.Port, 48, Today, default), quantity: 10);
        Start(town, "201", "Lagring", ProductPrice.Request(AnyEdition.Port, 48, Today, default));

        var effect = ShowEffect.Run(installation, draft.Number, Reach.Everywhere)!;
        var own = ShowEffect.Run(installation, draft.Number, Reach.Over([int.Parse(town.Rows("select id from organisations where code = '121'")[0], CultureInfo.InvariantCulture)]))!;

        Assert.Equal((new DateOnly(2027, 1, 1), (decimal?)2.5m), (effect.From, effect.InterestPercent));
        Assert.Equal(
            ["110 office 1 3150.00 525.00", "120 port 10 -1200.00 -1200.00", "200 office 1 3150.00 3150.00", "200  1 0.00 0.00"],
            effect.Effects.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Administration} {row.Product} {row.Lines} {row.WhenRenewed} {row.FirstYear}")));
        Assert.Equal(["120"], own.Effects.Select(row => row.Administration));
        Assert.Null(ShowEffect.Run(installation, 1, Reach.Everywhere)); // nothing was in force before the first
        Assert.Null(ShowEffect.Run(installation, 9, Reach.Everywhere));
    }

    [Theory]
    [OnBoth]
    public void Another_municipality_sees_its_administrations_too(Engine engine)
    {
        using var town = new Town(engine);
        var installation = town.Installation with { Clock = new SettableClock(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)) };
        town.Execute("insert into organisations (id, code, code_key, name, kind, parent_id, lineage, change_set_id) select 100, '210', '210', 'Skolan', 1, id, lineage || '100/', 1 from organisations where code = '200'");
        town.Execute("update organisations set kind = 0 where code = '200'");
        town.Execute("update organisations set parent_id = 100 where code = '201'");
        SetInterest.Run(installation, new InterestRow(new DateOnly(2020, 1, 1), 2.5m));
        AnyEdition.Decided(installation, AnyEdition.Of(AnyEdition.Office), Today);
        var draft = AnyEdition.Proposed(installation, AnyEdition.Of(AnyEdition.Office with { PurchasePrice = Money.FromKronor(24_000m) }));
        town.AddLine("A1", "PC1", "111", new DateOnly(2026, 1, 1), null, 100m);
        town.AddLine("A2", "PC2", "201", new DateOnly(2026, 1, 1), null, 100m);

        var effect = ShowEffect.Run(installation, draft.Number, Reach.Everywhere)!;

        Assert.Equal(["110", "210"], effect.Effects.Select(row => row.Administration));
        Assert.Equal(("Enhet 110", "Skolan, Enhet 200"), (effect.Administrations["110"], effect.Administrations["210"]));
    }

    private static void Start(Town town, string unit, string service, PriceRequest price, int quantity = 1) => Assert.True(
        StartLine.Run(town.Installation, new LineRequest(null, unit, "C" + unit, null, service, quantity, price.Start, null, new CalculatedRent(price))).IsDone);
}

using System.Globalization;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Chargeback;

public sealed class SimulatedYearTests(ITestOutputHelper output)
{
    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("ASSETS_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 20260501;

    [Theory]
    [OnBoth]
    public void A_year_of_back_dated_facts_posts_what_a_naive_model_says_and_verifies(Engine engine)
    {
        output.WriteLine($"seed {Seed} (set ASSETS_SEED to repeat another)");
        using var year = new SimulatedYear(engine, Seed);

        year.Run();

        Assert.True(year.Corrections > 20, "the year has too few corrections to prove anything");
        var verified = VerifyMonths.Run(year.Town.Installation, year.Heads[4]);
        Assert.Empty(verified.Months.SelectMany(month => month.Faults));
        Assert.Equal(new BillingMonth(2026, 5), verified.HeadOf);
        foreach (var (closed, _) in verified.Months) EveryChargeIsExplainedToItsAmount(year.Town, closed.Month);
    }

    [Fact]
    public void Both_databases_come_to_the_same_heads()
    {
        using var sqlite = new SimulatedYear(Engine.Sqlite, Seed + 1);
        using var postgres = new SimulatedYear(Engine.Postgres, Seed + 1);

        sqlite.Run();
        postgres.Run();

        Assert.Equal(sqlite.Heads, postgres.Heads);
        Assert.Equal(11, sqlite.Heads.Distinct().Count());
    }

    private static void EveryChargeIsExplainedToItsAmount(Town town, BillingMonth month)
    {
        var file = town.Folder[$"{month}.csv"];
        ExportCharges.ToFile(town.Installation, month, file);
        foreach (var row in File.ReadLines(file).Skip(1).Select(line => line.Split(',')))
        {
            var explained = ExplainCharge.Run(town.Installation, row[0]).Value;
            Assert.Equal(row[11], explained.Charge.Amount.ToString());
            Assert.Equal(explained.Charge.Amount, explained.Charge.Reversal ? -explained.Amount.Result : explained.Amount.Result);
            Assert.Equal(explained.Charge.Reversal, explained.Reverses is not null);
        }
    }
}

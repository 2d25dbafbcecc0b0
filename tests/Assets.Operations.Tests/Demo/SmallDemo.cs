using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Operations.Ledger;
using Assets.Seed;
using Assets.Support;

namespace Assets.Operations.Tests.Demo;

/// <summary>The demo with fewer assets, loaded once for all tests of a database.</summary>
internal static class SmallDemo
{
    private static readonly Lazy<TestInstallation> OnSqlite = new(() => Load(Engine.Sqlite));
    private static readonly Lazy<TestInstallation> OnPostgres = new(() => Load(Engine.Postgres));

    public static DemoSettings Settings { get; } = new(new DateOnly(2026, 11, 22), AssetCount: 400);

    /// <summary>Only to be read.</summary>
    public static TestInstallation On(Engine engine) => (engine == Engine.Sqlite ? OnSqlite : OnPostgres).Value;

    public static TestInstallation Load(Engine engine, DemoSettings? settings = null)
    {
        var at = TestInstallation.On(engine);
        DemoMunicipality.Load(at.Installation with { Database = at.Database.AsScratch() }, settings ?? Settings);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => at.Dispose();
        return at;
    }

    public static List<(BillingMonth Month, string Head)> Heads(this TestInstallation at)
    {
        var verified = VerifyMonths.Run(at.Installation);
        Xunit.Assert.True(verified.Holds);
        return [.. verified.Months.Select(month => (month.Month.Month, month.Month.Head))];
    }

    public static List<string> Column(this TestInstallation at, string sql)
    {
        using var connection = at.Database.Open();
        return connection.Rows(sql, r => Convert.ToString(r.GetValue(0), System.Globalization.CultureInfo.InvariantCulture) ?? "");
    }
}

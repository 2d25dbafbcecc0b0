using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Chargeback;
using Assets.Operations.Imports;
using Assets.Operations.Ledger;
using Assets.Operations.Storage;
using Assets.Support;
using Microsoft.Extensions.Configuration;

namespace Assets.Web.Tests.Values;

/// <summary>An installation in a folder of its own with the example municipality in it: imported, charged and closed by the same operations as a real one.</summary>
internal sealed class Example : IDisposable
{
    public const string Password = "correct horse battery";

    private readonly TemporaryFolder folder = new();

    private Example((string Name, string Value)[] settings)
    {
        Clock = new ExampleClock(new DateTimeOffset(2025, 5, 20, 8, 0, 0, TimeSpan.Zero));
        Installation = new Installation(
            Database.At("Data Source=assets.db", folder.Path), folder["keys"], "100", Clock, "karin", new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build());
    }

    private Example(ExampleClock clock, Installation installation) => (Clock, Installation) = (clock, installation);

    public ExampleClock Clock { get; }

    public Installation Installation { get; }

    public string Folder => folder.Path;

    /// <summary>Seen on 15 June 2026, with May the last closed month and June run.</summary>
    public static Example Full(params (string Name, string Value)[] settings)
    {
        var example = Empty(settings);
        example.Register();
        example.Months();
        ExampleNetwork.Add(example.Installation.Database, example.Clock.Now);
        return example;
    }

    /// <summary>As <see cref="Full"/>, with IT at work on its queue.</summary>
    public static Example Busy()
    {
        var example = Full();
        ExampleFulfilment.Add(example);
        ExampleTasks.Add(example);
        return example;
    }

    /// <summary>The same on PostgreSQL, moved there by the product: with the same keys and the same clock. It ends before the one that it came from.</summary>
    /// <param name="connection">Of an empty database.</param>
    public static Example Moved(Example from, string connection)
    {
        _ = CopyDatabase.Run(from.Installation, connection, _ => { }).Value;
        return new Example(from.Clock, from.Installation with { Database = Database.At(connection, from.folder.Path) });
    }

    /// <summary>As it is delivered: not even people.</summary>
    public static Example Fresh(params (string Name, string Value)[] settings)
    {
        var example = new Example(settings);
        Schema.Ensure(example.Installation.Database, _ => { });
        return example;
    }

    /// <summary>In a folder of its own, from a backup.</summary>
    public static Example Restored(string backup, string passphrase)
    {
        var example = new Example([]);
        _ = Restore.Run(example.Installation, backup, passphrase).Value;
        Schema.Ensure(example.Installation.Database, _ => { });
        return example;
    }

    /// <summary>Nothing but the people.</summary>
    public static Example Empty(params (string Name, string Value)[] settings)
    {
        var example = Fresh(settings);
        example.Person("anna", "Anna Ahl", "sv", new Appointed(Role.Administrator), new Appointed(Role.Manager), new Appointed(Role.Finance));
        return example;
    }

    public void Person(string name, string displayName, string language, params Appointed[] roles) =>
        new Account(name, displayName, Password, language, roles).Create(Installation.Database, Clock, "test");

    public void Import(string kind, string text, string? reason = null)
    {
        var path = folder[$"{kind}.csv"];
        File.WriteAllText(path, text);
        var outcome = ImportFile.Run(Installation, new ImportRequest(kind, path, Reason: reason), null, CancellationToken.None);
        if (outcome.Rejected > 0) throw new InvalidOperationException($"The example's {kind} has a bad row: {outcome.First[0]}");
    }

    public string? Scalar(string sql)
    {
        using var connection = Installation.Database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Change(string sql) => Scalar(sql);

    public void Dispose()
    {
        Installation.Database.CloseIdle();
        folder.Dispose();
    }

    private void Register()
    {
        Import("organisations", ExampleFiles.Organisations);
        Import("cost-codes", ExampleFiles.CostCodes);
        Import("sites", ExampleFiles.Sites);
        Import("suppliers", ExampleFiles.Suppliers);
        Import("models", ExampleFiles.Models);
        Import("assets", ExampleFiles.AssetRows(new Dictionary<int, string> { [90] = "in_stock", [91] = "ordered" }));
        Import("contracts", ExampleFiles.Contracts(1, 70, new Dictionary<int, decimal>(), new Dictionary<int, string>()));
        ExampleStandard.Begin(Installation);
        Person("olle", "Olle Orre", "sv", new Appointed(Role.Orderer, "100-10"));
        Person("tove", "Tove Teknik", "sv", new Appointed(Role.Technician));
        Person("emma", "Emma English", "en", new Appointed(Role.Manager), new Appointed(Role.Finance));
        Person("rut", "Rut Revisor", "sv", new Appointed(Role.Auditor));
    }

    private void Months()
    {
        var month = new BillingMonth(2025, 6);
        for (; month <= new BillingMonth(2026, 5); month = month.Next)
        {
            Clock.Now = new DateTimeOffset(month.Last.ToDateTime(new TimeOnly(15, 30)), TimeSpan.Zero);
            if (month.Number == 202509) Import("contracts", ExampleFiles.Contracts(71, 78, new Dictionary<int, decimal>(), new Dictionary<int, string>()));
            if (month.Number == 202601) Import("contracts", ExampleFiles.Contracts(10, 12, new Dictionary<int, decimal> { [10] = 240m, [11] = 99.5m }, new Dictionary<int, string>()), "Ny prislista 2026");
            if (month.Number == 202604) Import("contracts", ExampleFiles.Contracts(20, 21, new Dictionary<int, decimal>(), new Dictionary<int, string> { [20] = "2026-02-14", [21] = "2026-04-10" }), "Återlämnad i februari, anmäld i april");
            if (month.Number == 202605) Import("assets", ExampleFiles.AssetRows(new Dictionary<int, string> { [5] = "lost", [12] = "in_repair", [20] = "retired", [90] = "in_stock", [91] = "ordered" }), "Inventering i maj");
            if (!CloseMonth.Run(Installation with { Settings = new ConfigurationBuilder().Build() }, month, "Godtas i exemplet").TryGet(out _, out var refusal)) throw new InvalidOperationException($"{month}: {refusal}");
        }
        Import("contracts", ExampleFiles.Contracts(79, 84, new Dictionary<int, decimal> { [80] = 0m }, new Dictionary<int, string>()));
        Clock.Now = new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.Zero);
        ExampleStandard.GoOn(Installation);
        ExampleOrdering.Add(this);
        ExampleBench.Add(Installation);
        if (!ChargeMonth.Run(Installation, new BillingMonth(2026, 6)).TryGet(out _, out var why)) throw new InvalidOperationException($"{why}");
    }
}

using Assets.Data.Storage;
using Assets.Operations;

namespace Assets.Seed.Loading;

/// <summary>How the loading of the demo ended.</summary>
/// <param name="Refusal">What is in the way and what to do; none where the demo is there.</param>
public sealed record DemoLoaded(bool IsNew, string? Refusal);

/// <summary>
/// Loads the demo into a database with nothing in it. On SQLite it grows in a file of its own beside the database and takes its place
/// when it is whole: killed half-way, the next start begins anew.
/// </summary>
public static class DemoLoad
{
    public static DemoLoaded Run(Installation installation, DemoSettings settings, DemoNetworkLoad? network, Action<string> tell, CancellationToken cancel = default)
    {
        using var turn = DemoTurn.Take(installation.Database);
        if (turn is null) return Refused($"Another program is loading the demo into {installation.Database.Description} at this moment. Wait until it is done.");
        var database = Unpooled(installation.Database);
        var state = StateOf(database, tell);
        if (state != DemoState.Empty) return Answer(state, database);
        var passwords = DemoPasswords.Invent();
        if (database.File is not { } file)
        {
            Fill(installation with { Database = database }, settings, passwords, network, tell, cancel);
        }
        else
        {
            var growing = DemoFile.Beside(file);
            if (!DemoFile.MayReplace(database)) return InUse(file);
            growing.Remove();
            var grown = Database.At($"Data Source={growing.Path};Pooling=False", "/").AsScratch();
            Schema.Ensure(grown, _ => { });
            Fill(installation with { Database = grown }, settings, passwords, network, tell, cancel);
            if (!growing.TakePlaceOf(database)) return InUse(file); // opened by somebody meanwhile
        }
        passwords.Write(installation.KeyRingFolder);
        return new DemoLoaded(IsNew: true, null);
    }

    /// <summary>Whether the database, which has its schema, holds the whole demo municipality.</summary>
    public static bool IsLoaded(Installation installation) => DemoStates.Of(installation.Database) == DemoState.Loaded;

    /// <summary>The accounts of the demo and, where they are known here, their passwords.</summary>
    public static IReadOnlyList<(DemoAccount Account, string? Password)> Accounts(Installation installation)
    {
        var passwords = DemoPasswords.Read(installation.KeyRingFolder);
        return [.. DemoAccount.All.Select(account => (account, passwords.Of(account.Name)))];
    }

    private static DemoState StateOf(Database database, Action<string> tell)
    {
        if (database.File is { } file && !File.Exists(file)) return DemoState.Empty;
        Schema.Ensure(database, tell);
        return DemoStates.Of(database);
    }

    private static DemoLoaded Answer(DemoState state, Database database) => state switch
    {
        DemoState.Loaded => new DemoLoaded(IsNew: false, null),
        DemoState.Interrupted => Refused(
            $"The demo in {database.Description} was begun and never finished. Remove that database and make an empty one (PostgreSQL: dropdb, createdb), then run assets demo again."),
        _ => Refused(
            $"{database.Description} holds data of its own, and the demo would mix with it. Name an empty database in Assets:Database, for instance Assets__Database=\"Data Source=var/demo.db\"."),
    };

    private static void Fill(Installation installation, DemoSettings settings, DemoPasswords passwords, DemoNetworkLoad? network, Action<string> tell, CancellationToken cancel)
    {
        DemoMunicipality.Load(installation, settings, passwords, tell, cancel);
        network?.Invoke(installation, DemoMunicipality.Devices(settings));
        DemoAccount.All[^1].Make(installation, passwords.Of(DemoAccount.All[^1].Name)!);
    }

    // A pooled connection would keep the file open after it was replaced.
    private static Database Unpooled(Database database) => database.File is null ? database : Database.At($"{database.ConnectionString};Pooling=False", "/");

    private static DemoLoaded InUse(string file) => Refused($"The empty database {file} is in use by another program, such as assets serve. End it and run assets demo again.");

    private static DemoLoaded Refused(string message) => new(IsNew: false, message);
}

/// <summary>Registers the devices of the demo and fills in what they would have said. Given by whoever simulates them.</summary>
public delegate void DemoNetworkLoad(Installation installation, IReadOnlyList<Fleet.PolledDevice> devices);

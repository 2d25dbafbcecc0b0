using System.Globalization;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Imports;

namespace Assets.Benchmarks;

/// <summary>The assets that the list is measured over: those of the database, or invented ones where it has none.</summary>
internal static class AssetListFleet
{
    private static readonly string[] Kinds = ["organisations", "cost-codes", "sites", "suppliers", "models", "assets", "contracts"];

    public static void Ensure(Installation installation, int assets)
    {
        Schema.Ensure(installation.Database, Console.Error.WriteLine);
        if (Count(installation.Database) > 0) return;
        var folder = Directory.CreateTempSubdirectory("assets-fleet-");
        try
        {
            FleetFiles.Write(assets, folder.FullName, 1, everyState: true);
            foreach (var kind in Kinds)
            {
                var outcome = ImportFile.Run(installation, new ImportRequest(kind, Path.Combine(folder.FullName, kind.Replace('-', '_') + ".csv")), null, CancellationToken.None);
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {outcome.Accepted} imported, {outcome.Rejected} refused"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        // What a server does by itself within minutes; it must not happen in the middle of the measurement.
        if (installation.Database.Engine == Engine.Postgres) Execute(installation.Database, "vacuum analyze");
    }

    public static long Count(Database database) => Convert.ToInt64(Execute(database, "select count(*) from assets"), CultureInfo.InvariantCulture);

    public static object? Execute(Database database, string sql)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

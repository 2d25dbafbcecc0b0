using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Imports;
using Microsoft.Extensions.Configuration;

namespace Assets.Benchmarks;

/// <summary>One import as the command does it; the whole process is what is to be timed from outside.</summary>
internal static class ImportBenchmark
{
    public static int Run(string kind, string file, string database)
    {
        var installation = new Installation(Database.At(database, Environment.CurrentDirectory), "keys", null, TimeProvider.System, "benchmark", new ConfigurationBuilder().Build());
        Schema.Ensure(installation.Database, Console.Error.WriteLine);
        var outcome = ImportFile.Run(installation, new ImportRequest(kind, file), null, CancellationToken.None);
        Console.WriteLine($"{outcome.Read} read, {outcome.Accepted} accepted, {outcome.Rejected} rejected; the write lock was held for {outcome.LockHeld.TotalSeconds:0.00} s");
        return 0;
    }
}

using System.Globalization;
using Assets.Benchmarks;

// One line for each measurement: run as `dotnet run -c Release --project tools/Assets.Benchmarks -- NAME ARGUMENTS`.
return args switch
{
    ["excel", var rows, var path] => ExcelBenchmark.Table(int.Parse(rows, CultureInfo.InvariantCulture), path),
    ["excel-month", var rows, var path] => ExcelBenchmark.Month(int.Parse(rows, CultureInfo.InvariantCulture), path),
    ["fleet", var assets, var folder] => FleetFiles.Write(int.Parse(assets, CultureInfo.InvariantCulture), folder, 1),
    ["fleet", var assets, var folder, var seed] => FleetFiles.Write(int.Parse(assets, CultureInfo.InvariantCulture), folder, int.Parse(seed, CultureInfo.InvariantCulture)),
    ["import", var kind, var file, var database] => ImportBenchmark.Run(kind, file, database),
    ["charge", var month, var database] => ChargeBenchmark.Run(month, database),
    ["register", var database, var day, var file] => RegisterBenchmark.Run(database, day, file),
    ["token", var database] => TokenBenchmark.Run(database),
    ["assetlist", var database] => AssetListBenchmark.Run(database, 1_000_000, 4_000, 1),
    ["assetlist", var database, var assets] => AssetListBenchmark.Run(database, int.Parse(assets, CultureInfo.InvariantCulture), 4_000, 1),
    ["assetlist", var database, var assets, var requests, var seed] => AssetListBenchmark.Run(database, int.Parse(assets, CultureInfo.InvariantCulture), int.Parse(requests, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture)),
    ["pages", var database] => PagesBenchmark.Run(database, 1_000_000, 40),
    ["pages", var database, var assets, var rounds] => PagesBenchmark.Run(database, int.Parse(assets, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture)),
    ["users", var database, var users, var minutes] => UsersBenchmark.Run(database, int.Parse(users, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture)),
    [ServedWeb.Verb, var database, var folder] => ServedWeb.Serve(database, folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: Assets.Benchmarks NAME ARGUMENTS
          excel ROWS FILE         a table of 12 typed and formatted columns
          fleet ASSETS FOLDER [SEED]   invented files of every kind, to import
          import KIND FILE DATABASE    one import, with the time it held the write lock
          charge MONTH DATABASE   a month of an imported fleet, charged twice
          register DATABASE DAY FILE   the register as of a day two pages of it, and all of it as a workbook or CSV
          token DATABASE          the check of a token, 20 000 times; an account and tokens are added
          excel-month ROWS FILE   a month's whole workbook
          assetlist DATABASE [ASSETS [REQUESTS SEED]]   the asset list by eight clients; an empty database is filled first, and an account is added
          pages DATABASE [ASSETS ROUNDS]   the pages that people open most, by eight clients: times, and sizes of their HTML
          users DATABASE USERS MINUTES     people who order, approve, read and register at once, on a demo database
        """);
    return 2;
}

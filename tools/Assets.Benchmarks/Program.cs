using Assets.Benchmarks;

// One line for each measurement: run as `dotnet run -c Release --project tools/Assets.Benchmarks -- NAME ARGUMENTS`.
return args switch
{
    ["excel", var rows, var path] => ExcelBenchmark.Table(int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture), path),
    ["excel-month", var rows, var path] => ExcelBenchmark.Month(int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture), path),
    ["fleet", var assets, var folder] => FleetFiles.Write(int.Parse(assets, System.Globalization.CultureInfo.InvariantCulture), folder, 1),
    ["fleet", var assets, var folder, var seed] => FleetFiles.Write(int.Parse(assets, System.Globalization.CultureInfo.InvariantCulture), folder, int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture)),
    ["import", var kind, var file, var database] => ImportBenchmark.Run(kind, file, database),
    ["charge", var month, var database] => ChargeBenchmark.Run(month, database),
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
          excel-month ROWS FILE   a month's whole workbook
        """);
    return 2;
}

using Assets.Benchmarks;

// One line for each measurement: run as `dotnet run -c Release --project tools/Assets.Benchmarks -- NAME ARGUMENTS`.
return args switch
{
    ["excel", var rows, var path] => ExcelBenchmark.Table(int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture), path),
    ["excel-month", var rows, var path] => ExcelBenchmark.Month(int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture), path),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: Assets.Benchmarks NAME ARGUMENTS
          excel ROWS FILE         a table of 12 typed and formatted columns
          excel-month ROWS FILE   a month's whole workbook
        """);
    return 2;
}

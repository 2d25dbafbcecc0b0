using System.Globalization;
using Assets.Core.Values;

namespace Assets.Benchmarks;

/// <summary>Invented files of every import kind, any size, the same for the same seed.</summary>
internal static class FleetFiles
{
    private const int Units = 400;
    private static readonly string[] Kinds = ["pc", "monitor", "dock", "printer", "switch", "mfp"];

    /// <param name="everyState">Not all in use, but some in each state that an asset may have: for what filters by it.</param>
    public static int Write(int assets, string folder, int seed, bool everyState = false)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(seed);
        using (var file = Open(folder, "organisations.csv", "org_code,name,kind,parent_code,org_number"))
        {
            file.WriteLine("100,Björkvik kommun,municipality,,212099-1001");
            for (var a = 0; a < 20; a++) file.WriteLine($"100-{a:00},Förvaltning {a},administration,100,");
            for (var u = 0; u < Units; u++) file.WriteLine($"{Unit(u)},Enhet {u},unit,100-{u % 20:00},");
        }
        using (var file = Open(folder, "cost_codes.csv", "cost_code,unit_code,name,valid_from,valid_to"))
        {
            for (var u = 0; u < Units; u++) file.WriteLine($"{10_000 + u},{Unit(u)},Drift,2010-01-01,");
        }
        using (var file = Open(folder, "sites.csv", "site_code,name,municipality_code,postcode"))
        {
            for (var s = 0; s < 300; s++) file.WriteLine($"L{s:000},Skolvägen {s},100,786 {s % 90:00}");
        }
        using (var file = Open(folder, "suppliers.csv", "supplier_code,name,org_number"))
        {
            for (var s = 1; s <= 6; s++) file.WriteLine($"S{s:00},Leverantör {s} AB,");
        }
        using (var file = Open(folder, "models.csv", "model_code,kind,vendor,model,list_price,life_months"))
        {
            for (var m = 0; m < 42; m++) file.WriteLine($"MOD-{m:000},{Kinds[m % Kinds.Length]},Maker {m % 7},Model {m},{random.Next(900, 20_000)}.00,48");
        }
        WriteAssets(assets, folder, random, everyState);
        return 0;
    }

    private static void WriteAssets(int assets, string folder, Random random, bool everyState)
    {
        const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
        var serial = new char[8];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var file = Open(folder, "assets.csv", "asset_tag,serial,model_code,purchase_date,price,supplier_code,warranty_until,site_code,room,state,note");
        using var lines = Open(folder, "contracts.csv", "contract_line,asset_tag,unit_code,cost_code,start_date,end_date,monthly_rate");
        for (var i = 1; i <= assets; i++)
        {
            do
            {
                for (var c = 0; c < serial.Length; c++) serial[c] = Letters[random.Next(Letters.Length)];
            }
            while (!seen.Add(new string(serial)));
            var bought = new DateOnly(2018, 1, 1).AddDays(random.Next(2900));
            var unit = random.Next(Units);
            var rate = Money.FromOre(random.Next(2_000, 90_000));
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"IT{i:0000000},{new string(serial)},MOD-{random.Next(42):000},{bought:yyyy-MM-dd},{Money.FromOre(random.Next(90_000, 2_000_000))},S{random.Next(1, 7):00},{bought.AddYears(3):yyyy-MM-dd},L{random.Next(300):000},{(char)('A' + random.Next(5))}{random.Next(100, 500)},{(everyState ? State(i) : "in_use")},"));
            lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"C{i:00000000},IT{i:0000000},{Unit(unit)},{10_000 + unit},{bought.AddDays(14):yyyy-MM-dd},,{rate}"));
        }
    }

    private static string State(int number) => (number * 7919L % 100) switch
    {
        < 80 => "in_use",
        < 90 => "in_stock",
        < 94 => "in_repair",
        < 97 => "retired",
        < 99 => "disposed",
        _ => "lost",
    };

    private static string Unit(int number) => $"100-{number % 20:00}-{number:000}";

    private static StreamWriter Open(string folder, string name, string header)
    {
        var file = new StreamWriter(Path.Combine(folder, name)) { NewLine = "\n" };
        file.WriteLine(header);
        return file;
    }
}

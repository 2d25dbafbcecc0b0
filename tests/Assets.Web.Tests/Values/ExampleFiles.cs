using System.Globalization;
using System.Text;
using Assets.Core.Inventory;

namespace Assets.Web.Tests.Values;

/// <summary>The files of a small made-up municipality: two legal entities, seven units, 96 assets of all kinds and their contract lines.</summary>
internal static class ExampleFiles
{
    public const int Assets = 96;

    /// <summary>What somebody might write into every field that takes text.</summary>
    public const string Hostile = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>";

    private static readonly string[] Units = ["100-10-1", "100-10-2", "100-11-1", "100-11-2", "B1-1"];

    public static string Organisations => """
        org_code,name,kind,parent_code,org_number
        100,Lövsta kommun,municipality,,212099-0003
        100-10,Barn- och utbildningsförvaltningen,administration,100,
        100-10-1,Björkskolan,unit,100-10,
        100-10-2,Ängsskolan,unit,100-10,
        100-11,Vård- och omsorgsförvaltningen,administration,100,
        100-11-1,Hemtjänsten Öst,unit,100-11,
        100-11-2,Solgården,unit,100-11,
        B1,Lövsta Energi AB,company,100,559900-0006
        B1-1,Driftcentralen,unit,B1,
        """;

    public static string CostCodes => "cost_code,unit_code,name,valid_from,valid_to\n"
        + string.Concat(Units.Select((unit, i) => $"{12000 + i},{unit},Drift,2018-01-01,\n"));

    public static string Sites => """
        site_code,name,municipality_code,postcode
        L1,Björkvägen 4,100,792 30
        L2,Storgatan 18,100,792 31
        L3,Kraftverket,100,792 40
        """;

    public static string Suppliers => "supplier_code,name,org_number\nS1,Dataleverans Norden AB,559900-0014\n";

    public static string Models => "model_code,kind,vendor,model,list_price,life_months\n" + string.Concat(Enum.GetValues<AssetKind>().Select(kind =>
        $"M-{AssetKinds.Vocabulary.Word(kind)},{AssetKinds.Vocabulary.Word(kind)},{(kind == AssetKind.Pc ? "Dell" : "Fabrikör")},{(kind == AssetKind.Pc ? "Latitude 5440" : kind.ToString())},{2000 + ((int)kind * 700)}.00,48\n"));

    /// <param name="states">Which assets are not in use, by number.</param>
    public static string AssetRows(IReadOnlyDictionary<int, string> states)
    {
        var text = new StringBuilder("asset_tag,serial,model_code,purchase_date,price,supplier_code,warranty_until,site_code,room,state,note\n");
        var kinds = Enum.GetValues<AssetKind>();
        for (var i = 1; i <= Assets; i++)
        {
            var kind = i % 3 == 0 ? AssetKind.Pc : kinds[i % kinds.Length];
            var note = i == 7 ? $"\"{Hostile.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : i == 8 ? "A\u030Angmaskinen i köket" : "";
            text.Append(CultureInfo.InvariantCulture, $"{Tag(i)},SN{i:0000}{(char)('A' + (i % 26))}X,M-{AssetKinds.Vocabulary.Word(kind)},{2021 + (i % 4)}-{1 + (i % 12):00}-15,{2000 + (i * 37)}.00,S1,{2026 + (i % 3)}-06-30,L{1 + (i % 3)},A{100 + i},{states.GetValueOrDefault(i, "in_use")},{note}\n");
        }
        return text.ToString();
    }

    /// <param name="rates">Other monthly rates than the ordinary one.</param>
    /// <param name="ends">Last days.</param>
    public static string Contracts(int first, int last, IReadOnlyDictionary<int, decimal> rates, IReadOnlyDictionary<int, string> ends)
    {
        var text = new StringBuilder("contract_line,asset_tag,unit_code,cost_code,start_date,end_date,monthly_rate\n");
        for (var i = first; i <= last; i++)
        {
            var unit = i % Units.Length;
            var rate = rates.GetValueOrDefault(i, 120m + (i % 9 * 23.5m));
            text.Append(CultureInfo.InvariantCulture, $"C{i:00000},{Tag(i)},{Units[unit]},{12000 + unit},2025-0{1 + (i % 5)}-01,{ends.GetValueOrDefault(i, "")},{rate:0.00}\n");
        }
        return text.ToString();
    }

    public static string Tag(int number) => string.Create(CultureInfo.InvariantCulture, $"IT{number:0000000}");
}

using Assets.Operations.Imports;
using Assets.Support;

namespace Assets.Operations.Tests.Imports;

/// <summary>A small register to import into, and short forms for importing.</summary>
internal static class Fleet
{
    public const string AssetHeader = "asset_tag,serial,model_code,purchase_date,price,supplier_code,warranty_until,site_code,room,state,note\n";
    public const string ContractHeader = "contract_line,asset_tag,unit_code,cost_code,start_date,end_date,monthly_rate\n";

    public static ImportOutcome Import(this TestInstallation at, string kind, string text, bool dryRun = false, bool decimalComma = false)
    {
        var path = at.Write($"{kind}.csv", text);
        return at.ImportPath(kind, path, dryRun, decimalComma);
    }

    public static ImportOutcome ImportPath(this TestInstallation at, string kind, string path, bool dryRun = false, bool decimalComma = false) =>
        ImportFile.Run(at.Installation, new ImportRequest(kind, path, dryRun, Path.Combine(at.Folder, "report.csv"), decimalComma), null, CancellationToken.None);

    /// <summary>Two units, two cost codes, a site, a supplier and models of two kinds.</summary>
    public static void Furnish(this TestInstallation at)
    {
        at.Import("organisations", "org_code,name,kind,parent_code,org_number\nM,Björkvik,municipality,,212099-1001\nM-1,Skolan,administration,M,\nU1,Enhet 1,unit,M-1,\nU2,Enhet 2,unit,M-1,\n");
        at.Import("cost-codes", "cost_code,unit_code,name,valid_from,valid_to\nK1,U1,Drift,2018-01-01,\nK2,U2,Drift,2018-01-01,\n");
        at.Import("sites", "site_code,name,municipality_code,postcode\nL1,Almbyvägen 65,M,786 46\n");
        at.Import("suppliers", "supplier_code,name,org_number\nS1,Kontorsteknik Öst AB,559901-0013\n");
        at.Import("models", "model_code,kind,vendor,model,list_price,life_months\nPC,pc,Dell,Latitude 5440,11890.00,48\nDOCK,dock,Dell,WD19,1890.00,48\n");
    }

    public static string Report(this TestInstallation at) => at.Read("report.csv");

    public static string Read(this TestInstallation at, string file) => File.ReadAllText(Path.Combine(at.Folder, file));
}

using System.Data.Common;
using Assets.Core.Organisations;
using Assets.Data.Storage;

namespace Assets.Operations.Imports.Kinds;

internal sealed class CostCodeImport() : CodeTable(
    "cost_codes", Subject.CostCode, new ImportColumns("cost_code", "unit_code", "name", "valid_from", "valid_to"),
    ("code", "cost_code"), ("unit_id", "unit_code"), ("name", "name"), ("valid_from", "valid_from"), ("valid_until", "valid_to"))
{
    private readonly Codes organisations = new("organisations");

    public override void Load(DbConnection connection)
    {
        organisations.Load(connection);
        base.Load(connection);
    }

    protected override object?[] Parse(RowReader row, string code)
    {
        if (row.Raw("unit_code").IsEmpty) row.Reject("missing", "unit_code", "A cost code belongs to a unit.");
        var unit = row.Known("unit_code", organisations.Ids, "unit");
        var name = row.RequiredText("name");
        var from = row.Day("valid_from");
        var to = row.Day("valid_to");
        if (from > to) row.Reject("end_before_start", "valid_to", "The last valid day is before the first.");
        return [code, (long?)unit, name, Days.Number(from), Days.Number(to?.AddDays(1))];
    }

    protected override object? Spoken(string column, object? value) => column switch
    {
        "unit_id" => organisations.Code(value),
        "valid_from" => Days.Of(value),
        "valid_until" => Days.LastBefore(value),
        _ => value,
    };
}

internal sealed class SiteImport() : CodeTable(
    "sites", Subject.Site, new ImportColumns(["site_code", "name", "municipality_code", "postcode"], ["connection", "latitude", "longitude"]),
    ("code", "site_code"), ("name", "name"), ("municipality_id", "municipality_code"), ("postcode", "postcode"),
    ("connection", "connection"), ("latitude", "latitude"), ("longitude", "longitude"))
{
    private readonly Codes organisations = new("organisations");

    public override void Load(DbConnection connection)
    {
        organisations.Load(connection);
        base.Load(connection);
    }

    protected override object?[] Parse(RowReader row, string code)
    {
        var connection = row.Raw("connection") switch
        {
            "" => null,
            "fibre" => "fibre",
            "adsl" => "adsl",
            "mobile" => "mobile",
            "none" => "none",
            _ => "?",
        };
        if (connection == "?") row.Reject("unknown_connection", "connection", "Write fibre, adsl, mobile or none.");
        return
        [
            code, row.RequiredText("name"), (long?)row.Known("municipality_code", organisations.Ids, "municipality"), row.Text("postcode"),
            connection, Degrees(row, "latitude", 90), Degrees(row, "longitude", 180),
        ];
    }

    protected override object? Spoken(string column, object? value) => column == "municipality_id" ? organisations.Code(value) : value;

    private static object? Degrees(RowReader row, string column, double most)
    {
        var raw = row.IsDecimalComma ? row.Raw(column).ToString().Replace(',', '.') : row.Raw(column);
        if (raw.IsEmpty) return null;
        var fits = double.TryParse(raw, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most;
        if (!fits) row.Reject("coordinate", column, $"Write decimal degrees from -{most} to {most}, with a point.");
        return degrees;
    }
}

internal sealed class SupplierImport() : CodeTable(
    "suppliers", Subject.Supplier, new ImportColumns("supplier_code", "name", "org_number"),
    ("code", "supplier_code"), ("name", "name"), ("org_number", "org_number"))
{
    protected override object?[] Parse(RowReader row, string code)
    {
        var raw = row.Raw("org_number");
        OrgNumber? number = null;
        if (!raw.IsEmpty && !OrgNumber.TryParse(raw.ToString(), out number))
            row.Reject("org_number_invalid", "org_number", "This is no organisation number: ten digits with a check digit, the third at least 2.");
        return [code, row.RequiredText("name"), number?.ToString()];
    }
}

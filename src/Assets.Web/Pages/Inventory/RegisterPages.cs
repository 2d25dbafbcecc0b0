using Assets.Core.Inventory;

namespace Assets.Web.Pages.Inventory;

/// <summary>Where in the web each kind of record lies.</summary>
public static class RegisterPages
{
    /// <summary>The kinds whose records a form adds and changes, by the first part of their addresses.</summary>
    public static RegisterKind? Of(string segment) => segment switch
    {
        "organisations" => RegisterKind.Organisation,
        "cost-codes" => RegisterKind.CostCode,
        "sites" => RegisterKind.Site,
        "suppliers" => RegisterKind.Supplier,
        "models" => RegisterKind.Model,
        _ => null,
    };

    public static string Of(RegisterKind kind) => kind switch
    {
        RegisterKind.Organisation => "organisations",
        RegisterKind.CostCode => "cost-codes",
        RegisterKind.Site => "sites",
        RegisterKind.Supplier => "suppliers",
        _ => "models",
    };

    /// <summary>Where a record is looked at: a cost code on its organisation's page.</summary>
    public static string Record(RegisterKind kind, int id, int? unit) => kind == RegisterKind.CostCode
        ? FormattableString.Invariant($"/organisations/{unit}")
        : FormattableString.Invariant($"/{Of(kind)}/{id}");

    public static bool IsEverybodys(RegisterKind kind) => kind is not (RegisterKind.Organisation or RegisterKind.CostCode);
}

using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Standard;

public enum ProductKind
{
    /// <summary>A functional workplace (<c>funktionsarbetsplats</c>): equipment, services and licences for a kind of work.</summary>
    Workplace = 0,

    /// <summary>An add-on (<c>tillval</c>), ordered with a workplace.</summary>
    AddOn = 1,

    /// <summary>A single device: a printer, a switch.</summary>
    Device = 2,
}

public enum PartKind
{
    Equipment = 0,
    Service = 1,
    Licence = 2,
}

/// <summary>What a department can order.</summary>
/// <param name="Code">Kept from edition to edition, and on the contract lines.</param>
/// <param name="Icon">The name of a drawing in the web's sprite.</param>
/// <param name="PurchasePrice">All equipment of one, without VAT.</param>
/// <param name="Residual">What it is taken to be worth after the term.</param>
/// <param name="TermMonths">The terms to choose from, in months; never empty.</param>
/// <param name="Support">A month, beside the capital part.</param>
/// <param name="OrderedBy">Organisation codes: who may order it, with all below them. Empty: everybody.</param>
public sealed record Product(
    string Code,
    ProductKind Kind,
    Bilingual Name,
    Bilingual For,
    string Icon,
    Method Method,
    Money PurchasePrice,
    Money Residual,
    EquatableArray<Term> TermMonths,
    Money Support,
    EquatableArray<Part> Parts,
    EquatableArray<string> OrderedBy);

/// <summary>A term that can be chosen: 48 months.</summary>
public sealed record Term(int Months);

/// <summary>One thing that a product is made of.</summary>
/// <param name="AssetKind">Of equipment only.</param>
/// <param name="Models">The models that the standard allows, by code; empty: any of the kind.</param>
/// <param name="MonthlyRate">Of services and licences, all of the quantity; equipment is in the product's purchase price.</param>
public sealed record Part(PartKind Kind, Bilingual Name, AssetKind? AssetKind, EquatableArray<string> Models, int Quantity, Money MonthlyRate);

public static class ProductKinds
{
    public static Vocabulary<ProductKind> Vocabulary { get; } = new(
        (ProductKind.Workplace, "workplace"),
        (ProductKind.AddOn, "add_on"),
        (ProductKind.Device, "device"));

    public static Vocabulary<PartKind> Parts { get; } = new(
        (PartKind.Equipment, "equipment"),
        (PartKind.Service, "service"),
        (PartKind.Licence, "licence"));
}

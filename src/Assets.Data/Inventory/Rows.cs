using Assets.Core.Inventory;
using Assets.Core.Values;

namespace Assets.Data.Inventory;

internal sealed class ModelRow
{
    public int Id { get; set; }
    public required string Code { get; set; }
    public required string CodeKey { get; set; }
    public AssetKind Kind { get; set; }
    public required string Vendor { get; set; }
    public required string Name { get; set; }
    public Money ListPrice { get; set; }
    public int LifeMonths { get; set; }
    public int? DeviceTypeId { get; set; }

    /// <summary>The day from which it is not bought any more.</summary>
    public DateOnly? EndOfLife { get; set; }
    public long ChangeSetId { get; set; }
}

/// <summary>A make's data sheet from the device-type library: ports, power, height. A model points to it where maker and model agree.</summary>
internal sealed class DeviceTypeRow
{
    public int Id { get; set; }
    public required string Slug { get; set; }
    public required string SlugKey { get; set; }
    public required string Manufacturer { get; set; }
    public required string Model { get; set; }

    /// <summary>Maker and model, folded: what a model is matched by.</summary>
    public required string MatchKey { get; set; }
    public string? PartNumber { get; set; }

    /// <summary>Rack units in tenths.</summary>
    public int HeightTenths { get; set; }

    /// <summary>The components as JSON: interfaces, power ports and the rest.</summary>
    public required string Details { get; set; }
    public long ChangeSetId { get; set; }
}

internal sealed class AssetRow
{
    public long Id { get; set; }
    public required string Tag { get; set; }
    public required string TagKey { get; set; }
    public string? Serial { get; set; }
    public string? SerialKey { get; set; }
    public AssetKind Kind { get; set; }
    public int ModelId { get; set; }
    public AssetState State { get; set; }
    public DateOnly? PurchasedOn { get; set; }
    public Money Price { get; set; }
    public int? SupplierId { get; set; }
    public DateOnly? WarrantyUntil { get; set; }
    public int? SiteId { get; set; }
    public string? Room { get; set; }
    public string? Note { get; set; }

    /// <summary>Who uses it: a unit and an account name. The owner is always IT, the payer stands on the contract line.</summary>
    public int? UserUnitId { get; set; }
    public string? UserAccount { get; set; }

    /// <summary>The computer that this peripheral belongs to.</summary>
    public long? ParentId { get; set; }

    /// <summary>The disposal firm's certificate, of an asset that is disposed of.</summary>
    public string? Certificate { get; set; }

    /// <summary>Tag, serial, account and note, folded: what the search index reads.</summary>
    public required string Search { get; set; }
    public long ChangeSetId { get; set; }
}

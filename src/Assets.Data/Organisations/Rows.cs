using Assets.Core.Organisations;

namespace Assets.Data.Organisations;

internal sealed class OrganisationRow
{
    public int Id { get; set; }
    public required string Code { get; set; }
    public required string CodeKey { get; set; }
    public required string Name { get; set; }
    public OrganisationKind Kind { get; set; }
    public int? ParentId { get; set; }
    public string? OrgNumber { get; set; }

    /// <summary>The ids from the root down to this one, <c>/1/4/17/</c>: a subtree is a prefix.</summary>
    public required string Lineage { get; set; }

    /// <summary>The first day on which it is no more; none while it goes on.</summary>
    public DateOnly? ValidUntil { get; set; }
    public long ChangeSetId { get; set; }
}

internal sealed class CostCodeRow
{
    public int Id { get; set; }
    public required string Code { get; set; }
    public required string CodeKey { get; set; }
    public int UnitId { get; set; }
    public required string Name { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidUntil { get; set; }
    public long ChangeSetId { get; set; }
}

internal sealed class SiteRow
{
    public int Id { get; set; }
    public required string Code { get; set; }
    public required string CodeKey { get; set; }
    public required string Name { get; set; }
    public int? MunicipalityId { get; set; }
    public string? Postcode { get; set; }
    public string? Connection { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public long ChangeSetId { get; set; }
}

internal sealed class SupplierRow
{
    public int Id { get; set; }
    public required string Code { get; set; }
    public required string CodeKey { get; set; }
    public required string Name { get; set; }
    public string? OrgNumber { get; set; }
    public long ChangeSetId { get; set; }
}

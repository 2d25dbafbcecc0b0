namespace Assets.Core.Organisations;

/// <summary>One row of the organisation register.</summary>
/// <param name="ParentCode">None for the root of its own tree.</param>
/// <param name="Number">A legal entity has one; others have none.</param>
public sealed record Organisation(string Code, string Name, OrganisationKind Kind, string? ParentCode, OrgNumber? Number)
{
    public bool IsLegalEntity => OrganisationKinds.IsLegalEntity(Kind);
}

using Assets.Core.Values;

namespace Assets.Core.Organisations;

public enum OrganisationKind
{
    Municipality = 0,

    /// <summary>A part of a municipality (<c>förvaltning</c>); no legal entity of its own.</summary>
    Administration = 1,
    Company = 2,
    Foundation = 3,

    /// <summary>The smallest part, which uses assets and has cost codes (<c>enhet</c>).</summary>
    Unit = 4,
}

public static class OrganisationKinds
{
    public static Vocabulary<OrganisationKind> Vocabulary { get; } = new(
        (OrganisationKind.Municipality, "municipality"),
        (OrganisationKind.Administration, "administration"),
        (OrganisationKind.Company, "company"),
        (OrganisationKind.Foundation, "foundation"),
        (OrganisationKind.Unit, "unit"));

    /// <summary>Has an organisation number, is invoiced, and has VAT of its own.</summary>
    public static bool IsLegalEntity(OrganisationKind kind) =>
        kind is OrganisationKind.Municipality or OrganisationKind.Company or OrganisationKind.Foundation;

    /// <summary>
    /// Where a kind may hang. A legal entity hangs nowhere, or a company or foundation under the municipality that owns it (which does
    /// not make it part of that municipality's legal entity); an administration in a municipality; a unit in anything.
    /// </summary>
    public static bool MayBelongTo(OrganisationKind kind, OrganisationKind? parent) => kind switch
    {
        OrganisationKind.Municipality => parent is null,
        OrganisationKind.Company or OrganisationKind.Foundation => parent is null or OrganisationKind.Municipality or OrganisationKind.Company,
        OrganisationKind.Administration => parent is OrganisationKind.Municipality,
        OrganisationKind.Unit => parent is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };
}

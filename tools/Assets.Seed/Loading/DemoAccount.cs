using Assets.Core.Access;
using Assets.Seed.Story;

namespace Assets.Seed.Loading;

/// <summary>Somebody who can sign in to the demo.</summary>
/// <param name="OrganisationCode">The part of the organisation that the role holds for; none for the whole.</param>
public sealed record DemoAccount(string Name, string DisplayName, Role Role, string? OrganisationCode, string Language)
{
    private const string Schools = "100-11";

    /// <summary>One for each role. The last of them is made when everything else is there.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new(Staff.Manager, "Maria Ek", Role.Manager, null, "sv"),
        new(Staff.Technician, "Erik Lind", Role.Technician, null, "sv"),
        new(Staff.Architect, "Jonas Alm", Role.Architect, null, "sv"),
        new(Staff.Controller, "Anders Nord", Role.Finance, null, "sv"),
        new(Staff.Council, "Lena Ask", Role.Council, null, "sv"),
        new("anna.berg", "Anna Berg", Role.Orderer, Schools, "sv"),
        new("per.strand", "Per Strand", Role.BudgetHolder, Schools, "sv"),
        new("eva.dal", "Eva Dal", Role.SystemOwner, "B02", "sv"),
        new("nils.hed", "Nils Hed", Role.Auditor, null, "en"),
        new(Staff.Administrator, "Karin Holm", Role.Administrator, null, "sv"),
    ];
}

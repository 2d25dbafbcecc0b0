using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Seed.Story;

namespace Assets.Seed.Loading;

/// <summary>Somebody who can sign in to the demo.</summary>
/// <param name="OrganisationCode">The part of the organisation that the role holds for; none for the whole.</param>
/// <param name="Limit">Of a budget holder: kronor a month; none: no limit.</param>
public sealed record DemoAccount(string Name, string DisplayName, Role Role, string? OrganisationCode, string Language, decimal? Limit = null)
{
    /// <summary>The administration whose orders the demo tells of.</summary>
    public const string Schools = "100-11";

    /// <summary>One for each role, and a budget holder above the other. They are there from the beginning, but for the last, who is made when everything else is there.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new(Staff.Manager, "Maria Ek", Role.Manager, null, "sv"),
        new(Staff.Technician, "Erik Lind", Role.Technician, null, "sv"),
        new(Staff.Architect, "Jonas Alm", Role.Architect, null, "sv"),
        new(Staff.Controller, "Anders Nord", Role.Finance, null, "sv"),
        new(Staff.Council, "Lena Ask", Role.Council, null, "sv"),
        new(Staff.Orderer, "Anna Berg", Role.Orderer, Schools, "sv"),
        new(Staff.BudgetHolder, "Per Strand", Role.BudgetHolder, Schools, "sv", 4_000m),
        new(Staff.ChiefBudgetHolder, "Ulla Grahn", Role.BudgetHolder, "100", "sv"),
        new("eva.dal", "Eva Dal", Role.SystemOwner, "B02", "sv"),
        new("nils.hed", "Nils Hed", Role.Auditor, null, "en"),
        new(Staff.Administrator, "Karin Holm", Role.Administrator, null, "sv"),
    ];

    internal void Make(Installation installation, string password) => new Account(
        Name, DisplayName, password, Language, [new Appointed(Role, OrganisationCode, Limit is { } kronor ? Money.FromKronor(kronor) : null)], $"{Name}@kommunen.example")
        .Create(installation.Database, installation.Clock, installation.Actor);
}

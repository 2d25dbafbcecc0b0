using Assets.Core.Access;
using Assets.Core.Organisations;

namespace Assets.Core.Tests.Access;

public sealed class ScopeTests
{
    private static readonly OrganisationTree Tree = OrganisationTree.Build(
        [
            new("100", "Kommunen", OrganisationKind.Municipality, null, null),
            new("100-10", "Förvaltningen", OrganisationKind.Administration, "100", null),
            new("100-10-001", "Enheten", OrganisationKind.Unit, "100-10", null),
            new("100-11", "Den andra", OrganisationKind.Administration, "100", null),
        ],
        []);

    [Theory]
    [InlineData(null, "100-10", true)]
    [InlineData(null, "999", true)] // the whole is the whole
    [InlineData("100-10", "100-10", true)]
    [InlineData("100-10", "100-10-001", true)]
    [InlineData("100-10", "100-11", false)]
    [InlineData("100-10", "100", false)]
    [InlineData("100-10", "999", false)]
    [InlineData("999", "100", false)] // an organisation that is no more gives nobody anything
    public void A_scope_covers_its_organisation_and_all_below(string? top, string code, bool covered) =>
        Assert.Equal(covered, new Scope(top).Covers(code, Tree));

    [Fact]
    public void A_person_may_what_some_role_gives_where_it_gives_it()
    {
        Appointment[] held = [new(Role.BudgetHolder, Scope.Below("100-10")), new(Role.Technician, Scope.Whole)];
        Assert.True(held.May(Permission.ViewOwnCosts, "100-10-001", Tree));
        Assert.False(held.May(Permission.ViewOwnCosts, "100-11", Tree));
        Assert.True(held.May(Permission.EditRegister, "100-11", Tree));
        Assert.True(held.MayAnywhere(Permission.ViewOwnCosts));
        Assert.False(held.MayAnywhere(Permission.CloseMonth));
    }

    [Fact]
    public void A_query_is_bounded_by_the_tops_of_the_scopes_or_not_at_all()
    {
        Appointment[] held = [new(Role.Orderer, Scope.Below("100-10")), new(Role.BudgetHolder, Scope.Below("100-11")), new(Role.Technician, Scope.Whole)];
        Assert.Equal(["100-10", "100-11"], held.TopsFor(Permission.ViewOwnCosts)!.Order());
        Assert.Null(held.TopsFor(Permission.ViewRegister));
        Assert.Empty(held.TopsFor(Permission.ManageUsers)!);
        Assert.True(Scope.Whole.IsWhole);
        Assert.False(Scope.Below("100").IsWhole);
    }
}

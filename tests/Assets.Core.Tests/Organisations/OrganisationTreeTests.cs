using Assets.Core.Organisations;
using Assets.Core.Values;

namespace Assets.Core.Tests.Organisations;

public sealed class OrganisationTreeTests
{
    private static readonly Organisation[] Rows =
    [
        Row("100-10-001", OrganisationKind.Unit, "100-10"), // children before parents: any order will do
        Row("100-10-001-A", OrganisationKind.Unit, "100-10-001"),
        Row("100", OrganisationKind.Municipality, null),
        Row("100-11", OrganisationKind.Administration, "100"),
        Row("100-10", OrganisationKind.Administration, "100"),
        Row("100-IT", OrganisationKind.Unit, "100"),
        Row("200", OrganisationKind.Municipality, null),
        Row("200-14", OrganisationKind.Administration, "200"),
        Row("200-14-011", OrganisationKind.Unit, "200-14"),
        Row("B01", OrganisationKind.Company, "100"),
        Row("B01-001", OrganisationKind.Unit, "B01"),
        Row("S01", OrganisationKind.Foundation, null),
        Row("S01-001", OrganisationKind.Unit, "S01"),
    ];

    [Theory]
    [InlineData("100-10-001-A", "100", "100-10")] // inside the host entity: the administration
    [InlineData("100-10", "100", "100-10")]
    [InlineData("100-IT", "100", "100")] // straight under the host entity
    [InlineData("100", "100", "100")]
    [InlineData("200-14-011", "200", "200")] // another municipality is one customer
    [InlineData("B01-001", "B01", "B01")] // a company is its own, whoever owns it
    [InlineData("S01-001", "S01", "S01")]
    [InlineData("s01-001", "S01", "S01")] // a code is a code in any case
    public void The_customer_is_the_legal_entity_or_in_the_host_the_administration(string code, string entity, string customer)
    {
        var tree = Tree(Rows);
        Assert.Equal(entity, tree.LegalEntityOf(code).Code);
        Assert.Equal(customer, tree.CustomerOf(code, "100").Code);
    }

    [Theory]
    [InlineData("100-10-001-A", "100-10")]
    [InlineData("200-14-011", "200-14")]
    [InlineData("100-IT", "100")]
    [InlineData("B01-001", "B01")]
    public void An_administration_is_one_in_whichever_municipality(string code, string administration) =>
        Assert.Equal(administration, Tree(Rows).AdministrationOf(code).Code);

    [Fact]
    public void Another_host_entity_makes_other_customers()
    {
        var tree = Tree(Rows);
        Assert.Equal("100", tree.CustomerOf("100-10-001", "200").Code);
        Assert.Equal("200-14", tree.CustomerOf("200-14-011", "200").Code);
    }

    [Fact]
    public void A_subtree_comes_parents_first_and_siblings_by_code()
    {
        var tree = Tree(Rows);
        Assert.Equal(
            ["100", "100-10", "100-10-001", "100-10-001-A", "100-11", "100-IT", "B01", "B01-001"],
            tree.SubtreeOf("100").Select(organisation => organisation.Code));
        Assert.Equal(["100-10-001", "100-10", "100"], tree.AncestorsOf("100-10-001-A").Select(organisation => organisation.Code));
        Assert.Equal(["100", "200", "S01"], tree.Roots.Select(root => root.Code));
        Assert.Equal(Rows.Length, tree.Count);
    }

    [Fact]
    public void An_organisation_lies_within_itself_and_all_above_it()
    {
        var tree = Tree(Rows);
        Assert.True(tree.IsWithin("100-10-001", "100-10-001"));
        Assert.True(tree.IsWithin("100-10-001-A", "100"));
        Assert.False(tree.IsWithin("100", "100-10"));
        Assert.False(tree.IsWithin("200-14-011", "100"));
    }

    [Fact]
    public void What_is_not_there_is_not_found()
    {
        var tree = Tree(Rows);
        Assert.False(tree.TryFind("999", out _));
        Assert.True(tree.TryFind("b01", out var company));
        Assert.Equal(OrganisationKind.Company, company.Kind);
        Assert.Throws<KeyNotFoundException>(() => tree.CustomerOf("999", "100"));
    }

    [Fact]
    public void A_circle_is_left_out_with_all_that_hangs_on_it_and_hides_nothing_else()
    {
        var findings = new List<Finding>();
        var tree = OrganisationTree.Build(
            [
                .. Rows,
                Row("X1", OrganisationKind.Unit, "X2"),
                Row("X2", OrganisationKind.Unit, "X3"),
                Row("X3", OrganisationKind.Unit, "X1"),
                Row("A-below", OrganisationKind.Unit, "X1"),
                Row("Y", OrganisationKind.Unit, "y"),
            ],
            findings);
        Assert.Equal(Rows.Length, tree.Count);
        Assert.Equal(
            ["A-below unknown_parent", "X1 organisation_cycle", "X2 organisation_cycle", "X3 organisation_cycle", "Y organisation_cycle"],
            findings.Select(finding => $"{finding.Record} {finding.Code}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(OrganisationKind.Administration, null, OrganisationTree.WrongParent)]
    [InlineData(OrganisationKind.Administration, "B01", OrganisationTree.WrongParent)]
    [InlineData(OrganisationKind.Administration, "100-10", OrganisationTree.WrongParent)]
    [InlineData(OrganisationKind.Unit, null, OrganisationTree.WrongParent)]
    [InlineData(OrganisationKind.Municipality, "100", OrganisationTree.WrongParent)]
    [InlineData(OrganisationKind.Company, "100-10", OrganisationTree.WrongParent)]
    [InlineData(OrganisationKind.Unit, "999", OrganisationTree.UnknownParent)]
    [InlineData(OrganisationKind.Company, "B01", null)] // a subsidiary
    [InlineData(OrganisationKind.Foundation, "200", null)]
    public void A_kind_hangs_only_where_it_can(OrganisationKind kind, string? parent, string? finding)
    {
        var findings = new List<Finding>();
        var tree = OrganisationTree.Build([.. Rows, Row("NEW", kind, parent)], findings);
        Assert.Equal(finding, findings.SingleOrDefault()?.Code);
        Assert.Equal(finding is null, tree.TryFind("NEW", out _));
    }

    [Fact]
    public void The_second_of_two_equal_codes_is_left_out()
    {
        var findings = new List<Finding>();
        var tree = OrganisationTree.Build([.. Rows, Row("b01", OrganisationKind.Foundation, null)], findings);
        Assert.Equal(OrganisationTree.DuplicateCode, Assert.Single(findings).Code);
        Assert.Equal(OrganisationKind.Company, tree.TryFind("B01", out var kept) ? kept.Kind : default);
    }

    [Fact]
    public void A_legal_entity_without_a_number_stays_and_is_noted()
    {
        var findings = new List<Finding>();
        var tree = OrganisationTree.Build([new Organisation("B9", "Bolaget", OrganisationKind.Company, null, null)], findings);
        Assert.Equal((OrganisationTree.MissingOrgNumber, Severity.Note), (findings.Single().Code, findings.Single().Severity));
        Assert.Equal(1, tree.Count);
    }

    [Theory]
    [InlineData(false)] // all under one parent
    [InlineData(true)] // each under the one before
    public void Fifty_thousand_units_come_by_code_however_they_hang(bool inChain)
    {
        const int units = 50_000;
        var rows = Enumerable.Range(0, units).Select(i => Row($"U{i:00000}", OrganisationKind.Unit, inChain && i > 0 ? $"U{i - 1:00000}" : "200")).ToList();
        var shuffled = rows.ToArray();
        new Random(7).Shuffle(shuffled);

        var below = Tree([.. shuffled, Row("200", OrganisationKind.Company, null)]).SubtreeOf("200");

        Assert.Equal(rows, below.Skip(1));
    }

    private static OrganisationTree Tree(IEnumerable<Organisation> rows)
    {
        var findings = new List<Finding>();
        var tree = OrganisationTree.Build(rows, findings);
        Assert.Empty(findings);
        return tree;
    }

    private static Organisation Row(string code, OrganisationKind kind, string? parent)
    {
        Assert.True(OrgNumber.TryParse("212099-1001", out var number));
        return new Organisation(code, code, kind, parent, OrganisationKinds.IsLegalEntity(kind) ? number : null);
    }
}

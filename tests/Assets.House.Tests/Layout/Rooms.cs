using Xunit;

namespace Assets.House.Tests.Layout;

/// <summary>Whoever looks for Rentals finds Rentals in every project: the rooms are named once, here and in docs/house.md.</summary>
public sealed class Rooms
{
    private static readonly string[] Domain =
    [
        "Access", "Chargeback", "Governance", "Inventory", "Ledger", "Metering", "Monitoring", "Ordering", "Organisations", "Rentals", "Standard", "Values",
    ];

    /// <summary>What a project has besides the domain's rooms. Core has nothing else; Snmp and Export have none of the domain's.</summary>
    private static readonly Dictionary<string, string[]> Own = new(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["Data"] = ["Storage", "Migrations"],
        ["Snmp"] = ["Wire", "Client", "Profiles", "Polling"],
        ["Export"] = ["Workbooks", "Accounting", "Labels", "Documents"],
        ["Operations"] = ["Imports", "Jobs", "Storage"],
        ["Web"] = ["Pages", "Api", "Security", "Resources", "Properties", "wwwroot"],
    };

    private static readonly string[] OnlyInTests = ["Golden", "Cli", "Demo"];

    [Fact]
    public void A_folder_in_a_project_or_its_tests_is_a_known_room() => Repository.AssertNone(
        from file in Repository.Files
        let parts = file.Split('/')
        where parts.Length > 3
        let project = Own.Keys.FirstOrDefault(name => parts[1] == $"Assets.{name}" || parts[1] == $"Assets.{name}.Tests")
        where project is not null
        let room = parts[2]
        where !IsKnown(project, room, tests: parts[0] == "tests")
        group file by $"{parts[0]}/{parts[1]}/{room}" into unknown
        select $"{unknown.Key} is no room of the house (e.g. {unknown.First()})");

    [Fact]
    public void The_pages_of_the_web_lie_in_rooms_too() => Repository.AssertNone(
        from file in Repository.Files
        where file.StartsWith("src/Assets.Web/Pages/", StringComparison.Ordinal)
        let parts = file.Split('/')
        where parts.Length > 4 && parts[3] is not ("Shared" or "Account") && !Domain.Contains(parts[3])
        select $"{file}: {parts[3]} is no room of the house");

    [Theory]
    [InlineData("Core", "Rentals", false, true)]
    [InlineData("Core", "Services", false, false)]
    [InlineData("Data", "Rentals", false, true)]
    [InlineData("Snmp", "Rentals", false, false)]
    [InlineData("Export", "Golden", true, true)]
    [InlineData("Export", "Golden", false, false)]
    public void Rooms_are_told_from_drawers(string project, string room, bool tests, bool known) => Assert.Equal(known, IsKnown(project, room, tests));

    private static bool IsKnown(string project, string room, bool tests) =>
        Own[project].Contains(room) || (tests && OnlyInTests.Contains(room)) || (project is not ("Snmp" or "Export") && Domain.Contains(room));
}

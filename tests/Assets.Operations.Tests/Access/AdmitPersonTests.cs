using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Access;
using Assets.Operations.Monitoring;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Access;

public sealed class AdmitPersonTests
{
    private static readonly (string, string?)[] Mapping =
    [
        ("Assets:GroupRoles:0:Group", "attest"), ("Assets:GroupRoles:0:Role", "budget_holder"), ("Assets:GroupRoles:0:Organisation", "U1"), ("Assets:GroupRoles:0:Limit", "2500"),
        ("Assets:GroupRoles:1:Group", "chefer"), ("Assets:GroupRoles:1:Role", "budget_holder"), ("Assets:GroupRoles:1:Organisation", "u1"),
        ("Assets:GroupRoles:2:Group", "tekniker"), ("Assets:GroupRoles:2:Role", "technician"),
        ("Assets:GroupRoles:3:Group", "tekniker"), ("Assets:GroupRoles:3:Role", "finance"), ("Assets:GroupRoles:3:Organisation", "nowhere"),
    ];

    [Theory]
    [OnBoth]
    public void Groups_give_roles_and_their_end_takes_them_and_nothing_else(Engine engine)
    {
        using var at = Town(engine);
        new Account("maja", "Maja", "correct horse battery", "sv", [new Appointed(Role.Auditor)]).Create(at.Database, at.Clock, "test");

        Assert.Equal(["auditor@*", "budget_holder@U1 2500.00", "technician@*"], Roles(at, "attest", "TEKNIKER", "other"));
        Assert.Equal(["auditor@*", "budget_holder@U1"], Roles(at, "attest", "chefer")); // without a limit is the wider one
        Assert.Equal(["auditor@*"], Roles(at));
        var acts = Acts(at);
        Assert.Equal(["auditor@*"], Roles(at));
        Assert.Equal(acts, Acts(at)); // nothing to change: nothing written
    }

    [Theory]
    [OnBoth]
    public void What_was_given_by_hand_is_neither_given_twice_nor_taken(Engine engine)
    {
        using var at = Town(engine);
        new Account("maja", "Maja", "correct horse battery", "sv", [new Appointed(Role.Technician)]).Create(at.Database, at.Clock, "test");

        Assert.Equal(["technician@*"], Roles(at, "tekniker"));
        Assert.Equal(["technician@*"], Roles(at));
    }

    [Theory]
    [OnBoth]
    public void An_account_is_made_once_and_found_again_under_a_new_name(Engine engine)
    {
        using var at = Town(engine);
        var maja = Maja();

        Assert.Equal(AdmissionRefusals.UnknownAccount, AdmitPerson.Run(at.Installation, maja, mayCreate: false).Refusal?.Code);
        var made = AdmitPerson.Run(at.Installation, maja, mayCreate: true).Value;
        var married = AdmitPerson.Run(at.Installation, maja with { Account = "maja.gift" }, mayCreate: true).Value;

        Assert.Equal(made, married);
        Assert.Equal(AdmissionRefusals.SomebodyElse, AdmitPerson.Run(at.Installation, maja with { Subject = "another" }, mayCreate: true).Refusal?.Code);
        Assert.Equal(AdmissionRefusals.Incomplete, AdmitPerson.Run(at.Installation, maja with { Subject = " " }, mayCreate: true).Refusal?.Code);
        Assert.Equal(made.Id, AdmitPerson.Run(at.Installation, maja with { Provider = Vouched.OpenId, Subject = "x" }, mayCreate: false).Value.Id); // the same person at the other provider
    }

    [Theory]
    [OnBoth]
    public void A_role_that_there_is_not_is_refused_with_the_roles_that_there_are(Engine engine)
    {
        using var at = TestInstallation.On(engine, ("Assets:GroupRoles:0:Group", "x"), ("Assets:GroupRoles:0:Role", "boss"));

        Assert.Contains("technician", Assert.Throws<SettingRefusedException>(() => GroupRole.Read(at.Installation.Settings)).Message, StringComparison.Ordinal);
    }

    private static TestInstallation Town(Engine engine)
    {
        var at = TestInstallation.On(engine, Mapping);
        Imports.Fleet.Furnish(at);
        return at;
    }

    private static Vouched Maja(params string[] groups) => new(Vouched.Directory, "uuid-of-maja", "maja", "Maja", null, groups);

    private static List<string> Roles(TestInstallation at, params string[] groups)
    {
        var person = AdmitPerson.Run(at.Installation, Maja(groups), mayCreate: false).Value;
        using var connection = at.Database.Open();
        return connection.Rows(
            "select g.role, o.code, g.\"limit\" from role_grants g left join organisations o on o.id = g.organisation_id where g.user_id = @p0",
            r => $"{Core.Access.Roles.Vocabulary.Word((Role)r.GetInt32(0))}@{r.Text(1) ?? "*"}{(r.Long(2) is { } limit ? " " + Money.FromOre(limit) : "")}", person.Id).Order(StringComparer.Ordinal).ToList();
    }

    private static long Acts(TestInstallation at)
    {
        using var connection = at.Database.Open();
        return connection.Number("select count(*) from change_sets");
    }
}

using System.Text;
using Assets.Core.Access;

namespace Assets.Core.Tests.Access;

public sealed class GrantsTests
{
    [Fact]
    public void The_matrix_of_roles_and_permissions_is_the_golden_one()
    {
        var golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Access", "grants.golden.txt"));
        Assert.Equal(golden.ReplaceLineEndings("\n"), Matrix());
    }

    [Fact]
    public void Every_role_may_something_and_every_permission_is_somebodys()
    {
        Assert.All(Enum.GetValues<Role>(), role => Assert.NotEmpty(Grants.Of(role)));
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Contains(Enum.GetValues<Role>(), role => Grants.Allows(role, permission)));
    }

    [Fact]
    public void An_auditor_sees_all_that_anybody_sees_and_changes_nothing()
    {
        var views = Enum.GetValues<Permission>().Where(permission => Permissions.Vocabulary.Word(permission).StartsWith("view_", StringComparison.Ordinal));
        Assert.Equal(views.ToHashSet(), Grants.Of(Role.Auditor).ToHashSet());
    }

    [Fact]
    public void Who_may_act_sees_what_is_acted_on()
    {
        foreach (var act in Enum.GetValues<Permission>())
        {
            if (Permissions.Shows(act) is { } seen) Assert.All(Enum.GetValues<Role>().Where(role => Grants.Allows(role, act)), role => Assert.True(Grants.Allows(role, seen), $"{role} {act}"));
        }
    }

    [Fact]
    public void Who_appoints_users_does_not_charge_and_who_charges_does_not_appoint()
    {
        Permission[] money = [Permission.EditContracts, Permission.ChangeRented, Permission.EditPrices, Permission.RunMonth, Permission.CloseMonth, Permission.ApproveOrders, Permission.ApproveClosing];
        foreach (var role in Enum.GetValues<Role>())
            Assert.False(Grants.Allows(role, Permission.ManageUsers) && money.Any(permission => Grants.Allows(role, permission)), role.ToString());
    }

    private static string Matrix()
    {
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            var holders = roles.Where(role => Grants.Allows(role, permission)).Select(Roles.Vocabulary.Word);
            text.Append($"{Permissions.Vocabulary.Word(permission),-16} {string.Join(' ', holders)}\n");
        }
        return text.ToString();
    }
}

using static Assets.Core.Access.Permission;

namespace Assets.Core.Access;

/// <summary>Which role may do what: this table and nothing else. The golden matrix among the tests shows each change of it.</summary>
public static class Grants
{
    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Technician] = [ViewRegister, EditRegister, Import, ViewNetwork, EditNetwork, ViewContracts],
        [Role.Manager] =
        [
            ViewRegister, EditRegister, Import, ViewNetwork, EditNetwork, ViewContracts, EditContracts, EditPrices,
            ViewMonths, RunMonth, CloseMonth, ExportMonth, ViewOwnCosts, ViewAudit,
        ],
        [Role.Architect] = [ViewRegister, ViewNetwork, ViewContracts],
        [Role.Council] = [ViewRegister, ViewContracts, ViewMonths, ViewOwnCosts],
        [Role.Orderer] = [ViewRegister, ViewContracts, ViewOwnCosts],
        [Role.BudgetHolder] = [ViewRegister, ViewContracts, ViewOwnCosts],
        [Role.Finance] = [ViewRegister, ViewContracts, ViewMonths, ExportMonth, ViewOwnCosts, ViewAudit],
        [Role.SystemOwner] = [ViewRegister, ViewNetwork, ViewOwnCosts],
        [Role.Auditor] = [ViewRegister, ViewNetwork, ViewContracts, ViewMonths, ViewOwnCosts, ViewAudit],
        [Role.Administrator] = [ViewRegister, ManageUsers, ManageSettings, ViewAudit],
    };

    public static bool Allows(Role role, Permission permission) => Table[role].Contains(permission);

    public static IReadOnlySet<Permission> Of(Role role) => Table[role];
}

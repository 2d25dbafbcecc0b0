using static Assets.Core.Access.Permission;

namespace Assets.Core.Access;

/// <summary>Which role may do what: this table and nothing else. The golden matrix among the tests shows each change of it.</summary>
public static class Grants
{
    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Technician] = [ViewRegister, EditRegister, Import, ViewNetwork, EditNetwork, ViewContracts, ChangeRented, ViewOrders, FulfilOrders, Purchase, ViewPurchases, ViewStocktakes, ViewImports, ViewQueue],
        [Role.Manager] =
        [
            ViewRegister, EditRegister, Import, ViewNetwork, EditNetwork, ViewContracts, EditContracts, ChangeRented, EditPrices,
            ViewMonths, RunMonth, CloseMonth, ExportMonth, ViewOwnCosts, ViewAudit,
            ViewOrders, FulfilOrders, Purchase, EditStandard, SettleFindings, ApproveClosing,
            ViewPurchases, ViewStocktakes, ViewImports, ViewQueue, ViewDrafts, ViewBookedFiles,
        ],
        [Role.Architect] = [ViewRegister, ViewNetwork, ViewContracts, ViewOrders, ReviewOrders, EditStandard, ViewDrafts],
        [Role.Council] = [ViewRegister, ViewContracts, ViewMonths, ViewOwnCosts, ViewOrders, DecideStandard, ViewDrafts],
        [Role.Orderer] = [ViewRegister, ViewContracts, ViewOwnCosts, ViewOrders, PlaceOrders],
        [Role.BudgetHolder] = [ViewRegister, ViewContracts, ViewOwnCosts, ViewOrders, PlaceOrders, ApproveOrders],
        [Role.Finance] = [ViewRegister, ViewContracts, ViewMonths, RunMonth, CloseMonth, ExportMonth, ViewOwnCosts, ViewAudit, ViewOrders, SettleFindings, ApproveClosing, ViewBookedFiles],
        [Role.SystemOwner] = [ViewRegister, ViewNetwork, ViewOwnCosts],
        [Role.Auditor] =
        [
            ViewRegister, ViewNetwork, ViewContracts, ViewMonths, ViewOwnCosts, ViewAudit, ViewOrders,
            ViewUsers, ViewPurchases, ViewStocktakes, ViewMails, ViewImports, ViewQueue, ViewDrafts, ViewBookedFiles,
        ],
        [Role.Administrator] = [ViewRegister, ManageUsers, ManageSettings, ViewAudit, ViewUsers, ViewMails],
    };

    public static bool Allows(Role role, Permission permission) => Table[role].Contains(permission);

    public static IReadOnlySet<Permission> Of(Role role) => Table[role];
}

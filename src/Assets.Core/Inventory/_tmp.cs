namespace Assets.Core.Inventory
{
    public enum AssetKind { Router = 1, Switch, Modem, Firewall, AccessPoint, Server, Pc, Monitor, Dock, Peripheral, Printer, Mfp, Ups }

    public enum AssetState { Ordered = 1, InStock, InUse, InRepair, Retired, Disposed, Lost }
}

namespace Assets.Core.Organisations
{
    public enum OrganisationKind { Municipality = 1, Administration, Company, Foundation, Unit }
}

namespace Assets.Core.Access
{
    public enum Role { Technician = 1, Manager, Architect, Council, Orderer, BudgetHolder, Finance, SystemOwner, Auditor, Administrator }
}

using Assets.Core.Values;

namespace Assets.Core.Access;

/// <summary>What a person is, for the whole or for a part of the organisation. One person may have several.</summary>
public enum Role
{
    /// <summary>Registers, delivers, swaps and repairs.</summary>
    Technician = 0,

    /// <summary>Runs the unit: contracts, prices, the month's run and its closing.</summary>
    Manager = 1,

    /// <summary>Consulted on the standard and on every order; sees everything technical.</summary>
    Architect = 2,

    /// <summary>The IT council: decides standard and larger changes, sees what things cost.</summary>
    Council = 3,

    /// <summary>Orders for a unit and sees what it has.</summary>
    Orderer = 4,

    /// <summary>Answers for a unit's budget.</summary>
    BudgetHolder = 5,

    /// <summary>Runs a month, settles what it finds, closes it and takes it into the ledger; never changes what it is made of.</summary>
    Finance = 6,

    /// <summary>Signs service agreements; sees the equipment of the own systems.</summary>
    SystemOwner = 7,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor = 8,

    /// <summary>Users and settings. Deliberately not contracts or months: who appoints does not charge.</summary>
    Administrator = 9,
}

public static class Roles
{
    public static Vocabulary<Role> Vocabulary { get; } = new(
        (Role.Technician, "technician"),
        (Role.Manager, "manager"),
        (Role.Architect, "architect"),
        (Role.Council, "council"),
        (Role.Orderer, "orderer"),
        (Role.BudgetHolder, "budget_holder"),
        (Role.Finance, "finance"),
        (Role.SystemOwner, "system_owner"),
        (Role.Auditor, "auditor"),
        (Role.Administrator, "administrator"));
}

using System.Runtime.InteropServices;
using Assets.Core.Chargeback;
using Assets.Core.Values;

namespace Assets.Export.Workbooks;

/// <summary>Counts and sums of some rows. Debit is what is charged, credit what is given back (below zero), net both together.</summary>
public sealed class Tally
{
    private long debitOre;
    private long creditOre;
    private long correctionOre;

    public long Rows { get; private set; }

    public long CorrectionRows { get; private set; }

    public Money Debit => Money.FromOre(debitOre);

    public Money Credit => Money.FromOre(creditOre);

    public Money Net => Money.FromOre(checked(debitOre + creditOre));

    public Money Corrections => Money.FromOre(correctionOre);

    /// <summary>The net without corrections.</summary>
    public Money Charges => Net - Corrections;

    internal void Add(Charge charge)
    {
        var ore = charge.Amount.Ore;
        Rows++;
        if (ore >= 0) debitOre = checked(debitOre + ore);
        else creditOre = checked(creditOre + ore);
        if (charge.CorrectionOf is null) return;
        CorrectionRows++;
        correctionOre = checked(correctionOre + ore);
    }
}

public sealed record CustomerTally(string Code, string Name, Tally Sums);

public sealed record UnitTally(string CustomerCode, string CustomerName, string UnitCode, string UnitName, string CostCode, string CostCodeName, Tally Sums);

public sealed record ComponentTally(string Component, Tally Sums);

/// <summary>
/// A month's sums, gathered while its rows stream by. Memory grows with customers, units and codes, never with rows. Keys that
/// differ only in case are one key, here as in the comparisons of a spreadsheet.
/// </summary>
public sealed class MonthTally
{
    private static readonly IEqualityComparer<(string Customer, string Unit, string CostCode)> KeyComparer =
        EqualityComparer<(string Customer, string Unit, string CostCode)>.Create(
            (a, b) => string.Equals(a.CostCode, b.CostCode, StringComparison.OrdinalIgnoreCase)
                && string.Equals(a.Unit, b.Unit, StringComparison.OrdinalIgnoreCase)
                && string.Equals(a.Customer, b.Customer, StringComparison.OrdinalIgnoreCase),
            key => HashCode.Combine(
                key.CostCode.GetHashCode(StringComparison.OrdinalIgnoreCase),
                key.Unit.GetHashCode(StringComparison.OrdinalIgnoreCase)));

    private readonly Dictionary<string, CustomerTally> customers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Customer, string Unit, string CostCode), UnitTally> units = new(KeyComparer);
    private readonly Dictionary<string, ComponentTally> components = new(StringComparer.OrdinalIgnoreCase);

    public Tally Total { get; } = new();

    public IReadOnlyList<CustomerTally> Customers => [.. customers.Values.OrderBy(c => c.Code, StringComparer.OrdinalIgnoreCase)];

    public IReadOnlyList<UnitTally> Units => [.. units.Values
        .OrderBy(u => u.CustomerCode, StringComparer.OrdinalIgnoreCase)
        .ThenBy(u => u.UnitCode, StringComparer.OrdinalIgnoreCase)
        .ThenBy(u => u.CostCode, StringComparer.OrdinalIgnoreCase)];

    public IReadOnlyList<ComponentTally> Components => [.. components.Values.OrderBy(c => c.Component, StringComparer.OrdinalIgnoreCase)];

    public static MonthTally Of(IEnumerable<StatementRow> rows)
    {
        var tally = new MonthTally();
        foreach (var row in rows) tally.Add(row);
        return tally;
    }

    /// <summary>True where rows and sum are those that the database holds.</summary>
    public bool Agrees(StatementTotals stored) => Total.Rows == stored.Rows && Total.Net == stored.Net;

    internal void Add(StatementRow row)
    {
        var charge = row.Charge;
        Total.Add(charge);

        ref var customer = ref CollectionsMarshal.GetValueRefOrAddDefault(customers, row.CustomerCode, out _);
        customer ??= new CustomerTally(row.CustomerCode, row.CustomerName, new Tally());
        customer.Sums.Add(charge);

        ref var unit = ref CollectionsMarshal.GetValueRefOrAddDefault(units, (row.CustomerCode, charge.UnitCode, charge.CostCode), out _);
        unit ??= new UnitTally(row.CustomerCode, row.CustomerName, charge.UnitCode, row.UnitName, charge.CostCode, row.CostCodeName, new Tally());
        unit.Sums.Add(charge);

        ref var component = ref CollectionsMarshal.GetValueRefOrAddDefault(components, charge.Component, out _);
        component ??= new ComponentTally(charge.Component, new Tally());
        component.Sums.Add(charge);
    }
}

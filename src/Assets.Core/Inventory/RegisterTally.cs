using System.Runtime.InteropServices;
using Assets.Core.Values;

namespace Assets.Core.Inventory;

/// <summary>What a reader is told of the rent in a register that he sees.</summary>
public enum RentTold
{
    /// <summary>Of each asset who pays for it, and what: the sums are the whole's.</summary>
    Everything,

    /// <summary>Of each asset who pays for it; what is paid of some at most, so that a sum of it would be too small.</summary>
    Payers,

    /// <summary>Of some assets who pays: that nobody is told of may be that another pays.</summary>
    Part,
}

/// <summary>How many assets, what they were bought for and are worth in the books, how many of them are rented out and for how much a month.</summary>
public sealed class RegisterSum
{
    private readonly RentTold told;
    private long priceOre;
    private long valueOre;
    private long rented;
    private long rentOre;

    internal RegisterSum(RentTold told) => this.told = told;

    public long Assets { get; private set; }

    /// <summary>None where the reader is not told of all who pay.</summary>
    public long? Rented => told == RentTold.Part ? null : rented;

    public Money Price => Money.FromOre(priceOre);

    public Money BookValue => Money.FromOre(valueOre);

    /// <summary>None where the reader is not told of all that is paid: a sum of what he may see is nobody's rent.</summary>
    public Money? MonthlyRent => told == RentTold.Everything ? Money.FromOre(rentOre) : null;

    internal RegisterSum With(IEnumerable<RegisterSum> parts)
    {
        foreach (var part in parts)
        {
            Assets += part.Assets;
            rented += part.rented;
            priceOre = checked(priceOre + part.priceOre);
            valueOre = checked(valueOre + part.valueOre);
            rentOre = checked(rentOre + part.rentOre);
        }
        return this;
    }

    internal void Add(AssetThen asset)
    {
        Assets++;
        priceOre = checked(priceOre + asset.Price.Ore);
        valueOre = checked(valueOre + (asset.BookValue?.Ore ?? 0));
        if (asset.Rented is not { } by) return;
        rented++;
        rentOre = checked(rentOre + (by.MonthlyRent?.Ore ?? 0));
    }
}

/// <param name="Code">Empty for what nobody rented, or nobody that the reader is told of.</param>
public sealed record RegisterCustomer(string Code, string Name, RegisterSum Sum);

/// <summary>The sums of a register, gathered while its assets stream by: memory grows with kinds, states and customers, never with assets.</summary>
public sealed class RegisterTally(RentTold told = RentTold.Everything)
{
    private readonly Dictionary<(AssetKind Kind, AssetState State), RegisterSum> parts = [];
    private readonly Dictionary<string, RegisterCustomer> customers = new(StringComparer.OrdinalIgnoreCase);

    public RentTold Told => told;

    public RegisterSum Whole => Sum(parts.Values);

    /// <summary>Each kind and state that there is, in the order of the two enumerations.</summary>
    public IReadOnlyList<(AssetKind Kind, AssetState State, RegisterSum Sum)> Parts => [.. parts.OrderBy(part => part.Key).Select(part => (part.Key.Kind, part.Key.State, part.Value))];

    /// <summary>By code; what nobody rented comes last.</summary>
    public IReadOnlyList<RegisterCustomer> Customers => [.. customers.Values.OrderBy(customer => customer.Code.Length == 0).ThenBy(customer => customer.Code, StringComparer.OrdinalIgnoreCase)];

    public RegisterSum Of(AssetKind kind) => Sum(parts.Where(part => part.Key.Kind == kind).Select(part => part.Value));

    public RegisterSum Of(params IEnumerable<AssetState> states) => Sum(parts.Where(part => states.Contains(part.Key.State)).Select(part => part.Value));

    public void Add(AssetThen asset)
    {
        ref var part = ref CollectionsMarshal.GetValueRefOrAddDefault(parts, (asset.Kind, asset.State), out _);
        (part ??= new RegisterSum(told)).Add(asset);
        ref var customer = ref CollectionsMarshal.GetValueRefOrAddDefault(customers, asset.Rented?.CustomerCode ?? "", out _);
        (customer ??= new RegisterCustomer(asset.Rented?.CustomerCode ?? "", asset.Rented?.Customer ?? "", new RegisterSum(told))).Sum.Add(asset);
    }

    /// <summary>Adds each asset as it passes.</summary>
    public IEnumerable<AssetThen> Counting(IEnumerable<AssetThen> assets)
    {
        foreach (var asset in assets)
        {
            Add(asset);
            yield return asset;
        }
    }

    private RegisterSum Sum(IEnumerable<RegisterSum> these) => new RegisterSum(told).With(these);
}

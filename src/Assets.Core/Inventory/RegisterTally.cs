using System.Runtime.InteropServices;
using Assets.Core.Values;

namespace Assets.Core.Inventory;

/// <summary>How many assets, what they were bought for and are worth in the books, how many of them are rented out and for how much a month.</summary>
public sealed class RegisterSum
{
    private long priceOre;
    private long valueOre;
    private long rentOre;

    public long Assets { get; private set; }

    public long Rented { get; private set; }

    public Money Price => Money.FromOre(priceOre);

    public Money BookValue => Money.FromOre(valueOre);

    public Money MonthlyRent => Money.FromOre(rentOre);

    public static RegisterSum Of(IEnumerable<RegisterSum> parts)
    {
        var whole = new RegisterSum();
        foreach (var part in parts)
        {
            whole.Assets += part.Assets;
            whole.Rented += part.Rented;
            whole.priceOre = checked(whole.priceOre + part.priceOre);
            whole.valueOre = checked(whole.valueOre + part.valueOre);
            whole.rentOre = checked(whole.rentOre + part.rentOre);
        }
        return whole;
    }

    internal void Add(AssetThen asset)
    {
        Assets++;
        priceOre = checked(priceOre + asset.Price.Ore);
        valueOre = checked(valueOre + (asset.BookValue?.Ore ?? 0));
        if (asset.Rented is not { } rented) return;
        Rented++;
        rentOre = checked(rentOre + (rented.MonthlyRent?.Ore ?? 0));
    }
}

/// <param name="Code">Empty for what nobody rented.</param>
public sealed record RegisterCustomer(string Code, string Name, RegisterSum Sum);

/// <summary>The sums of a register, gathered while its assets stream by: memory grows with kinds, states and customers, never with assets.</summary>
public sealed class RegisterTally
{
    private readonly Dictionary<(AssetKind Kind, AssetState State), RegisterSum> parts = [];
    private readonly Dictionary<string, RegisterCustomer> customers = new(StringComparer.OrdinalIgnoreCase);

    public RegisterSum Whole => RegisterSum.Of(parts.Values);

    /// <summary>Each kind and state that there is, in the order of the two enumerations.</summary>
    public IReadOnlyList<(AssetKind Kind, AssetState State, RegisterSum Sum)> Parts => [.. parts.OrderBy(part => part.Key).Select(part => (part.Key.Kind, part.Key.State, part.Value))];

    /// <summary>By code; what nobody rented comes last.</summary>
    public IReadOnlyList<RegisterCustomer> Customers => [.. customers.Values.OrderBy(customer => customer.Code.Length == 0).ThenBy(customer => customer.Code, StringComparer.OrdinalIgnoreCase)];

    public RegisterSum Of(AssetKind kind) => RegisterSum.Of(parts.Where(part => part.Key.Kind == kind).Select(part => part.Value));

    public RegisterSum Of(AssetState state) => RegisterSum.Of(parts.Where(part => part.Key.State == state).Select(part => part.Value));

    public void Add(AssetThen asset)
    {
        ref var part = ref CollectionsMarshal.GetValueRefOrAddDefault(parts, (asset.Kind, asset.State), out _);
        (part ??= new RegisterSum()).Add(asset);
        ref var customer = ref CollectionsMarshal.GetValueRefOrAddDefault(customers, asset.Rented?.CustomerCode ?? "", out _);
        (customer ??= new RegisterCustomer(asset.Rented?.CustomerCode ?? "", asset.Rented?.Customer ?? "", new RegisterSum())).Sum.Add(asset);
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
}

using System.Globalization;

namespace Assets.Core.Values;

/// <summary>An amount in Swedish kronor, held as whole öre: 357.50 kr is <c>Money.FromOre(35750)</c>. Arithmetic is checked.</summary>
public readonly record struct Money : IComparable<Money>
{
    private Money(long ore) => Ore = ore;

    public long Ore { get; }

    public static Money Zero => default;

    /// <summary>The amount in kronor, always with at most two decimals.</summary>
    public decimal Kronor => Ore / 100m;

    public static Money FromOre(long ore) => new(ore);

    /// <summary>Takes an amount that already is whole öre; anything finer is a programmer's error, since rounding belongs in <see cref="Rounding"/>.</summary>
    /// <exception cref="ArgumentException">More than two decimals.</exception>
    public static Money FromKronor(decimal kronor)
    {
        var ore = kronor * 100m;
        if (decimal.Truncate(ore) != ore) throw new ArgumentException($"{kronor} kr is finer than one öre: round it first.", nameof(kronor));
        return new Money(checked((long)ore));
    }

    public static Money operator +(Money a, Money b) => new(checked(a.Ore + b.Ore));

    public static Money operator -(Money a, Money b) => new(checked(a.Ore - b.Ore));

    public static Money operator -(Money a) => new(checked(-a.Ore));

    public static bool operator <(Money a, Money b) => a.Ore < b.Ore;

    public static bool operator >(Money a, Money b) => a.Ore > b.Ore;

    public static bool operator <=(Money a, Money b) => a.Ore <= b.Ore;

    public static bool operator >=(Money a, Money b) => a.Ore >= b.Ore;

    public int CompareTo(Money other) => Ore.CompareTo(other.Ore);

    /// <summary>Invariant, two decimals, dot: <c>-357.50</c>. Files and canonical bytes use this form.</summary>
    public override string ToString() => Kronor.ToString("0.00", CultureInfo.InvariantCulture);
}

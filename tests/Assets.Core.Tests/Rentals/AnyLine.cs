using Assets.Core.Rentals;
using Assets.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Assets.Core.Tests.Rentals;

/// <summary>Any valid line around the year 2026: several segments with gaps and without, prices of all kinds, one-offs.</summary>
internal static class AnyLine
{
    private static readonly DateOnly Origin = new(2025, 11, 1);

    private static readonly Gen<Component> Capital =
        from method in FsCheck.Fluent.Gen.Elements(Method.A, Method.B, Method.C, Method.D)
        from price in FsCheck.Fluent.Gen.Choose(1, 9_999_999)
        from residualPercent in FsCheck.Fluent.Gen.Elements(0, 0, 10, 100)
        from term in FsCheck.Fluent.Gen.Elements(1, 2, 12, 36, 48, 60)
        from interest in FsCheck.Fluent.Gen.Elements(0m, 1m, 1.25m, 2.5m, 7.125m)
        from start in FsCheck.Fluent.Gen.Choose(-400, 300)
        select (Component)new CapitalComponent(
            Components.Capital, method, Money.FromOre(price), Money.FromOre(price * (long)residualPercent / 100), term, interest, Origin.AddDays(start));

    private static readonly Gen<Price> Prices =
        from capital in Capital
        from rate in FsCheck.Fluent.Gen.Choose(-50, 99_999)
        from extra in FsCheck.Fluent.Gen.Choose(0, 9_999)
        from kind in FsCheck.Fluent.Gen.Choose(0, 4)
        let rent = new FlatComponent(Components.Rent, Money.FromOre(rate))
        let support = new FlatComponent(Components.Support, Money.FromOre(extra))
        select kind switch
        {
            0 => new Price([]),
            1 => new Price([rent]),
            2 => new Price([capital]),
            3 => new Price([capital, support]),
            _ => new Price([rent, support, new FlatComponent("minne 32 GB", Money.FromOre(extra / 2))]),
        };

    private static readonly Gen<(int Gap, int Length, Segment Segment)> Stretches =
        from gap in FsCheck.Fluent.Gen.Elements(0, 0, 0, 1, 20)
        from length in FsCheck.Fluent.Gen.Choose(1, 120)
        from unit in FsCheck.Fluent.Gen.Elements("100-10-001", "200-14-011", "B06-002", "Ö")
        from code in FsCheck.Fluent.Gen.Elements("", "12040", "13991")
        from asset in FsCheck.Fluent.Gen.Elements(null, "IT0000001", "it-2 \"x\"")
        from quantity in FsCheck.Fluent.Gen.Choose(1, 40)
        from price in Prices
        select (gap, length, new Segment(default, unit, code, asset, asset is null ? "Arbetsplats" : "", asset is null ? quantity : 1, price));

    /// <summary>The generator itself. Half of the lines are open at the end.</summary>
    public static Gen<LineSnapshot> Gen { get; } =
        from stretches in FsCheck.Fluent.Gen.ListOf(Stretches)
        from first in FsCheck.Fluent.Gen.Choose(0, 200)
        from open in FsCheck.Fluent.Gen.Elements(true, false)
        from fee in FsCheck.Fluent.Gen.Choose(0, 3)
        select Build([.. stretches.Take(6)], first, open, fee);

    private static LineSnapshot Build(List<(int Gap, int Length, Segment Segment)> stretches, int first, bool open, int fee)
    {
        var day = Origin.AddDays(first);
        var segments = new List<Segment>();
        for (var i = 0; i < stretches.Count; i++)
        {
            var from = day.AddDays(stretches[i].Gap);
            day = from.AddDays(stretches[i].Length);
            DateOnly? until = open && i == stretches.Count - 1 ? null : day;
            segments.Add(stretches[i].Segment with { Period = new Period(from, until) });
        }
        OneOff[] oneOffs = fee == 0 ? [] : [new OneOff(day, fee == 1 ? Components.LossFee : Components.EarlyReturn, Money.FromOre(fee * 4711), "U1", "", null)];
        return new LineSnapshot("C00000001", [.. segments], [.. oneOffs]);
    }
}

using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Rentals;

/// <summary>Gives a line another price from a day on.</summary>
public static class ChangePrice
{
    public static Outcome<LineChanged> Run(Installation installation, LineName name, RentTerms terms, DateOnly day, string? reason = null) =>
        LineChange.Do(installation, name, day, "change price", reason, (line, register) =>
            terms.MakePrice(register).TryGet(out var price, out var refusal) ? LineTimeline.ChangePrice(line.Snapshot, price, day) : refusal);
}

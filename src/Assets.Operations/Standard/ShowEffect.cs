using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Data.Access;
using Assets.Data.Standard;
using Assets.Data.Storage;
using Assets.Operations.Organisations;
using Assets.Operations.Rentals;

namespace Assets.Operations.Standard;

/// <summary>What a draft means for each administration, against the edition in force.</summary>
/// <param name="From">The first day of the draft, by which lines are counted and prices taken.</param>
/// <param name="InterestPercent">A year, the same for both editions; none where no interest has been decided.</param>
/// <param name="Administrations">Names by the codes that the effects hold.</param>
public sealed record DraftEffect(
    DatedEdition Draft, DatedEdition InForce, DateOnly From, decimal? InterestPercent, IReadOnlyList<ProductEffect> Effects, IReadOnlyDictionary<string, string> Administrations);

/// <summary>Calculates the effect of an edition on everybody's year. It only reads.</summary>
public static class ShowEffect
{
    /// <summary>None where there is no such edition, or none in force to hold it against.</summary>
    /// <param name="reach">Whose units are counted.</param>
    public static DraftEffect? Run(Installation installation, int number, Reach reach)
    {
        using var reading = Reading.Begin(installation.Database);
        var connection = reading.Connection;
        if (DatedEdition.Find(connection, number) is not { } draft) return null;
        var from = draft.ValidFrom ?? installation.Today;
        var inForce = draft.State == EditionState.Decided ? DatedEdition.InForce(connection, from.AddDays(-1)) : DatedEdition.InForce(connection, installation.Today);
        if (inForce is null || inForce.Number == draft.Number) return null;

        var interest = new RentalRegister(connection).Interest();
        var customers = Customers.Load(connection, installation.HostOrganisation);
        var found = RunningProducts.On(connection, from, reach);
        var administrations = found.Select(lines => lines.UnitId).Distinct().ToDictionary(unit => unit, customers.Administration);
        var lines = found.Select(running => running.Lines with { Administration = administrations[running.UnitId].Code });
        return new DraftEffect(
            draft, inForce, from, PriceCalculation.InForce(interest, from)?.PercentPerYear,
            RenewalEffect.Of(lines, inForce.Content, draft.Content, from, interest),
            administrations.Values.Distinct().ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal));
    }
}

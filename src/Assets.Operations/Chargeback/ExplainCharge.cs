using System.Text;
using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Operations.Imports;

namespace Assets.Operations.Chargeback;

/// <summary>
/// Proves a charge: the version of the contract line that it was rated from, with who made it so and why, and each step from there to
/// the amount. A charge of a closed month is explained from what that month saw, whatever is known now.
/// </summary>
public static class ExplainCharge
{
    public static Outcome<ChargeExplained> Run(Installation installation, string id)
    {
        if (!ChargeName.TryParse(id.Trim(), out var name)) return new Refusal(MonthRefusals.UnknownCharge, id);
        using var reading = Reading.Begin(installation.Database);
        using var codes = CodeBook.Read(reading);
        var lineId = reading.Connection.Number("select id from contract_lines where code_key = @p0", Keys.Fold(name.LineCode));
        var closed = ClosedMonth.All(reading.Connection);
        var ofLine = ChargesOf(reading, codes, name.Month, lineId);
        if (ofLine.Find(charge => Names(charge, name)) is not { } found) return new Refusal(MonthRefusals.UnknownCharge, id);

        // The old half of a correction is what an earlier month posted, turned: it is that posting's inputs that explain it.
        var origin = found.Reversal ? Reversed(reading, codes, closed, lineId, found) : found;
        var month = MonthOf(reading, closed, origin.Month);
        var version = LineOrigin.AsOf(reading, lineId, month.Watermark) ?? throw new InvalidOperationException($"{origin.Id} is stored, but no version of its line is as old.");
        var line = LineText.Parse(Encoding.UTF8.GetBytes(version.Text));
        var place = ChargePlace.Of(
            reading, found.Month, lineId, found.CorrectionOf?.Number ?? 0, found.Reversal ? 0 : 1, found.Component, found.From);
        return new ChargeExplained(
            found.Id,
            found,
            new ExplainedPlace(place.Contract, place.CustomerCode, place.CustomerName, place.UnitName, place.CostCodeName, place.AssetText, lineId, place.UnitId, place.AssetId),
            MonthOf(reading, closed, found.Month),
            new ExplainedVersion(version.Version, version.ChangeSet, version.RecordedAt, version.Actor, version.Verb, version.Reason, version.Source, line),
            ExplainedPrice.Of(reading, lineId, line, Posted.Plain(origin)),
            AmountExplained.Of(line, Posted.Plain(origin)),
            found.Reversal ? origin.Id : null,
            found.CorrectionOf is null ? [] : ofLine.FindAll(other => other.CorrectionOf == found.CorrectionOf && other.Component == found.Component));
    }

    private static bool Names(Charge charge, ChargeName name) =>
        charge.Component == name.Component && charge.From == name.From && charge.CorrectionOf == name.CorrectionOf && charge.Reversal == name.Reversal;

    private static List<Charge> ChargesOf(Reading reading, CodeBook codes, BillingMonth month, long lineId) =>
        PostedCharges.Of(reading, codes, [month], [lineId]).ConvertAll(posted => posted.Charge);

    private static Charge Reversed(Reading reading, CodeBook codes, List<ClosedMonth> closed, long lineId, Charge reversal)
    {
        for (var i = closed.FindLastIndex(month => month.Month < reversal.Month); i >= 0; i--)
        {
            foreach (var posted in ChargesOf(reading, codes, closed[i].Month, lineId))
            {
                if (!posted.Reversal && Posted.Plain(posted) with { Amount = -posted.Amount } == Posted.Plain(reversal)) return posted;
            }
        }
        throw new InvalidOperationException($"{reversal.Id} takes back a charge that no closed month has posted.");
    }

    private static ExplainedMonth MonthOf(Reading reading, List<ClosedMonth> closed, BillingMonth month)
    {
        if (closed.Find(other => other.Month == month) is { } link)
            return new ExplainedMonth(month, link.Watermark, link.RulesVersion, link.ClosedAt, link.ClosedBy, link.Head);
        var run = MonthRun.Find(reading.Connection, month);
        var watermark = run is { Watermark: >= 0 } ? run.Watermark : MonthScope.Now(reading.Connection, month, closed).Watermark;
        return new ExplainedMonth(month, watermark, MonthScope.RulesVersion, null, null, null);
    }
}

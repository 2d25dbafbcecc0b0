using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Operations.Chargeback;

namespace Assets.Cli.Verbs;

/// <summary>An explained charge as lines that a person can follow with a calculator.</summary>
internal static class ExplainText
{
    public static void Write(ChargeExplained explained, TextWriter to)
    {
        var (charge, place, amount) = (explained.Charge, explained.Place, explained.Amount);
        Put("charge", explained.Id);
        Put("amount", charge.Amount);
        Put("customer", $"{place.CustomerCode} {place.CustomerName}");
        Put("unit", $"{charge.UnitCode} {place.UnitName}");
        Put("cost code", $"{charge.CostCode} {place.CostCodeName}");
        Put("asset", $"{charge.AssetTag} {place.AssetText}");
        Put("contract", $"{place.Contract}, line {charge.LineCode}");
        Put("month", Month(explained.Month));
        if (explained.Reverses is { } reverses) Put("takes back", reverses);
        Put("line version", Version(explained.Version));
        Put("price", PriceOf(explained.Price));
        foreach (var step in Steps(amount)) to.WriteLine($"  {step}");
        if (charge.Reversal) to.WriteLine($"  with its sign turned: {charge.Amount}");
        if (explained.Pair.Count == 0) return;
        to.WriteLine($"correction of {charge.CorrectionOf}:");
        foreach (var row in explained.Pair) to.WriteLine($"  {(row.Reversal ? "old" : "new")} {row.From:yyyy-MM-dd}–{row.To:yyyy-MM-dd} {row.UnitCode} {row.CostCode} {row.AssetTag} {row.Amount}");

        void Put(string name, object value) => to.WriteLine($"{name,-13}{string.Create(CultureInfo.InvariantCulture, $"{value}").Trim()}");
    }

    private static string Month(ExplainedMonth month) => month.ClosedAt is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"{month.Month}, closed by {month.ClosedBy} {at:yyyy-MM-dd HH:mm} UTC, facts up to change set {month.Watermark}, rules {month.RulesVersion}")
        : string.Create(CultureInfo.InvariantCulture, $"{month.Month}, open, facts up to change set {month.Watermark}, rules {month.RulesVersion}");

    private static string PriceOf(ExplainedPrice price) => price switch
    {
        { Edition: { } edition, EditionFrom: { } from } => string.Create(CultureInfo.InvariantCulture, $"edition {edition}, in force from {from:yyyy-MM-dd}, product {price.Product} {price.Name?.English}"),
        { Product.Length: > 0 } => $"{price.Product} {price.Name?.English}, priced on the line itself, not by an edition",
        _ => "given on the line itself, not by an edition",
    };

    private static string Version(ExplainedVersion version)
    {
        var source = version.Source is null ? "" : $" from {version.Source}";
        var reason = version.Reason is null ? "" : $", because: {version.Reason}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{version.Number}, change set {version.ChangeSet}: {version.Verb}{source} by {version.Actor} {version.RecordedAt:yyyy-MM-dd HH:mm} UTC{reason}");
    }

    private static IEnumerable<string> Steps(ExplainedAmount amount)
    {
        if (amount.Rule == "once")
        {
            yield return $"charged once: {amount.Result}";
            yield break;
        }
        if (amount.UnitRate is { } rate) yield return string.Create(CultureInfo.InvariantCulture, $"{amount.Quantity} × {rate} a month = {amount.MonthAmount}");
        if (amount.Capital is { } capital && amount.ContractMonth is { } month)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"method {capital.Method}: {amount.Quantity} × {capital.PurchasePrice}, residual {capital.Residual}, {capital.TermMonths} months from {capital.Start:yyyy-MM-dd}, interest {capital.InterestPercent:0.###} % a year");
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"contract month {month.Number} ({month.From:yyyy-MM-dd}–{month.Until.AddDays(-1):yyyy-MM-dd}): book value {month.Opening}, depreciation {month.Depreciation}, interest {month.Interest}, charged {month.Charged}");
            if (capital.Method == Method.D) yield return $"over the whole term the level payment recovers {amount.ChargedBeyondPayments} more than depreciation and interest; it stays charged";
        }
        yield return string.Create(CultureInfo.InvariantCulture, $"up to day {amount.DaysUntil} of {amount.DaysOfMonth}: {amount.MonthAmount} × {amount.DaysUntil}/{amount.DaysOfMonth} = {amount.ExactUntil:0.######} → {amount.RoundedUntil}");
        yield return string.Create(CultureInfo.InvariantCulture, $"before, {amount.DaysBefore} days: {amount.MonthAmount} × {amount.DaysBefore}/{amount.DaysOfMonth} = {amount.ExactBefore:0.######} → {amount.RoundedBefore}");
        yield return $"amount: {amount.RoundedUntil} − {amount.RoundedBefore} = {amount.Result}";
    }
}

using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Tests.Rentals;
using Assets.Core.Values;
using FsCheck;
using FsCheck.Fluent;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Chargeback;

public sealed class RatingProperties
{
    private static readonly Gen<BillingMonth> AnyMonth = Gen.Choose(0, 30).Select(months => BillingMonth.Of(new DateOnly(2025, 11, 1).AddMonths(months)));

    [Fact]
    public void Touching_lines_of_one_rate_sum_to_the_whole_month()
    {
        var cases =
            from rate in Gen.Choose(1, 5_000_000)
            from month in AnyMonth
            from cuts in Gen.ListOf(Gen.Choose(1, month.Days - 1))
            select (Rate: Money.FromOre(rate), month, Cuts: cuts.Distinct().Order().ToList());
        Prop.ForAll(Arb.From(cases), c =>
        {
            var days = c.Cuts.Select(cut => c.month.First.AddDays(cut)).Prepend(c.month.First.AddDays(-40)).ToList();
            var charges = new List<Charge>();
            for (var i = 0; i < days.Count; i++)
            {
                var period = new Period(days[i], i + 1 < days.Count ? days[i + 1] : null);
                Rating.Rate(LineSnapshot.Imported($"C{i}", "IT1", "U1", "1000", period, c.Rate), c.month, charges);
            }
            return Rated.Sum(charges) == c.Rate && charges.Count == days.Count;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_move_or_a_swap_on_any_day_costs_nothing()
    {
        var cases =
            from method in Gen.Elements(Method.A, Method.B, Method.C, Method.D)
            from startDay in Gen.Choose(0, 60)
            from moveDay in Gen.Choose(0, 200)
            from month in AnyMonth
            select (method, Start: new DateOnly(2026, 1, 1).AddDays(startDay), moveDay, month);
        Prop.ForAll(Arb.From(cases), c =>
        {
            var line = PcLine(c.method, c.Start.ToString("yyyy-MM-dd"));
            var moved = LineTimeline.MoveTo(line, "U2", "2000", c.Start.AddDays(c.moveDay)).Value;
            var swapped = LineTimeline.Swap(moved, "IT2", c.Start.AddDays((c.moveDay * 7 % 60) + 1)).Value;
            return Rated.Sum(Rated.Month(line, c.month)) == Rated.Sum(Rated.Month(moved, c.month))
                && Rated.Sum(Rated.Month(line, c.month)) == Rated.Sum(Rated.Month(swapped, c.month));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_charge_has_a_name_of_its_own_and_lies_inside_month_and_line() =>
        Prop.ForAll(Arb.From(AnyLine.Gen), Arb.From(AnyMonth), (line, month) =>
        {
            var charges = Rated.Month(line, month);
            return charges.DistinctBy(charge => charge.Id).Count() == charges.Count
                && charges.TrueForAll(charge => charge.Days > 0 && charge.From >= month.First && charge.Until <= month.Until && charge.Month == month)
                && charges.TrueForAll(charge => Components.IsOneOff(charge.Component) || line.Segments.Any(s => s.Period.Contains(charge.From) && s.Period.Contains(charge.To)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rating_is_the_same_from_the_stored_text_and_never_looks_at_what_it_appends_to() =>
        Prop.ForAll(Arb.From(AnyLine.Gen), Arb.From(AnyMonth), (line, month) =>
        {
            var direct = Rated.Month(line, month);
            var into = new List<Charge>(direct);
            Rating.Rate(LineText.Parse(LineText.ToText(line)), month, into);
            return into.Skip(direct.Count).SequenceEqual(direct);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_independent_day_by_day_account_agrees_to_the_ore() =>
        Prop.ForAll(Arb.From(AnyLine.Gen), Arb.From(AnyMonth), (line, month) =>
            Rated.Sum(Rated.Month(line, month)) == DayByDay(line, month)).QuickCheckThrowOnFailure();

    // The plain way, without the rules' algebra: walk the days, ask for each what it belongs to, and round running sums per stretch.
    private static Money DayByDay(LineSnapshot line, BillingMonth month)
    {
        var total = 0m;
        foreach (var segment in line.Segments)
        {
            foreach (var component in segment.Price.Components)
            {
                for (var offset = 0; offset < month.Days; offset++)
                {
                    var day = month.First.AddDays(offset);
                    if (!segment.Period.Contains(day)) continue;
                    var rate = Round(segment.Quantity * UnitRate(component, day));
                    total += Round(rate * (offset + 1) / month.Days) - Round(rate * offset / month.Days);
                }
            }
        }
        return Money.FromKronor(total + line.OneOffs.Where(once => BillingMonth.Of(once.Day) == month).Sum(once => once.Amount.Kronor));
    }

    private static decimal UnitRate(Component component, DateOnly day)
    {
        if (component is FlatComponent flat) return flat.MonthlyRate.Kronor;
        var capital = (CapitalComponent)component;
        if (day < capital.Start || day >= capital.Start.AddMonths(capital.TermMonths)) return 0m;
        var elapsed = 0;
        while (capital.Start.AddMonths(elapsed + 1) <= day) elapsed++;
        var price = capital.PurchasePrice.Kronor;
        var residual = capital.Residual.Kronor;
        var wear = (price - residual) / capital.TermMonths;
        var monthly = capital.InterestPercent / 1200m;
        return capital.Method switch
        {
            Method.A => wear + ((price + residual) / 2 * monthly),
            Method.B => wear + ((price - (wear * elapsed)) * monthly),
            Method.C => wear + ((price - (wear * (elapsed / 12 * 12))) * monthly),
            _ => LevelPayment(price, residual, monthly, capital.TermMonths),
        };
    }

    private static decimal LevelPayment(decimal price, decimal residual, decimal monthly, int term)
    {
        var annuity = 0m; // what one krona a month is worth today, term by term
        var factor = 1m;
        for (var i = 0; i < term; i++)
        {
            factor /= 1m + monthly;
            annuity += factor;
        }
        return (price - (residual * factor)) / annuity;
    }

    private static decimal Round(decimal kronor) => decimal.Round(decimal.Round(kronor, 18), 2, MidpointRounding.AwayFromZero);
}

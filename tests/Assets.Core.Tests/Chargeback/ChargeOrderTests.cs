using Assets.Core.Chargeback;
using Assets.Core.Values;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Chargeback;

public sealed class ChargeOrderTests
{
    [Fact]
    public void Charges_stand_by_line_then_corrected_month_then_reversal_then_component_then_day()
    {
        Charge[] expected =
        [
            Row("C1", "rent", 1),
            Row("C1", "rent", 10),
            Row("C1", "support", 1),
            Row("C1", "support", 1, March, reversal: true),
            Row("C1", "rent", 1, March),
            Row("C1", "rent", 1, April, reversal: true),
            Row("C10", "rent", 1),
            Row("C2", "rent", 1),
        ];
        Assert.Equal(expected, expected.Reverse().Order(ChargeOrder.Instance));
    }

    [Fact]
    public void A_charge_is_named_by_what_it_is_about()
    {
        Assert.Equal("2026-05:C1:rent:10", Row("C1", "rent", 10).Id);
        Assert.Equal("2026-05:C1:rent:10:2026-03:old", Row("C1", "rent", 10, March, reversal: true).Id);
        Assert.Equal("2026-05:C1:rent:10:2026-03:new", Row("C1", "rent", 10, March).Id);
    }

    private static Charge Row(string line, string component, int day, BillingMonth? correctionOf = null, bool reversal = false)
    {
        var from = (correctionOf ?? May).First.AddDays(day - 1);
        return new Charge(May, line, "IT1", "U1", "1000", component, from, from.AddDays(1), 1, Kr(1m), correctionOf, reversal);
    }
}

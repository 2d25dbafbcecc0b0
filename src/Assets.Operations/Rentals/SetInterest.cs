using System.Globalization;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Rentals;

/// <summary>Decides the internal interest from a day on. Prices that are made already keep theirs.</summary>
public static class SetInterest
{
    public static Outcome<InterestRow> Run(Installation installation, InterestRow row, string? reason = null)
    {
        var thousandths = row.PercentPerYear * 1000m;
        if (row.PercentPerYear is < 0 or > LineRules.GreatestInterestPercent || decimal.Truncate(thousandths) != thousandths)
            return new Refusal(LineRefusals.AmountOutOfRange, row.PercentPerYear.ToString(CultureInfo.InvariantCulture));
        using var writing = Writing.Begin(installation.Database);
        var day = Conventions.ToNumber(row.From);
        var before = writing.Connection.Scalar("select milli_percent from interest_rates where valid_from = @p0", day);
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "set interest", reason, null);
        writing.Connection.Execute("delete from interest_rates where valid_from = @p0", day);
        writing.Connection.Execute("insert into interest_rates (valid_from, milli_percent, change_set_id) values (@p0, @p1, @p2)", day, (int)thousandths, changeSet);
        History.Add(writing, changeSet, Subject.InterestRate, day, row.From, before is null ? null : Percent(Convert.ToInt32(before, CultureInfo.InvariantCulture)), Percent((int)thousandths));
        writing.Commit();
        return row;
    }

    private static string Percent(int thousandths) => string.Create(CultureInfo.InvariantCulture, $"{{\"percent\":{thousandths / 1000m:0.###}}}");
}

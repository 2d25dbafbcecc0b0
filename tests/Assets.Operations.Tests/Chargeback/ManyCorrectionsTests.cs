using System.Diagnostics;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Support;
using Npgsql;
using Xunit;

namespace Assets.Operations.Tests.Chargeback;

/// <summary>A price list that was wrong changes every line at once.</summary>
public sealed class ManyCorrectionsTests
{
    private static readonly BillingMonth March = new(2026, 3);

    [Theory]
    [OnBoth]
    public void Every_changed_line_is_corrected_also_beyond_those_fetched_at_once(Engine engine)
    {
        const int changed = PostedMonths.LinesAtOnce * 2 + 1;
        using var town = WithChanged(engine, changed, unchanged: 3);
        var reports = new Reports();

        var april = ChargeMonth.Run(town.Installation, March.Next, reports).Value;

        Assert.Equal([$"{changed}|{-10_000L * changed}|{changed}|{12_000L * changed}"], town.Rows(
            "select sum(1 - turn), sum(case when turn = 0 then amount else 0 end), sum(turn), sum(case when turn = 1 then amount else 0 end) from charges where month = 202604 and corrected_month = 202603"));
        Assert.Equal(new MonthProgress(March.Next, changed + 3, 1), Assert.Single(reports.All));
        Assert.True(CloseMonth.Run(town.Installation, March.Next).IsDone);
        Assert.True(VerifyMonths.Run(town.Installation).Holds);
        Assert.DoesNotContain(ChargeMonth.Run(town.Installation, new BillingMonth(2026, 5)).Value.Findings, found => found.Code == "changed_line");
        Assert.NotEqual(0, april.Count);
    }

    [Fact]
    public void Many_corrected_lines_are_no_more_round_trips_than_few()
    {
        var few = RoundTrips(changed: 2);

        Assert.InRange(few, 5, 100); // it does count
        Assert.Equal(few, RoundTrips(changed: PostedMonths.LinesAtOnce));
    }

    private static int RoundTrips(int changed)
    {
        using var town = WithChanged(Engine.Postgres, changed, unchanged: 3);
        var own = new NpgsqlConnectionStringBuilder(town.Database.ConnectionString).Database;
        var commands = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.Tags.Any(tag => tag.Value == own)) Interlocked.Increment(ref commands);
            },
        };
        ActivitySource.AddActivityListener(listener);
        Assert.Contains(ChargeMonth.Run(town.Installation, March.Next).Value.Findings, found => found.Code == "changed_line" && found.Open == changed);
        return commands;
    }

    // 100.00 a month as March was closed, 120.00 as it should have been.
    private static Town WithChanged(Engine engine, int changed, int unchanged)
    {
        var town = new Town(engine);
        town.Put([.. Enumerable.Range(1, changed + unchanged).Select(i => Line(i, 100m))]);
        Assert.True(CloseMonth.Run(town.Installation, March).IsDone);
        town.Put([.. Enumerable.Range(1, changed).Select(i => Line(i, 120m))]);
        return town;
    }

    private static LineSnapshot Line(int number, decimal rate) => new(
        $"L{number:0000}",
        [new Segment(new Period(new DateOnly(2026, 1, 1), null), "111", "C111", null, "Arbetsplats", 1, new Price([new FlatComponent(Components.Rent, Money.FromKronor(rate))]))],
        []);

    private sealed class Reports : IProgress<MonthProgress>
    {
        public List<MonthProgress> All { get; } = [];

        public void Report(MonthProgress value) => All.Add(value);
    }
}

using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Support;
using Xunit;

namespace Assets.Data.Tests.Rentals;

/// <summary>By which index each database finds the rows of a page, as it says itself.</summary>
public sealed class LineListPlanTests
{
    private static readonly DateOnly FarOff = new(2099, 1, 1);

    [Theory]
    [InlineData(Engine.Sqlite, LineSort.Line, "code_key")]
    [InlineData(Engine.Sqlite, LineSort.Start, "last_from_on_id")]
    [InlineData(Engine.Sqlite, LineSort.End, "last_until_on_id")]
    [InlineData(Engine.Sqlite, LineSort.Rent, "last_rent_id")]
    [InlineData(Engine.Postgres, LineSort.Line, "code_key")]
    [InlineData(Engine.Postgres, LineSort.Start, "last_from_on_id")]
    [InlineData(Engine.Postgres, LineSort.End, "last_until_on_id")]
    [InlineData(Engine.Postgres, LineSort.Rent, "last_rent_id")]
    public void Where_no_condition_leaves_few_the_index_of_the_order_is_walked_and_no_more_than_a_page_is_sorted(Engine engine, LineSort sort, string index)
    {
        using var rents = new Rents(engine, 2_400);
        var query = new LineQuery(Sort: sort, Runs: LineRuns.Now, EndsBefore: FarOff);

        var plan = Plan(rents, query, Reach.Everywhere, new LineOrder(sort), new LineCursor(sort, sort == LineSort.Line ? "C07000" : "20250601", 5, false), LineLead.Order);

        Assert.Contains("ix_contract_lines_" + index, plan, StringComparison.Ordinal);
        if (engine == Engine.Sqlite) Assert.InRange(Sorts(plan), 0, 1); // the page itself, once it is looked up further
    }

    [Theory]
    [InlineData("unit", "ix_contract_lines_last_unit_id_id")]
    [InlineData("part", "ix_contract_lines_last_unit_id_id")]
    [InlineData("code", "ix_contract_lines_last_cost_code_id")]
    [InlineData("ends", "ix_contract_lines_last_until_on_id")]
    [InlineData("later", "ix_contract_lines_last_from_on_id")]
    [InlineData("term", "ix_contract_lines_code_key")]
    public void Where_one_condition_leaves_few_its_index_leads_in_every_order_and_on_every_page(string asked, string index)
    {
        foreach (var engine in new[] { Engine.Sqlite, Engine.Postgres })
        {
            using var rents = new Rents(engine, 2_400);
            var (query, reach, lead) = Asked(asked);
            Assert.Equal(lead, Narrowest(rents, query, reach));
            foreach (var sort in Enum.GetValues<LineSort>())
            {
                foreach (var cursor in new[] { null, new LineCursor(sort, sort == LineSort.Line ? "C07000" : "5", 5, false) })
                {
                    var plan = Plan(rents, query with { Sort = sort }, reach, new LineOrder(sort, IsSorted: true), cursor, lead);

                    if (engine == Engine.Sqlite) Assert.Contains(index, Own(plan), StringComparison.Ordinal);
                    foreach (var other in new[] { "code_key", "last_from_on_id", "last_until_on_id", "last_rent_id" }.Select(name => "ix_contract_lines_" + name).Where(name => name != index))
                        Assert.DoesNotContain(engine == Engine.Sqlite ? other : "Index Scan using " + other, plan, StringComparison.Ordinal); // PostgreSQL may lay two bitmaps over each other
                }
            }
        }
    }

    [Theory]
    [OnBoth]
    public void Of_several_conditions_the_one_leads_that_leaves_the_fewest(Engine engine)
    {
        using var rents = new Rents(engine, 2_400);

        Assert.Equal(LineLead.CostCode, Narrowest(rents, new LineQuery(Unit: "100", CostCode: "K2", EndsBefore: FarOff), Reach.Everywhere));
        Assert.Equal(LineLead.Unit, Narrowest(rents, new LineQuery(Unit: "A1", CostCode: "K2", EndsBefore: FarOff), Reach.Everywhere));
        Assert.Equal(LineLead.End, Narrowest(rents, new LineQuery(Unit: "100", CostCode: "K2", EndsBefore: new DateOnly(2026, 2, 1)), Reach.Over([1, 2, 3, 4, 5, 6])));
        Assert.Equal(LineLead.Order, Narrowest(rents, new LineQuery(Runs: LineRuns.NotNow), Reach.Everywhere));
    }

    [Theory]
    [OnBoth]
    public void In_the_order_of_the_payers_the_lines_of_a_unit_come_from_its_index_and_are_not_sorted(Engine engine)
    {
        using var rents = new Rents(engine, 2_400);

        var plan = Plan(rents, new LineQuery(Unit: "A1", Runs: LineRuns.Now), Reach.Everywhere, new LineOrder(LineSort.Payer, OfOneUnit: true), new LineCursor(LineSort.Payer, "4", 700, false), LineLead.Unit);

        Assert.Contains("ix_contract_lines_last_unit_id_id", plan, StringComparison.Ordinal);
        if (engine == Engine.Sqlite) Assert.InRange(Sorts(plan), 0, 1);
    }

    private static (LineQuery Query, Reach Reach, LineLead Lead) Asked(string asked) => asked switch
    {
        "unit" => (new LineQuery(Unit: "A", Runs: LineRuns.Now), Reach.Everywhere, LineLead.Unit),
        "part" => (new LineQuery(), Reach.Over([2, 4, 5]), LineLead.Unit),
        "code" => (new LineQuery(CostCode: "K1", Runs: LineRuns.NotNow), Reach.Everywhere, LineLead.CostCode),
        "ends" => (new LineQuery(EndsBefore: new DateOnly(2026, 9, 1), Runs: LineRuns.Now), Reach.Everywhere, LineLead.End),
        "later" => (new LineQuery(Runs: LineRuns.Later), Reach.Everywhere, LineLead.Start),
        "term" => (new LineQuery("c08"), Reach.Everywhere, LineLead.Term),
        _ => throw new ArgumentOutOfRangeException(nameof(asked)),
    };

    private static LineLead Narrowest(Rents rents, LineQuery query, Reach reach)
    {
        using var reading = PageReading.Begin(rents.Database);
        return LineList.Narrowest(reading, LineFilter.Resolve(reading, query, UnitCustomers.Read(reading, null), reach, Rents.Today));
    }

    private static string Plan(Rents rents, LineQuery query, Reach reach, LineOrder order, LineCursor? from, LineLead narrowest)
    {
        using var reading = PageReading.Begin(rents.Database);
        var filter = LineFilter.Resolve(reading, query, UnitCustomers.Read(reading, null), reach, Rents.Today);
        if (reading.Engine == Engine.Postgres) reading.Rows(Query.Of("analyze contract_lines"), r => 0);
        var lead = reading.Engine == Engine.Sqlite ? narrowest : LineLead.Any;
        var sql = LineList.Select(filter, from, order, ascending: true, wanted: 51, lead, part => filter.Write(part, lead));
        return string.Join('\n', reading.Rows(sql.Wrap(reading.Engine == Engine.Sqlite ? "explain query plan " : "explain ", ""), r => r.GetString(reading.Engine == Engine.Sqlite ? 3 : 0)));
    }

    // Up to what comes from elsewhere in a part of the organisation.
    private static string Own(string plan) => plan.Split("UNION ALL")[0];

    private static int Sorts(string plan) => plan.Split("USE TEMP B-TREE FOR ORDER BY").Length - 1;
}

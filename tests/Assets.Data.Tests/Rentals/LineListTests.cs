using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Xunit;

namespace Assets.Data.Tests.Rentals;

/// <summary>The list against the plainest possible list: all lines in memory, filtered and sorted by the rules as they are told.</summary>
public sealed class LineListTests
{
    public static TheoryData<Engine> Engines => [Engine.Sqlite, Engine.Postgres];

    [Theory]
    [MemberData(nameof(Engines))]
    public void Each_filter_in_each_order_pages_through_exactly_what_it_should_in_whole_and_in_part(Engine engine)
    {
        using var rents = new Rents(engine, 2_400);
        var list = new LineList(rents.Database, rents.Clock);
        foreach (var reach in new[] { Reach.Everywhere, Reach.Over([2, 4, 5]) })
        {
            var seen = rents.Lines.Select(line => line.Within(reach)).OfType<Rents.Line>().ToList();
            foreach (var (name, query, fits) in Questions())
            {
                var expected = seen.Where(fits).ToList();
                foreach (var sort in Enum.GetValues<LineSort>())
                {
                    foreach (var descending in new[] { false, true })
                    {
                        var pages = Read(list, reach, query with { Sort = sort, Descending = descending, PageSize = 500 });

                        Assert.Equal((name, Math.Min(expected.Count, 1001)), (name, pages[0].Total));
                        Assert.Equal(Ordered(expected, sort, descending), pages.SelectMany(page => page.Items).Select(item => (int)item.Id));
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_page_before_is_the_page_that_one_came_from(Engine engine)
    {
        using var rents = new Rents(engine, 1_500);
        var list = new LineList(rents.Database, rents.Clock);
        foreach (var query in Enum.GetValues<LineSort>().SelectMany(sort => new[] { new LineQuery(Sort: sort), new LineQuery(Unit: "A1", Sort: sort, Descending: true) }))
        {
            var first = list.Read(Reach.Everywhere, query);
            var second = list.Read(Reach.Everywhere, query with { Cursor = LineCursor.Parse(first.Next!.ToString(), backward: false) });
            var back = list.Read(Reach.Everywhere, query with { Cursor = LineCursor.Parse(second.Previous!.ToString(), backward: true) });

            Assert.Equal(first.Items, back.Items);
            Assert.Null(back.Previous);
            Assert.Equal(first.Next, back.Next);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_row_tells_who_is_charged_and_who_has_the_thing_where_that_is_theirs_to_see(Engine engine)
    {
        using var rents = new Rents(engine, 100);
        var list = new LineList(rents.Database, rents.Clock);
        LineListItem Row(Reach reach, int number) => Assert.Single(list.Read(reach, new LineQuery(rents.Lines[number - 1].Code)).Items);

        var whole = Row(Reach.Everywhere, 6); // runs, paid by unit 6, whose the asset is
        var part = Row(Reach.Over([4]), 4); // paid by unit 4
        var atOnce = Row(Reach.Over([6]), 50);

        Assert.Equal(("Adm två", "Hemtjänsten", "Dell Latitude", "Hemtjänsten", "anna.berg"), (whole.Customer, whole.Unit, whole.Model, whole.UserUnit, whole.UserAccount));
        Assert.Equal(("Adm ett", "Skolan", null, null), (part.Customer, part.Unit, part.UserUnit, part.UserAccount));
        Assert.Equal((true, "IT00050", "Hemtjänsten"), (atOnce.HasNoDays, atOnce.AssetTag, atOnce.Unit));
        Assert.Equal([50L], list.Read(Reach.Everywhere, new LineQuery("it00050")).Items.Select(item => item.Id)); // by its asset too
        Assert.Equal([new NamedCode("A", "Adm ett")], list.Read(Reach.Over([4, 5]), new LineQuery()).Customers);
    }

    [Theory]
    [InlineData(Engine.Sqlite, LineSort.Line, "code_key")]
    [InlineData(Engine.Sqlite, LineSort.Start, "last_from_on_id")]
    [InlineData(Engine.Sqlite, LineSort.End, "last_until_on_id")]
    [InlineData(Engine.Sqlite, LineSort.Rent, "last_rent_id")]
    [InlineData(Engine.Postgres, LineSort.Line, "code_key")]
    [InlineData(Engine.Postgres, LineSort.Start, "last_from_on_id")]
    [InlineData(Engine.Postgres, LineSort.End, "last_until_on_id")]
    [InlineData(Engine.Postgres, LineSort.Rent, "last_rent_id")]
    public void Where_many_match_the_index_of_the_order_is_walked_and_no_more_than_a_page_is_sorted(Engine engine, LineSort sort, string index)
    {
        using var rents = new Rents(engine, 2_400);
        var query = new LineQuery(Sort: sort, Runs: LineRuns.Now, EndsBefore: new DateOnly(2099, 1, 1), Cursor: new LineCursor(sort == LineSort.Line ? "C07000" : "20250601", 5, false));
        using var reading = PageReading.Begin(rents.Database);
        var filter = LineFilter.Resolve(reading, query, UnitCustomers.Read(reading, null), Reach.Everywhere, Rents.Today);
        if (engine == Engine.Postgres) reading.Rows(Query.Of("analyze contract_lines"), r => 0);

        var sql = LineList.Select(filter, query, ascending: true, wanted: 51, engine == Engine.Sqlite, part => filter.Write(part, engine == Engine.Sqlite));
        var plan = string.Join('\n', reading.Rows(sql.Wrap(engine == Engine.Sqlite ? "explain query plan " : "explain ", ""), r => r.GetString(engine == Engine.Sqlite ? 3 : 0)));

        Assert.Contains("ix_contract_lines_" + index, plan, StringComparison.Ordinal);
        if (engine == Engine.Sqlite) Assert.InRange(plan.Split("USE TEMP B-TREE FOR ORDER BY").Length - 1, 0, 1); // the page itself, once it is looked up further
    }

    private static IEnumerable<(string Name, LineQuery Query, Func<Rents.Line, bool> Fits)> Questions()
    {
        yield return ("all", new LineQuery(), _ => true);
        yield return ("common beginning of a code", new LineQuery("c0"), _ => true);
        yield return ("beginning of a code", new LineQuery("c088"), line => line.Code.StartsWith("C088", StringComparison.Ordinal));
        yield return ("common beginning of a tag", new LineQuery("it0"), _ => true);
        yield return ("beginning of no tag and no code", new LineQuery("it9"), _ => false);
        yield return ("beginning of a tag", new LineQuery("it0005"), line => line.Tag.StartsWith("IT0005", StringComparison.Ordinal));
        yield return ("unit", new LineQuery(Unit: "a1"), line => line.Last.Unit == 4);
        yield return ("unit by its name and below", new LineQuery(Unit: "adm ett"), line => line.Last.Unit is 4 or 5);
        yield return ("all of the municipality", new LineQuery(Unit: "100"), line => line.Last.Unit != 8);
        yield return ("no such unit", new LineQuery(Unit: "x"), _ => false);
        yield return ("customer", new LineQuery(Customer: "b"), line => line.Last.Unit == 6);
        yield return ("customer by its name", new LineQuery(Customer: "bolaget"), line => line.Last.Unit == 8);
        yield return ("customer and another's unit", new LineQuery(Customer: "B", Unit: "A"), _ => false);
        yield return ("cost code", new LineQuery(CostCode: "k1"), line => line.Last.Code == 1);
        yield return ("no such cost code", new LineQuery(CostCode: "K9"), _ => false);
        yield return ("ends before", new LineQuery(EndsBefore: new DateOnly(2026, 4, 1)), line => line.Last.Until <= new DateOnly(2026, 4, 1));
        yield return ("runs now", new LineQuery(Runs: LineRuns.Now), line => line.Runs);
        yield return ("runs not", new LineQuery(Runs: LineRuns.NotNow), line => !line.Runs);
        yield return ("starts later", new LineQuery(Runs: LineRuns.Later), line => line.IsLater);
        yield return ("much at once", new LineQuery("c0", Unit: "100", CostCode: "K2", EndsBefore: new DateOnly(2027, 12, 1), Runs: LineRuns.Now), line => line.Last is { Unit: not 8, Code: 2 } && line.Last.Until <= new DateOnly(2027, 12, 1) && line.Runs);
    }

    private static List<LineListPage> Read(LineList list, Reach reach, LineQuery query)
    {
        var pages = new List<LineListPage> { list.Read(reach, query) };
        while (pages[^1].Next is { } next) pages.Add(list.Read(reach, query with { Cursor = next }));
        return pages;
    }

    private static IEnumerable<int> Ordered(IEnumerable<Rents.Line> lines, LineSort sort, bool descending)
    {
        var ordered = sort switch
        {
            LineSort.Line => lines.OrderBy(line => line.Code, StringComparer.Ordinal),
            LineSort.Payer => lines.OrderBy(line => Rents.NameOf(line.Last.Unit), StringComparer.Ordinal).ThenBy(line => line.Number),
            LineSort.Start => lines.OrderBy(line => line.Last.From).ThenBy(line => line.Number),
            LineSort.End => lines.OrderBy(line => line.Last.Until ?? DateOnly.MaxValue).ThenBy(line => line.Number),
            LineSort.Rent => lines.OrderBy(line => line.Last.Rate).ThenBy(line => line.Number),
            _ => throw new ArgumentOutOfRangeException(nameof(sort)),
        };
        return descending ? ordered.Select(line => line.Number).Reverse() : ordered.Select(line => line.Number);
    }
}

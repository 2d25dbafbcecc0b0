using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Support;
using Xunit;

namespace Assets.Data.Tests.Rentals;

/// <summary>The list against the plainest possible list: all lines in memory, filtered and sorted by the rules as they are told.</summary>
public sealed class LineListTests
{
    [Theory]
    [OnBoth]
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
    [OnBoth]
    public void The_page_before_is_the_page_that_one_came_from(Engine engine)
    {
        using var rents = new Rents(engine, 1_500);
        var list = new LineList(rents.Database, rents.Clock);
        foreach (var query in Enum.GetValues<LineSort>().SelectMany(sort => new[] { new LineQuery(Sort: sort), new LineQuery(Unit: "A1", Sort: sort, Descending: true) }))
        {
            var first = list.Read(Reach.Everywhere, query);
            var second = list.Read(Reach.Everywhere, query with { Cursor = LineCursor.Parse(first.Next!.ToString(), query.Sort, backward: false) });
            var back = list.Read(Reach.Everywhere, query with { Cursor = LineCursor.Parse(second.Previous!.ToString(), query.Sort, backward: true) });

            Assert.Equal(first.Items, back.Items);
            Assert.Null(back.Previous);
            Assert.Equal(first.Next, back.Next);
        }
    }

    [Theory]
    [OnBoth]
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
    [OnBoth]
    public void A_line_that_was_never_anybodys_is_listed_in_every_order_however_many_there_are(Engine engine)
    {
        using var rents = new Rents(engine, 1_500);
        rents.Execute("update contract_lines set last_unit_id = null, last_cost_code_id = null, last_asset_id = null where id in (7, 1200)");
        var list = new LineList(rents.Database, rents.Clock);
        foreach (var query in Enum.GetValues<LineSort>().SelectMany(sort => new[] { false, true }.SelectMany(falling => new[] { "", "c088" }.Select(term => new LineQuery(term, Sort: sort, Descending: falling, PageSize: 500)))))
        {
            var items = Read(list, Reach.Everywhere, query).SelectMany(page => page.Items).ToList();

            Assert.Equal(rents.Lines.Count(line => line.Code.StartsWith(query.Term.ToUpperInvariant(), StringComparison.Ordinal)), items.DistinctBy(item => item.Id).Count());
            if (query.Sort == LineSort.Payer && query.Term.Length == 0) Assert.Equal(query.Descending ? [1200L, 7L] : [7L, 1200L], (query.Descending ? items[^2..] : items[..2]).Select(item => item.Id));
        }
        Assert.Equal(("", "Adm ett"), Assert.Single(list.Read(Reach.Everywhere, new LineQuery(rents.Lines[6].Code)).Items) is var row ? (row.Unit, row.Customer) : default);
        Assert.DoesNotContain(list.Read(Reach.Over([4, 5, 6, 8]), new LineQuery("c0", PageSize: 2_000)).Items, item => item.Id is 7 or 1200);
    }

    [Theory]
    [InlineData("line\t5\tC00001", LineSort.Line, true)]
    [InlineData("line\t5\tC00001", LineSort.Payer, false)]
    [InlineData("rent\t5\t-100", LineSort.Rent, true)]
    [InlineData("rent\t5\t20260101", LineSort.Start, false)]
    [InlineData("payer\t1\t999999999999", LineSort.Payer, false)]
    [InlineData("1\t999999999999", LineSort.Payer, false)]
    [InlineData("start\t5\t-1", LineSort.Start, false)]
    [InlineData("end\t5\t1 000", LineSort.End, false)]
    [InlineData("rent\t5\t99999999999999999999", LineSort.Rent, false)]
    [InlineData("rent\t99999999999999999999\t5", LineSort.Rent, false)]
    [InlineData("line\t5\tC\0", LineSort.Line, false)]
    [InlineData("line\t5\t", LineSort.Line, false)]
    [InlineData("line", LineSort.Line, false)]
    [InlineData("", LineSort.Line, false)]
    public void A_place_is_one_of_its_own_order_only_and_none_that_a_database_could_not_compare_with(string text, LineSort sort, bool isPlace)
    {
        var place = LineCursor.Parse(text, sort, backward: true);

        Assert.Equal(isPlace ? text : null, place?.ToString());
        Assert.Equal(isPlace, place is { Backward: true });
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

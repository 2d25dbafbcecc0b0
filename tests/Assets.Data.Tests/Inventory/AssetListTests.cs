using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Organisations;
using Assets.Data.Storage;
using Assets.Support;
using Xunit;

namespace Assets.Data.Tests.Inventory;

/// <summary>The list against the plainest possible list: all assets in memory, filtered and sorted by the rules as they are told.</summary>
public sealed class AssetListTests
{
    [Theory]
    [InlineData(Engine.Sqlite, 1)]
    [InlineData(Engine.Sqlite, 40)]
    [InlineData(Engine.Postgres, 1)]
    [InlineData(Engine.Postgres, 40)]
    public void Each_filter_in_each_order_pages_through_exactly_what_it_should_whatever_the_plan(Engine engine, int apart)
    {
        using var fleet = new Fleet(engine, 2_500, apart);
        var list = new AssetList(fleet.Database, fleet.Clock);
        foreach (var (name, query, fits) in Questions())
        {
            foreach (var sort in new AssetSort?[] { null, AssetSort.Tag, AssetSort.Serial, AssetSort.Kind, AssetSort.State, AssetSort.Purchased, AssetSort.Registered })
            {
                foreach (var descending in new[] { false, true })
                {
                    var asked = query with { Sort = sort, Descending = descending, PageSize = 400 };
                    var pages = Read(list, asked);
                    var expected = fleet.Assets.Where(fits).ToList();

                    Assert.Equal((name, Math.Min(expected.Count, 1001)), (name, pages[0].Total));
                    Assert.Equal(Ordered(expected, pages[0].Sort, descending), pages.SelectMany(p => p.Items).Select(i => i.Tag));
                }
            }
        }
    }

    [Theory]
    [OnBoth]
    public void The_page_before_is_the_page_that_one_came_from(Engine engine)
    {
        using var fleet = new Fleet(engine, 900);
        var list = new AssetList(fleet.Database, fleet.Clock);
        foreach (var sort in new[] { AssetSort.Tag, AssetSort.Purchased, AssetSort.Serial, AssetSort.Kind })
        {
            var first = list.Read(Reach.Everywhere, new AssetQuery(Sort: sort));
            var second = list.Read(Reach.Everywhere, new AssetQuery(Sort: sort, Cursor: first.Next));
            var back = list.Read(Reach.Everywhere, new AssetQuery(Sort: sort, Cursor: second.Previous));

            Assert.Equal(first.Items, back.Items);
            Assert.Null(back.Previous);
            Assert.Equal(first.Next, back.Next);
        }
    }

    [Theory]
    [OnBoth]
    public void Who_sees_a_part_is_shown_what_it_uses_or_pays_for_today(Engine engine)
    {
        using var fleet = new Fleet(engine, 300);
        var list = new AssetList(fleet.Database, fleet.Clock);

        var part = list.Read(Reach.Over([2]), new AssetQuery(PageSize: 300));
        var nothing = list.Read(Reach.Nowhere, new AssetQuery());

        Assert.Equal(fleet.Assets.Where(a => a.Unit == 2).Select(a => a.Tag).Order(StringComparer.Ordinal), part.Items.Select(i => i.Tag));
        Assert.Equal(0, nothing.Total);
    }

    [Theory]
    [OnBoth]
    public void A_row_tells_more_where_it_is_asked_to_and_the_list_can_be_narrowed_by_what_there_is(Engine engine)
    {
        using var fleet = new Fleet(engine, 60);
        using (var writing = Writing.Begin(fleet.Database))
        {
            var changeSet = writing.AddChangeSet(DateTimeOffset.UnixEpoch, "test", "test", null, null);
            writing.Connection.Execute("insert into suppliers (id, code, code_key, name, change_set_id) values (1, 'S1', 'S1', 'Kontorsteknik', @p0)", changeSet);
            writing.Connection.Execute("insert into cost_codes (id, code, code_key, unit_id, name, change_set_id) values (1, 'K2', 'K2', 2, 'Drift', @p0)", changeSet);
            writing.Connection.Execute("update assets set price = 123450, warranty_until = 20280131, supplier_id = 1, note = 'Lånad', parent_id = 16 where id = 15");
            writing.Connection.Execute("update line_segments set cost_code_id = 1 where line_id = 15");
            writing.Commit();
        }
        var list = new AssetList(fleet.Database, fleet.Clock);
        AssetListItem Row(AssetExtras extras) => Assert.Single(list.Read(Reach.Everywhere, new AssetQuery("IT0002985", Extras: extras)).Items);

        var all = Row(AssetExtras.All);
        Assert.Equal((Money.FromOre(123450), new DateOnly(2028, 1, 31), "Kontorsteknik", "Lånad", "K2", "IT0002984"), (all.Price, all.WarrantyUntil, all.Supplier, all.Note, all.CostCode, all.ParentTag));
        Assert.Equal(Row(AssetExtras.None) with { CostCode = "K2" }, Row(AssetExtras.CostCode));

        var choices = list.Choices(Reach.Over([2]));
        Assert.Equal([new NamedCode("M2", "Dell Latitude 5440"), new NamedCode("M1", "Dell Växel"), new NamedCode("M3", "Dell Växel")], choices.Models);
        Assert.Equal([new NamedCode("u2", "Enhet")], choices.Units);
        Assert.Equal([new NamedCode("L1", "Storgatan")], choices.Sites);
        Assert.Equal(list.Read(Reach.Everywhere, new AssetQuery(Site: "L1")).Total, list.Read(Reach.Everywhere, new AssetQuery(Site: "storgatan")).Total);
        Assert.Equal(0, list.Read(Reach.Everywhere, new AssetQuery(Model: "dell växel")).Total); // of two with one name none is meant
    }

    private static IEnumerable<(string Name, AssetQuery Query, Func<Fleet.Asset, bool> Fits)> Questions()
    {
        yield return ("all", new AssetQuery(), _ => true);
        yield return ("one tag", new AssetQuery("it0000123"), a => a.Tag == "IT0000123");
        yield return ("middle of a tag", new AssetQuery("000012"), a => a.Tag.Contains("000012", StringComparison.Ordinal) || a.SerialText.Contains("000012", StringComparison.Ordinal));
        yield return ("broad", new AssetQuery("it0"), _ => true);
        yield return ("common and all in one place", new AssetQuery("t0001"), a => a.Tag.StartsWith("IT0001", StringComparison.Ordinal));
        yield return ("half", new AssetQuery("even"), a => a.Note == "even");
        yield return ("two letters", new AssetQuery("q7"), a => a.SerialText.StartsWith("Q7", StringComparison.Ordinal));
        yield return ("composed", new AssetQuery("Åå\u00E4"), a => a.Number % 50 == 3);
        yield return ("decomposed", new AssetQuery("A\u030Aa\u030Aa\u0308ng"), a => a.Number % 50 == 3);
        yield return ("wildcards are letters", new AssetQuery("50%_"), a => a.Number == 77);
        yield return ("quotes and operators are letters", new AssetQuery("\"or\""), a => a.Number == 78);
        yield return ("model by name", new AssetQuery("latitude"), a => a.Model == 2);
        yield return ("model and tag", new AssetQuery("latitude it00001"), a => a.Model == 2 && a.Tag.StartsWith("IT00001", StringComparison.Ordinal));
        yield return ("every model", new AssetQuery("dell"), _ => true);
        yield return ("two words of a model", new AssetQuery("5440 dell"), a => a.Model == 2);
        yield return ("word of a model and of a note", new AssetQuery("dell even"), a => a.Note == "even");
        yield return ("common word and kind", new AssetQuery("it0", Kind: AssetKind.Switch), a => a.Kind == AssetKind.Switch);
        yield return ("model and state", new AssetQuery(Model: "m2", State: AssetState.InUse), a => a.Model == 2 && a.State == AssetState.InUse);
        yield return ("nothing", new AssetQuery("zzzz"), _ => false);
        yield return ("state", new AssetQuery(State: AssetState.Lost), a => a.State == AssetState.Lost);
        yield return ("kind", new AssetQuery(Kind: AssetKind.Pc), a => a.Kind == AssetKind.Pc);
        yield return ("kind and state", new AssetQuery(Kind: AssetKind.Pc, State: AssetState.InUse), a => a.Kind == AssetKind.Pc && a.State == AssetState.InUse);
        yield return ("site", new AssetQuery(Site: "l1"), a => a.Site == 1);
        yield return ("model", new AssetQuery(Model: "m2"), a => a.Model == 2);
        yield return ("unit and below", new AssetQuery(Unit: "100"), a => a.Unit is not null);
        yield return ("unit", new AssetQuery(Unit: "u2"), a => a.Unit == 2);
        yield return ("no such unit", new AssetQuery(Unit: "x"), _ => false);
        yield return ("word and state", new AssetQuery("even", State: AssetState.Lost), a => a.Note == "even" && a.State == AssetState.Lost);
    }

    [Theory]
    [OnBoth]
    public void The_place_in_another_filters_list_pages_on_from_there(Engine engine)
    {
        using var fleet = new Fleet(engine, 300);
        var list = new AssetList(fleet.Database, fleet.Clock);
        var place = new AssetCursor(((int)AssetKind.Switch).ToString(CultureInfo.InvariantCulture), "IT0002900", Backward: false);

        var page = list.Read(Reach.Everywhere, new AssetQuery(Kind: AssetKind.Pc, Sort: AssetSort.Kind, Cursor: place, PageSize: 300));

        Assert.Equal(fleet.Assets.Where(a => a.Kind == AssetKind.Pc).Select(a => a.Tag).Order(StringComparer.Ordinal), page.Items.Select(i => i.Tag));
    }

    private static List<AssetListPage> Read(AssetList list, AssetQuery query)
    {
        var pages = new List<AssetListPage> { list.Read(Reach.Everywhere, query) };
        while (pages[^1].Next is { } next) pages.Add(list.Read(Reach.Everywhere, query with { Cursor = AssetCursor.Parse(next.ToString(), backward: false) }));
        return pages;
    }

    private static IEnumerable<string> Ordered(List<Fleet.Asset> assets, AssetSort sort, bool descending)
    {
        string? Value(Fleet.Asset a) => sort switch
        {
            AssetSort.Serial => a.Serial,
            AssetSort.Kind => ((int)a.Kind).ToString("00", CultureInfo.InvariantCulture),
            AssetSort.State => ((int)a.State).ToString(CultureInfo.InvariantCulture),
            AssetSort.Purchased => a.Purchased?.ToString(CultureInfo.InvariantCulture),
            AssetSort.Registered => a.Number.ToString("0000000", CultureInfo.InvariantCulture),
            _ => "",
        };
        var byTag = descending ? assets.OrderByDescending(a => a.Tag, StringComparer.Ordinal) : assets.OrderBy(a => a.Tag, StringComparer.Ordinal);
        var sorted = byTag.OrderBy(a => Value(a) is null);
        return (descending ? sorted.ThenByDescending(Value, StringComparer.Ordinal) : sorted.ThenBy(Value, StringComparer.Ordinal)).Select(a => a.Tag);
    }
}

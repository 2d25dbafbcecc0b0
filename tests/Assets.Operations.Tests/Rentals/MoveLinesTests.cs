using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Rentals;
using Assets.Operations.Tests.Chargeback;
using Xunit;

namespace Assets.Operations.Tests.Rentals;

public sealed class MoveLinesTests
{
    private static readonly DateOnly Start = new(2026, 3, 1);
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Theory]
    [MemberData(nameof(Town.Engines), MemberType = typeof(Town))]
    public void Many_lines_move_in_one_act_each_from_the_day_and_the_refused_ones_stay(Engine engine)
    {
        using var town = Lines(engine);
        var move = new LinesMove([1, 2, 3, 4, 5], "201", "C201", Day, "reorganised");

        var preview = MoveLines.Preview(town.Installation, move).Value;
        Assert.Equal(["1"], town.Rows("select distinct version from contract_lines"));
        var moved = MoveLines.Run(town.As("anna"), move).Value;

        Assert.Equal(preview.Lines, moved.Lines);
        Assert.Equal((3L, 1, 1), (moved.Moved, moved.Unchanged, moved.Refused));
        Assert.Equal(["L4 unchanged", "L5 outside_period"], moved.Lines.Where(line => line.Refusal is not null).Select(line => $"{line.Code} {line.Refusal!.Code}"));
        Assert.Equal(["anna|move line|reorganised|3"], town.Rows("select h.actor || '|' || h.verb || '|' || h.reason || '|' || count(*) from change_sets h join line_versions v on v.change_set_id = h.id where h.verb = 'move line' group by h.id, h.actor, h.verb, h.reason"));
        Assert.Equal(
            ["L1 20260301 20260601 111", "L1 20260601 - 201", "L2 20260301 20260601 111", "L2 20260601 - 201", "L3 20260301 20260601 121", "L3 20260601 - 201", "L4 20260301 - 201", "L5 20260301 20260401 111"],
            town.Rows("select l.code || ' ' || g.from_on || ' ' || coalesce(cast(g.until_on as text), '-') || ' ' || o.code from line_segments g join contract_lines l on l.id = g.line_id join organisations o on o.id = g.unit_id order by l.code, g.from_on"));
    }

    [Fact]
    public void What_is_not_named_stays_as_each_line_has_it()
    {
        using var town = Lines(Engine.Sqlite);

        Assert.Equal(2L, MoveLines.Run(town.Installation, new LinesMove([1, 3], null, "c121", Day)).Value.Moved + MoveLines.Run(town.Installation, new LinesMove([2], " 121 ", "", Day)).Value.Moved);

        Assert.Equal(
            ["L1 111 C121", "L2 121 C111", "L3 121 C121"],
            town.Rows("select l.code || ' ' || o.code || ' ' || k.code from contract_lines l join organisations o on o.id = l.last_unit_id join cost_codes k on k.id = l.last_cost_code_id where l.id <= 3 order by l.code"));
    }

    [Theory]
    [MemberData(nameof(Town.Engines), MemberType = typeof(Town))]
    public void A_form_that_is_sent_twice_moves_once_and_what_was_changed_meanwhile_stays(Engine engine)
    {
        using var town = Lines(engine);
        var seen = new LineList(town.Database, TimeProvider.System).LastAct();
        Assert.True(MoveLine.Run(town.Installation, "L2", "121", "C121", Day).IsDone);
        var move = new LinesMove([1, 2], "201", "C201", Day) { SeenAct = seen, FormKey = "form" };

        var first = MoveLines.Run(town.Installation, move).Value;
        var second = MoveLines.Run(town.Installation, move).Value;

        Assert.Equal((1L, "L2 line_changed_meanwhile"), (first.Moved, string.Join(',', first.Lines.Where(line => line.IsRefused).Select(line => $"{line.Code} {line.Refusal!.Code}"))));
        Assert.Equal(1L, second.Moved);
        Assert.Equal(["1 2", "2 2"], town.Rows("select id || ' ' || version from contract_lines where id <= 2 order by id"));
    }

    [Theory]
    [MemberData(nameof(Town.Engines), MemberType = typeof(Town))]
    public void Who_keeps_the_contracts_of_a_part_moves_its_own_lines_within_it(Engine engine)
    {
        using var town = Lines(engine);
        Assert.True(MoveLine.Run(town.Installation, "L2", "201", "C201", Day).IsDone);
        int Unit(string code) => int.Parse(Assert.Single(town.Rows($"select id from organisations where code = '{code}'")), System.Globalization.CultureInfo.InvariantCulture);
        var reach = Reach.Over([Unit("110"), Unit("111"), Unit("120")]);

        var away = MoveLines.Run(town.Installation, new LinesMove([1], "201", "C201", Day) { Within = reach });
        var within = MoveLines.Run(town.Installation, new LinesMove([1, 2, 3], "110", null, Day) { Within = reach }).Value;

        Assert.Equal(RentalRefusals.UnknownUnit, away.Refusal!.Code);
        Assert.Equal(["L1 ", "L2 line_partly_others"], within.Lines.Select(line => $"{line.Code} {line.Refusal?.Code}")); // the third is not there
        Assert.Equal(1L, within.Moved);
    }

    [Theory]
    [InlineData(null, "", "no_new_payer")]
    [InlineData("x", null, "unknown_unit")]
    [InlineData(null, "x", "unknown_cost_code")]
    public void What_cannot_be_meant_is_refused_before_any_line_is_looked_at(string? unit, string? code, string refusal)
    {
        using var town = Lines(Engine.Sqlite);

        Assert.Equal(refusal, MoveLines.Run(town.Installation, new LinesMove([1], unit, code, Day)).Refusal!.Code);
        Assert.Equal(AssetRefusals.NothingGiven, MoveLines.Run(town.Installation, new LinesMove([], "111", null, Day)).Refusal!.Code);
        Assert.Equal(AssetRefusals.TooMany, MoveLines.Preview(town.Installation, new LinesMove([.. Enumerable.Range(1, MoveLines.Most + 1).Select(id => (long)id)], "111", null, Day)).Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(Town.Engines), MemberType = typeof(Town))]
    public void A_line_keeps_its_last_stretch_whatever_becomes_of_it(Engine engine)
    {
        using var town = Lines(engine);
        Assert.True(ReturnAsset.Run(town.Installation, "L1", Start, reused: true).IsDone);
        Assert.True(ReturnAsset.Run(town.Installation, "L2", new DateOnly(2026, 7, 1), reused: true).IsDone);
        Assert.True(ChangePrice.Run(town.Installation, "L3", new FixedRent(Money.FromKronor(77m)), Day).IsDone);
        const string last = "select l.code || ' ' || l.last_from_on || ' ' || l.last_until_on || ' ' || o.code || ' ' || k.code || ' ' || a.tag || ' ' || l.last_rent from contract_lines l join organisations o on o.id = l.last_unit_id join cost_codes k on k.id = l.last_cost_code_id join assets a on a.id = l.last_asset_id order by l.code";
        string[] expected = ["L1 20260301 20260301 111 C111 PC1 10000", "L2 20260301 20260701 111 C111 PC2 10000", "L3 20260601 99991231 121 C121 PC3 7700", "L4 20260301 99991231 201 C201 PC4 10000", "L5 20260301 20260401 111 C111 PC5 10000"];
        Assert.Equal(expected, town.Rows(last));

        // As a database was that was made before lines kept it: what has stretches is filled by the migration, what has none when the schema is brought up.
        town.Execute("update contract_lines set last_unit_id = null, last_cost_code_id = null, last_asset_id = null, last_from_on = 0, last_until_on = 0 where code = 'L1'");
        using (var writing = Writing.Begin(town.Database))
        {
            LastStretches.Fill(writing.Connection);
            writing.Commit();
        }
        Assert.Equal(expected, town.Rows(last));
        var list = new LineList(town.Database, TimeProvider.System);
        Assert.True(Assert.Single(list.Read(Reach.Everywhere, new LineQuery("L1")).Items).HasNoDays);
        Assert.Equal("L1", Assert.Single(list.Read(Reach.Everywhere, new LineQuery("pc1")).Items).Code);
    }

    // Four running lines of 100.00: two of 111, one of 121 and of 201, and one that ended in March.
    private static Town Lines(Engine engine)
    {
        var town = new Town(engine);
        var units = new[] { "111", "111", "121", "201", "111" };
        for (var i = 1; i <= units.Length; i++) town.AddLine($"L{i}", $"PC{i}", units[i - 1], Start, i == 5 ? new DateOnly(2026, 4, 1) : null, 100m);
        return town;
    }
}

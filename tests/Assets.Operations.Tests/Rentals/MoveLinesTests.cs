using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Rentals;
using Assets.Operations.Tests.Chargeback;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Rentals;

public sealed class MoveLinesTests
{
    private static readonly DateOnly Start = new(2026, 3, 1);
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Theory]
    [OnBoth]
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

    [Theory]
    [OnBoth]
    public void What_is_not_named_stays_as_each_line_has_it(Engine engine)
    {
        using var town = Lines(engine);

        Assert.Equal(2L, MoveLines.Run(town.Installation, new LinesMove([1, 3], null, "c121", Day)).Value.Moved + MoveLines.Run(town.Installation, new LinesMove([2], " 121 ", "", Day)).Value.Moved);

        Assert.Equal(
            ["L1 111 C121", "L2 121 C111", "L3 121 C121"],
            town.Rows("select l.code || ' ' || o.code || ' ' || k.code from contract_lines l join organisations o on o.id = l.last_unit_id join cost_codes k on k.id = l.last_cost_code_id where l.id <= 3 order by l.code"));
    }

    [Theory]
    [OnBoth]
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
    [OnBoth]
    public void Who_keeps_the_contracts_of_a_part_moves_its_own_lines_within_it(Engine engine)
    {
        using var town = Lines(engine);
        Assert.True(MoveLine.Run(town.Installation, "L2", "201", "C201", Day).IsDone);
        var reach = Over(town, "110", "111", "120");

        AddCode(town, "C110", "110");
        var away = MoveLines.Run(town.Installation, new LinesMove([1], "201", "C201", Day) { Within = reach });
        var within = MoveLines.Run(town.Installation, new LinesMove([1, 2, 3], "110", "C110", Day) { Within = reach }).Value;

        Assert.Equal(RentalRefusals.UnknownUnit, away.Refusal!.Code);
        Assert.Equal(["L1 ", "L2 line_partly_others"], within.Lines.Select(line => $"{line.Code} {line.Refusal?.Code}")); // the third is not there
        Assert.Equal(1L, within.Moved);
    }

    [Theory]
    [OnBoth]
    public void New_codes_of_a_new_year_do_not_end_a_move_of_the_old_one(Engine engine)
    {
        using var town = Lines(engine);
        AddCode(town, "N111", "111");
        Assert.Equal(2L, MoveLines.Run(town.Installation, new LinesMove([1, 2], null, "N111", new DateOnly(2027, 1, 1))).Value.Moved);

        var move = new LinesMove([1], "201", "", new DateOnly(2026, 12, 15));
        var preview = MoveLines.Preview(town.Installation, move).Value;
        Assert.Equal(1L, MoveLines.Run(town.Installation, move).Value.Moved);
        var byItself = MoveLine.Run(town.Installation, "L2", "201", "C111", new DateOnly(2026, 12, 15)).Value;

        Assert.Equal((1L, 0, 1, "C111"), (preview.Moved, preview.Refused, preview.UnderCodeOfOther, Assert.Single(preview.Lines).CodeOfOther)); // 111 pays no longer, but its code would
        Assert.Equal("C111", byItself.CodeOfOther);
        foreach (var line in new[] { "L1", "L2" }) Assert.Equal(["20260301-20261215 111 C111", "20261215-20270101 201 C111", "20270101- 201 N111"], Stretches(town, line));
    }

    [Theory]
    [OnBoth]
    public void A_line_that_moves_later_is_not_moved_before_in_another_stretch_than_the_one_that_was_chosen(Engine engine)
    {
        using var town = Lines(engine);
        foreach (var code in new[] { "N111", "M111" }) AddCode(town, code, "111");
        Assert.True(MoveLine.Run(town.Installation, "L1", "111", "N111", new DateOnly(2026, 9, 1)).IsDone);
        var found = new LineList(town.Database, TimeProvider.System).Read(Reach.Everywhere, new LineQuery(CostCode: "N111")).Items;

        var moved = MoveLines.Run(town.Installation, new LinesMove([.. found.Select(line => line.Id), 2], null, "M111", new DateOnly(2026, 7, 1))).Value;

        Assert.Equal(["L1 moves_later 2026-09-01", "L2  "], moved.Lines.Select(line => $"{line.Code} {line.Refusal?.Code} {line.Refusal?.Detail}"));
        Assert.Equal(["20260301-20260901 111 C111", "20260901- 111 N111"], Stretches(town, "L1"));
        Assert.Equal(["20260301-20260701 111 C111", "20260701- 111 M111"], Stretches(town, "L2"));
    }

    [Theory]
    [OnBoth]
    public void Who_answers_for_a_part_lets_no_unit_pay_under_the_code_of_another(Engine engine)
    {
        using var town = Lines(engine);
        AddCode(town, "C110", "110");
        var reach = Over(town, "110", "111");
        string? Bulk(string? unit, string? code, Reach within) => MoveLines.Run(town.Installation, new LinesMove([1], unit, code, Day) { Within = within }).Value.Lines.Single() is var line
            ? line.Refusal is { } refusal ? $"{refusal.Code} {refusal.Detail}" : line.CodeOfOther
            : null;

        Assert.Equal("cost_code_of_other C201", Bulk(null, "C201", reach)); // of another company
        Assert.Equal("cost_code_of_other C111", Bulk("110", null, reach)); // 111 is below 110, not above it
        Assert.Equal("cost_code_of_other C201", MoveLine.Run(town.Installation, "L1", "111", "C201", Day, within: reach).Refusal is { } one ? $"{one.Code} {one.Detail}" : null);
        var begun = new LineRequest(null, "111", "C201", null, "Telefoni", 1, Day, null, new FixedRent(Money.FromKronor(10m))) { Within = reach };
        Assert.Equal("cost_code_of_other", StartLine.Run(town.Installation, begun).Refusal?.Code);
        Assert.Equal(["1"], town.Rows("select distinct version from contract_lines"));

        Assert.Null(Bulk(null, "C110", reach)); // of the administration above
        Assert.True(MoveLine.Run(town.Installation, "L2", "110", "C110", Day, within: reach).IsDone);
        Assert.Equal("C201", Bulk(null, "C201", Reach.Everywhere));
        Assert.True(StartLine.Run(town.Installation, begun with { CostCode = "c110" }).IsDone);
    }

    [Theory]
    [OnBoth(null, "", "no_new_payer")]
    [OnBoth("x", null, "unknown_unit")]
    [OnBoth(null, "x", "unknown_cost_code")]
    public void What_cannot_be_meant_is_refused_before_any_line_is_looked_at(Engine engine, string? unit, string? code, string refusal)
    {
        using var town = Lines(engine);

        Assert.Equal(refusal, MoveLines.Run(town.Installation, new LinesMove([1], unit, code, Day)).Refusal!.Code);
        Assert.Equal(AssetRefusals.NothingGiven, MoveLines.Run(town.Installation, new LinesMove([], "111", null, Day)).Refusal!.Code);
        Assert.Equal(AssetRefusals.TooMany, MoveLines.Preview(town.Installation, new LinesMove([.. Enumerable.Range(1, MoveLines.Most + 1).Select(id => (long)id)], "111", null, Day)).Refusal!.Code);
    }

    [Theory]
    [OnBoth]
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
        town.Execute("update contract_lines set last_unit_id = null, last_cost_code_id = null, last_asset_id = null, last_from_on = 0, last_until_on = 0, last_rent = 0 where code = 'L1'");
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

    private static void AddCode(Town town, string code, string unit) =>
        town.Execute($"insert into cost_codes (id, code, code_key, unit_id, name, change_set_id) select (select max(id) + 1 from cost_codes), '{code}', '{code}', id, 'Drift', 1 from organisations where code = '{unit}'");

    private static Reach Over(Town town, params string[] units) =>
        Reach.Over(town.Rows($"select id from organisations where code in ('{string.Join("','", units)}')").Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)));

    private static List<string> Stretches(Town town, string line) => town.Rows(
        $"select g.from_on || '-' || coalesce(cast(g.until_on as text), '') || ' ' || o.code || ' ' || k.code from line_segments g join contract_lines l on l.id = g.line_id join organisations o on o.id = g.unit_id join cost_codes k on k.id = g.cost_code_id where l.code = '{line}' order by g.from_on");

    // Four running lines of 100.00: two of 111, one of 121 and of 201, and one that ended in March.
    private static Town Lines(Engine engine)
    {
        var town = new Town(engine);
        var units = new[] { "111", "111", "121", "201", "111" };
        for (var i = 1; i <= units.Length; i++) town.AddLine($"L{i}", $"PC{i}", units[i - 1], Start, i == 5 ? new DateOnly(2026, 4, 1) : null, 100m);
        return town;
    }
}

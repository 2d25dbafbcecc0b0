using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Seed;
using Assets.Seed.Story;
using Assets.Seed.Town;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Demo;

public sealed class DemoMunicipalityTests
{
    private static readonly string[] ChangesOfLines =
        ["change price", "change quantity", "import contracts", "lose asset", "move line", "return asset", "start line", "swap asset"];

    [Theory]
    [OnBoth]
    public void Twelve_months_are_closed_in_order_and_recompute_to_what_they_say(Engine engine)
    {
        var heads = SmallDemo.On(engine).Heads();

        Assert.Equal(SmallDemo.Settings.Months, heads.Select(head => head.Month));
        Assert.Equal(12, heads.Select(head => head.Head).Distinct().Count());
    }

    [Fact]
    public void The_same_seed_and_day_give_the_same_heads_on_both_databases() =>
        Assert.Equal(SmallDemo.On(Engine.Sqlite).Heads(), SmallDemo.On(Engine.Postgres).Heads());

    [Fact]
    public void The_same_seed_tells_the_same_story_and_another_seed_another_one()
    {
        static List<string> Told(DemoSettings settings) => [.. Year.Tell(settings).Acts.Select(act => $"{act.At:O} {act.Actor}")];

        Assert.Equal(Told(SmallDemo.Settings), Told(SmallDemo.Settings));
        Assert.NotEqual(Told(SmallDemo.Settings), Told(SmallDemo.Settings with { Seed = 2 }));
    }

    [Theory]
    [OnBoth("2026-11-01")]
    [OnBoth("2026-01-09")]
    public void The_story_has_twelve_closed_months_whatever_the_day(Engine engine, string today)
    {
        var settings = SmallDemo.Settings with { Today = DateOnly.ParseExact(today, "O") };

        var heads = SmallDemo.Load(engine, settings).Heads();

        Assert.Equal(settings.Months, heads.Select(head => head.Month));
        Assert.Equal(settings.LastClosed, heads[^1].Month);
    }

    [Theory]
    [OnBoth]
    public void Every_kind_and_every_state_of_asset_is_there(Engine engine)
    {
        var at = SmallDemo.On(engine);

        Assert.Equal(Enum.GetValues<AssetKind>().Length, at.Column("select distinct kind from assets").Count);
        Assert.Equal(Enum.GetValues<AssetState>().Length, at.Column("select distinct state from assets").Count);
        Assert.NotEqual("0", at.Column("select count(*) from assets where parent_id is not null")[0]);
        Assert.Equal("0", at.Column("select count(*) from assets where state = 2 and user_unit_id is null")[0]);
    }

    [Theory]
    [OnBoth]
    public void Each_change_of_a_line_happens_in_time_and_once_too_late_so_that_it_is_corrected(Engine engine)
    {
        var at = SmallDemo.On(engine);

        // A correction comes from a version that was recorded after the corrected month was closed and by the month that corrects.
        var corrected = at.Column("""
            select distinct s.verb from charges c
            join closed_months old on old.month = c.corrected_month
            join closed_months posting on posting.month = c.month
            join line_versions v on v.line_id = c.line_id and v.change_set_id > old.watermark and v.change_set_id <= posting.watermark
            join change_sets s on s.id = v.change_set_id
            """);

        Assert.Equal(ChangesOfLines.Append("deliver order").Order(), at.Column("select distinct s.verb from line_versions v join change_sets s on s.id = v.change_set_id").Order());
        Assert.Equal(ChangesOfLines, corrected.Order());
    }

    [Theory]
    [OnBoth]
    public void Orders_of_the_schools_stand_in_several_states_with_mails_to_those_concerned(Engine engine)
    {
        var at = SmallDemo.On(engine);

        Assert.Equal(["0 1", "1 3", "2 1", "3 2", "4 1", "6 1", "7 1", "8 1"], at.Column("select state || ' ' || count(*) from orders group by state order by state"));
        Assert.Equal(["order_accepted", "order_approved", "order_cancelled", "order_commented", "order_delivered", "order_rejected", "order_taken_on", "order_to_approve", "order_to_review"], at.Column("select distinct template from mails order by template"));
    }

    [Theory]
    [OnBoth]
    public void Lines_are_priced_by_all_four_methods_as_imported_and_as_services_by_number(Engine engine)
    {
        var bodies = SmallDemo.On(engine).Column("select body from line_versions").Select(body => Core.Rentals.LineText.Parse(System.Text.Encoding.UTF8.GetBytes(body))).ToList();
        var components = bodies.SelectMany(line => line.Segments).SelectMany(segment => segment.Price.Components).ToList();

        Assert.Equal(Enum.GetValues<Core.Rentals.Method>(), components.OfType<Core.Rentals.CapitalComponent>().Select(capital => capital.Method).Distinct().Order());
        Assert.Contains(components, component => component.Name == Core.Rentals.Components.Rent);
        Assert.Contains(bodies, line => line.Segments.Any(segment => segment is { AssetTag: null, Quantity: > 1 }));
        Assert.Contains(bodies, line => line.OneOffs.Count > 0);
    }

    [Theory]
    [OnBoth]
    public void The_open_month_is_calculated_and_has_one_finding_that_stops_it_and_some_to_note(Engine engine)
    {
        var open = ChargeMonth.Run(SmallDemo.On(engine).Installation, SmallDemo.Settings.OpenMonth).Value;

        Assert.False(open.Recalculated);
        Assert.Equal(["expired_code 1"], open.Findings.Where(found => found.Severity == Severity.Stop).Select(found => $"{found.Code} {found.Open}"));
        Assert.All(["asset_without_contract", "contract_on_retired_asset", "changed_line"], note => Assert.Contains(open.Findings, found => found.Code == note));
        Assert.NotEmpty(open.Changes);
    }

    [Theory]
    [OnBoth]
    public void Each_act_is_recorded_in_the_month_in_which_it_happened_and_none_in_the_future(Engine engine)
    {
        var at = SmallDemo.On(engine);
        var recorded = at.Column("select recorded_at from change_sets order by id").Select(text => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(recorded.Order(), recorded);
        Assert.True(recorded[^1] <= (at.Clock.Now - DateTimeOffset.UnixEpoch).TotalMicroseconds);
        Assert.Equal("12", at.Column("select count(distinct closed_at / 86400000000) from closed_months")[0]);
    }

    [Fact]
    public void The_whole_demo_is_as_large_as_it_is_said_to_be()
    {
        var plot = Year.Tell(new DemoSettings(new DateOnly(2026, 11, 22)));

        Assert.Equal(3, Municipality.All.Count);
        Assert.Equal(40, Municipality.All.Sum(municipality => municipality.Administrations.Count) + Municipality.Owned.Count);
        Assert.Equal(45, Market.Models.Count);
        Assert.InRange(plot.Assets.Count, 2_900, 3_100);
        Assert.InRange(plot.Lines.Count, 2_400, 2_900);
        Assert.Equal(30, plot.Devices.Count);
        Assert.Equal(30, plot.Devices.Select(device => (device.Address, device.Port)).Distinct().Count());
        Assert.All(plot.Devices, device => Assert.Contains(plot.Assets, asset => asset.Tag == device.AssetTag && asset.Serial == device.Serial && asset.State == AssetState.InUse));
    }

    [Fact]
    public void No_two_assets_have_the_same_serial_and_no_two_people_the_same_account()
    {
        var plot = Year.Tell(new DemoSettings(new DateOnly(2026, 11, 22), AssetCount: 20_000));

        Assert.Equal(plot.Assets.Count, plot.Assets.Select(asset => asset.Serial).Distinct().Count());
        Assert.Equal(1_763, Enumerable.Range(0, 1_763).Select(People.Account).Distinct().Count());
    }
}

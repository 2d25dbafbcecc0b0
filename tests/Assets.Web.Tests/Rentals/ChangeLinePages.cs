using System.Net;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Rentals;

/// <summary>Contract lines changed by hand, on an installation of their own.</summary>
public sealed class ChangeLinePages : IAsyncLifetime
{
    private ExampleSite site = null!;
    private Visitor anna = null!;

    public async ValueTask InitializeAsync()
    {
        site = await ExampleSite.Start(Example.Full());
        anna = await Visitor.SignedIn(site, "anna");
    }

    public async ValueTask DisposeAsync()
    {
        anna.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task An_unpriced_line_that_the_month_found_gets_its_price_and_the_finding_is_gone_after_the_next_run()
    {
        var id = Id("C00080");
        Assert.Contains("C00080", await anna.Read("/months/2026-06/findings/unpriced_line"), StringComparison.Ordinal);

        Assert.Equal($"/contracts/{id}", await Change(id, ("Verb", "price"), ("Day", "2025-01-01"), ("Method", "fixed"), ("Rate", "189,50"), ("Reason", "Priset saknades")));

        Assert.Equal("18950", Scalar($"select monthly_rent from line_segments where line_id = {id}"));
        Assert.Equal("change price|anna|Priset saknades", Scalar($"select h.verb || '|' || h.actor || '|' || h.reason from contract_lines l join change_sets h on h.id = l.change_set_id where l.id = {id}"));
        Assert.True(Operations.Chargeback.ChargeMonth.Run(site.Example.Installation, new Core.Values.BillingMonth(2026, 6)).IsDone);
        Assert.Contains("Inga anmärkningar att visa", WebUtility.HtmlDecode(await anna.Read("/months/2026-06/findings/unpriced_line")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_by_method_A_is_calculated_and_kept_with_its_calculation()
    {
        var id = Id("C00010");

        Assert.Equal($"/contracts/{id}", await Change(id, ("Verb", "price"), ("Day", "2026-06-01"), ("Method", "A"), ("Price", "12 000"), ("Months", "48"), ("Support", "95")));

        Assert.Equal("35750", Scalar($"select monthly_rent from line_segments where line_id = {id} and until_on is null")); // 262.50 + 95.00, the worked example
        Assert.Contains("A (rak, jämn)", WebUtility.HtmlDecode(await anna.Read($"/contracts/{id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_moved_swapped_returned_and_prolonged_from_the_days_that_are_given()
    {
        var id = Id("C00030");
        Assert.Equal($"/contracts/{id}", await Change(id, ("Verb", "move"), ("Day", "2026-06-10"), ("Unit", "B1-1"), ("Code", "12004")));
        Assert.Equal($"/contracts/{id}", await Change(id, ("Verb", "swap"), ("Day", "2026-06-12"), ("Asset", "IT0000090")));
        Assert.Equal($"/contracts/{id}", await Change(id, ("Verb", "return"), ("Day", "2026-06-14"), ("Reused", "true"), ("Reason", "Flyttad skola")));
        Assert.Equal("in_stock", Core.Inventory.AssetStates.Vocabulary.Word((Core.Inventory.AssetState)int.Parse(Scalar("select state from assets where tag = 'IT0000090'")!, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal($"/contracts/{id}", await Change(id, ("Verb", "prolong"), ("LastDay", "2026-06-24")));

        Assert.Equal(
            ["20250101-20260610 100-10-1 IT0000030", "20260610-20260612 B1-1 IT0000030", "20260612-20260625 B1-1 IT0000090"],
            Rows($"select g.from_on || '-' || g.until_on || ' ' || o.code || ' ' || a.tag from line_segments g join organisations o on o.id = g.unit_id join assets a on a.id = g.asset_id where g.line_id = {id} order by g.from_on"));
    }

    [Fact]
    public async Task A_lost_asset_ends_its_line_with_the_fee_of_the_rules()
    {
        var id = Id("C00031");

        Assert.Equal($"/contracts/{id}", await Change(id, ("Verb", "loss"), ("Day", "2026-06-05"), ("Fee", "500,00"), ("BookValue", "1 250,50"), ("Reason", "Stulen")));

        Assert.Equal("20260605", Scalar($"select until_on from line_segments where line_id = {id}"));
        Assert.Contains("1750.50", Scalar($"select v.body from line_versions v join contract_lines l on l.id = v.line_id and l.version = v.version where l.id = {id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_given_back_on_its_first_day_is_found_by_its_number_and_goes_on_again()
    {
        var id = Id("C00035");
        var (unit, code, asset) = (Scalar($"select o.code from line_segments g join organisations o on o.id = g.unit_id where g.line_id = {id}")!, Scalar($"select k.code from line_segments g join cost_codes k on k.id = g.cost_code_id where g.line_id = {id}")!, Scalar($"select a.tag from line_segments g join assets a on a.id = g.asset_id where g.line_id = {id}")!);
        Assert.Equal($"/contracts/{id}", await Change(id, ("Verb", "return"), ("Day", "2025-01-01"), ("Reason", "Fel levererad")));
        Assert.Equal("0", Scalar($"select count(*) from line_segments where line_id = {id}"));
        Assert.Contains("samma dag som den började", WebUtility.HtmlDecode(await anna.Read($"/contracts/{id}")), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await anna.Read($"/contracts/{id}/change"));
        Assert.Contains($"value=\"{asset}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"prolong\"", page, StringComparison.Ordinal);

        Assert.Equal($"/contracts/{id}", await Change(id, ("Verb", "resume"), ("Day", "2025-01-01"), ("Unit", unit), ("Code", code), ("Asset", asset), ("Method", "fixed"), ("Rate", "100")));

        Assert.Equal($"20250101 10000 {asset}", Scalar($"select g.from_on || ' ' || g.monthly_rent || ' ' || a.tag from line_segments g join assets a on a.id = g.asset_id where g.line_id = {id}"));
    }

    [Fact]
    public async Task A_line_that_was_given_back_before_it_began_is_not_said_to_come()
    {
        using var started = await anna.Post("/contracts/new", "/contracts/new", ("Form.Service", "Telefoni"), ("Form.Unit", "100-11-1"), ("Form.Code", "12002"), ("Form.Day", "2026-09-01"), ("Form.Rate", "40"));
        var list = started.Headers.Location!.ToString();
        var id = Id(list["/contracts?q=".Length..]);
        Assert.Contains("kommande", WebUtility.HtmlDecode(await anna.Read(list + "&runs=later")), StringComparison.Ordinal);

        Assert.Equal($"/contracts/{id}", await Change(id, ("Verb", "return"), ("Day", "2026-09-01"), ("Reason", "Blev inget")));

        Assert.DoesNotContain("kommande", WebUtility.HtmlDecode(await anna.Read(list)), StringComparison.Ordinal);
        Assert.DoesNotContain($"/contracts/{id}\"", await anna.Read(list + "&runs=later"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("price", "Rate", "tolv", "Månadshyra")]
    [InlineData("price", "Rate", "", "Månadshyra")]
    [InlineData("price", "Rate", "-5", "negativt")]
    [InlineData("move", "Unit", "zzz", "Enheten finns inte")]
    [InlineData("swap", "Asset", "zzz", "Ingen inventarie")]
    [InlineData("swap", "Asset", "IT0000003", "debiteras redan")]
    [InlineData("loss", "Fee", "500", "Ange vad inventarien är värd")] // an imported line has no calculation
    [InlineData("return", "Day", "1999-01-01", "före avtalsradens första")]
    [InlineData("return", "Day", "i går", "Fältet")]
    public async Task What_cannot_be_is_refused_with_a_sentence_and_what_was_written_is_kept(string verb, string field, string value, string sentence)
    {
        var id = Id("C00032");
        var before = Scalar($"select version from contract_lines where id = {id}");
        var fields = new Dictionary<string, string> { ["Verb"] = verb, ["Seen"] = before!, ["Day"] = "2026-06-10", ["Code"] = "12002", ["Reason"] = "därför", [field] = value };

        using var answer = await anna.Post($"/contracts/{id}/change", $"/contracts/{id}/change", [.. fields.Select(f => ("Form." + f.Key, f.Value))]);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("value=\"därför\"", page, StringComparison.Ordinal);
        Assert.Equal(before, Scalar($"select version from contract_lines where id = {id}"));
    }

    [Fact]
    public async Task Who_saves_over_a_change_that_he_has_not_seen_is_told_so()
    {
        var id = Id("C00033");
        Assert.Equal($"/contracts/{id}", await Change(id, ("Verb", "price"), ("Day", "2026-06-01"), ("Rate", "100")));

        using var answer = await anna.Post($"/contracts/{id}/change", $"/contracts/{id}/change", ("Form.Verb", "price"), ("Form.Seen", "1"), ("Form.Day", "2026-06-01"), ("Form.Rate", "200"));

        Assert.Contains("under tiden", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("10000", Scalar($"select monthly_rent from line_segments where line_id = {id} and until_on is null"));
    }

    [Fact]
    public async Task A_technician_swaps_returns_and_reports_lost_from_the_assets_page_and_decides_on_no_price()
    {
        using var tove = await Visitor.SignedIn(site, "tove");
        var (swapped, lost) = (Id("C00030"), Id("C00031"));
        var page = await tove.Read($"/contracts/{swapped}/change");
        var loss = await tove.Read($"/contracts/{lost}/change");

        async Task<string?> Do(string id, params (string Name, string Value)[] fields)
        {
            using var answer = await tove.Post($"/contracts/{id}/change", $"/contracts/{id}/change", [.. fields.Append(("Seen", Scalar($"select version from contract_lines where id = {id}")!)).Select(f => ("Form." + f.Item1, f.Item2))]);
            return answer.Headers.Location?.ToString() ?? answer.StatusCode.ToString();
        }

        Assert.Contains($"/contracts/{swapped}/change#swap", await tove.Read($"/assets/{Scalar("select id from assets where tag = 'IT0000030'")}"), StringComparison.Ordinal);
        Assert.Equal(["swap", "return", "loss"], System.Text.RegularExpressions.Regex.Matches(page, "name=\"Form.Verb\" value=\"(?<verb>[a-z]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Select(match => match.Groups["verb"].Value));
        Assert.DoesNotContain("Form.Fee", loss, StringComparison.Ordinal);
        foreach (var verb in (string[])["price", "move", "quantity", "prolong"]) Assert.Equal("BadRequest", await Do(swapped, ("Verb", verb), ("Day", "2026-06-10"), ("Rate", "1"), ("Unit", "B1-1"), ("Code", "12004"), ("Quantity", "2")));
        Assert.Equal($"/contracts/{swapped}", await Do(swapped, ("Verb", "swap"), ("Day", "2026-06-12"), ("Asset", "IT0000090")));
        Assert.Equal($"/contracts/{swapped}", await Do(swapped, ("Verb", "return"), ("Day", "2026-06-14"), ("Reused", "true")));
        Assert.Equal($"/contracts/{lost}", await Do(lost, ("Verb", "loss"), ("Day", "2026-06-10"), ("Fee", "1"), ("BookValue", "9999")));
        Assert.DoesNotContain("9999", Scalar($"select v.body from line_versions v join contract_lines l on l.id = v.line_id and l.version = v.version where l.id = {lost}"), StringComparison.Ordinal);
        Assert.Equal("6", Scalar("select state from assets where tag = 'IT0000031'"));
    }

    [Fact]
    public async Task A_return_by_hand_keeps_the_notice_unless_somebody_who_keeps_contracts_says_why_not()
    {
        using var tove = await Visitor.SignedIn(site, "tove");
        var (kept, shortened) = (Id("C00034"), Id("C00036"));
        var page = WebUtility.HtmlDecode(await anna.Read($"/contracts/{shortened}/change"));

        using var handedIn = await tove.Post($"/contracts/{kept}/change", $"/contracts/{kept}/change", ("Form.Verb", "return"), ("Form.Seen", Scalar($"select version from contract_lines where id = {kept}")!), ("Form.Day", "2026-06-12"), ("Form.Reused", "true"));
        var unexplained = await Change(shortened, ("Verb", "return"), ("Day", "2026-06-12"), ("Reused", "true"));

        Assert.Contains("value=\"2026-07-15\"", page, StringComparison.Ordinal); // 15 June and 30 days
        Assert.Contains("uppsägningstid är 30 dagar", page, StringComparison.Ordinal);
        Assert.Equal($"/contracts/{kept}", handedIn.Headers.Location?.ToString());
        Assert.Equal("20260712", Scalar($"select max(until_on) from line_segments where line_id = {kept}"));
        Assert.Equal("20260612", Scalar($"select max(until_on) from line_segments where line_id = {kept} and asset_id is not null"));
        Assert.Contains("Skriv varför", unexplained, StringComparison.Ordinal);
        Assert.Equal($"/contracts/{shortened}", await Change(shortened, ("Verb", "return"), ("Day", "2026-06-12"), ("Reused", "true"), ("Reason", "Skolan är stängd")));
        Assert.Equal("20260612", Scalar($"select max(until_on) from line_segments where line_id = {shortened}"));
    }

    [Fact]
    public async Task The_fee_of_a_loss_is_that_of_the_edition_in_force_on_the_day()
    {
        var id = Id("C00031");
        site.Example.Change("insert into editions (number, state, valid_from, decided_on, minute, decided_by, body, version, change_set_id) select 90, state, 20260610, 20260601, '§ 9', decided_by, replace(body, '500.00', '700.00'), 1, 1 from editions where valid_from <= 20260601 order by valid_from desc limit 1");

        Assert.Equal($"/contracts/{id}", await Change(id, ("Verb", "loss"), ("Day", "2026-06-05"), ("Fee", ""), ("BookValue", "1000"), ("Reason", "Stulen")));

        Assert.Contains("1500.00", Scalar($"select v.body from line_versions v join contract_lines l on l.id = v.line_id and l.version = v.version where l.id = {id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_asset_in_use_without_a_contract_is_rented_out_from_its_page()
    {
        Assert.Contains("/contracts/new?asset=IT0000085", await anna.Read($"/assets/{Scalar("select id from assets where tag = 'IT0000085'")}"), StringComparison.Ordinal);

        using var answer = await anna.Post("/contracts/new", "/contracts/new", ("Form.Asset", "IT0000085"), ("Form.Unit", "100-11-1"), ("Form.Code", "12002"), ("Form.Day", "2026-06-01"), ("Form.Method", "fixed"), ("Form.Rate", "120"));

        Assert.StartsWith("/contracts?q=L", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("100-11-1 12000 20260601", Scalar("select o.code || ' ' || g.monthly_rent || ' ' || g.from_on from line_segments g join assets a on a.id = g.asset_id join organisations o on o.id = g.unit_id where a.tag = 'IT0000085'"));
    }

    [Fact]
    public async Task A_service_that_is_sent_twice_is_one_line()
    {
        const string Hidden = "name=\"FormKey\" value=\"";
        var page = await anna.Read("/contracts/new");
        var key = page.Substring(page.IndexOf(Hidden, StringComparison.Ordinal) + Hidden.Length, 32);
        (string, string)[] form = [("FormKey", key), ("Form.Service", "Telefoni"), ("Form.Quantity", "3"), ("Form.Unit", "100-11-1"), ("Form.Code", "12002"), ("Form.Day", "2026-06-01"), ("Form.Method", "fixed"), ("Form.Rate", "40")];
        var before = Scalar("select count(*) from contract_lines");

        using var first = await anna.Post("/contracts/new", "/contracts/new", form);
        using var second = await anna.Post("/contracts/new", "/contracts/new", form);

        Assert.StartsWith("/contracts?q=L", first.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(int.Parse(before!, System.Globalization.CultureInfo.InvariantCulture) + 1, int.Parse(Scalar("select count(*) from contract_lines")!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Somebody_who_runs_one_administration_changes_no_line_of_another_and_moves_none_there()
    {
        site.Example.Person("halvar", "Halvar Halv", "sv", new Appointed(Role.Manager, "100-10"));
        using var halvar = await Visitor.SignedIn(site, "halvar");
        var own = Id("C00030");

        using var foreign = await halvar.Get($"/contracts/{Id("C00032")}/change");
        using var moved = await halvar.Post($"/contracts/{own}/change", $"/contracts/{own}/change", ("Form.Verb", "move"), ("Form.Seen", "1"), ("Form.Day", "2026-06-10"), ("Form.Unit", "B1-1"), ("Form.Code", "12004"));
        using var others = await halvar.Post($"/contracts/{own}/change", $"/contracts/{own}/change", ("Form.Verb", "move"), ("Form.Seen", "1"), ("Form.Day", "2026-06-10"), ("Form.Unit", "100-10-1"), ("Form.Code", "12004"));
        using var started = await halvar.Post("/contracts/new", "/contracts/new", ("Form.Service", "Telefoni"), ("Form.Unit", "B1-1"), ("Form.Code", "12004"), ("Form.Day", "2026-06-10"), ("Form.Rate", "10"));

        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Contains("Enheten finns inte", WebUtility.HtmlDecode(await moved.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("Kostnadskoden 12004 hör till en annan enhet", WebUtility.HtmlDecode(await others.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("Enheten finns inte", WebUtility.HtmlDecode(await started.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("1", Scalar($"select count(*) from line_segments where line_id = {own}"));
    }

    private async Task<string?> Change(string id, params (string Name, string Value)[] fields)
    {
        using var answer = await anna.Post($"/contracts/{id}/change", $"/contracts/{id}/change", [.. fields.Append(("Seen", Scalar($"select version from contract_lines where id = {id}")!)).Select(f => ("Form." + f.Item1, f.Item2))]);
        return answer.Headers.Location?.ToString() ?? WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private string Id(string code) => Scalar($"select id from contract_lines where code = '{code}'")!;

    private string? Scalar(string sql) => site.Example.Scalar(sql);

    private string[] Rows(string sql) => Scalar($"with t(x) as ({sql}) select group_concat(x, ';') from t")!.Split(';');
}

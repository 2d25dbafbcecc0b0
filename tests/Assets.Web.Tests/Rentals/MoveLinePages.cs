using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Operations.Rentals;
using Assets.Web.Tests.Api;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Rentals;

/// <summary>Many contract lines moved at once, on an installation of their own.</summary>
public sealed class MoveLinePages : IAsyncLifetime
{
    private ExampleSite site = null!;

    public async ValueTask InitializeAsync() => site = await ExampleSite.Start(Example.Full());

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_new_years_cost_code_is_given_to_all_that_the_filter_finds_after_a_preview_and_once()
    {
        using var anna = await Visitor.SignedIn(site, "anna");
        using var start = await anna.Post("/contracts?code=12000", "/contracts/move", ("All", "/contracts?code=12000"), ("Back", "/contracts?code=12000"));
        var form = WebUtility.HtmlDecode(await start.Content.ReadAsStringAsync());
        (string, string)[] fields =
        [
            ("All", "/contracts?code=12000"), ("Back", "/contracts?code=12000"), ("Seen", Field(form, "Seen")), ("FormKey", Field(form, "FormKey")),
            ("Form.Code", "12001"), ("Form.Day", "2026-07-01"), ("Form.Reason", "Nya koder"),
        ];

        using var preview = await anna.Post("/contracts", "/contracts/move?handler=Preview", fields);
        var previewed = WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync());
        var before = site.Example.Scalar("select count(*) from line_versions");
        using var apply = await anna.Post("/contracts", "/contracts/move?handler=Apply", fields);
        using var again = await anna.Post("/contracts", "/contracts/move?handler=Apply", fields);
        var after = WebUtility.HtmlDecode(await anna.Read("/contracts?code=12001"));

        Assert.Contains("Flytta 16 avtalsrader", form, StringComparison.Ordinal);
        Assert.Contains("15 flyttas, 0 är redan så, 1 avvisas. 15 av dem betalar med en annan enhets kostnadskod", previewed, StringComparison.Ordinal);
        Assert.Contains("Kostnadskoden 12001 hör till en annan enhet.", previewed, StringComparison.Ordinal);
        Assert.Contains("Avtalsraden löper inte den dagen", previewed, StringComparison.Ordinal); // C00020 was given back in February
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found, "/contracts?code=12000"), (apply.StatusCode, again.StatusCode, apply.Headers.Location?.ToString()));
        Assert.Contains("15 flyttade", after, StringComparison.Ordinal);
        Assert.Equal($"{int.Parse(before!, System.Globalization.CultureInfo.InvariantCulture) + 15}", site.Example.Scalar("select count(*) from line_versions"));
        Assert.Equal("1", site.Example.Scalar("select count(distinct change_set_id) from line_versions where change_set_id in (select id from change_sets where verb = 'move line' and reason = 'Nya koder')"));
        Assert.Contains("kommande", after, StringComparison.Ordinal);
        Assert.Equal("15", site.Example.Scalar("select count(*) from line_segments g join cost_codes c on c.id = g.cost_code_id join organisations o on o.id = g.unit_id where g.from_on = 20260701 and c.code = '12001' and o.code = '100-10-1'"));
    }

    [Fact]
    public async Task Chosen_lines_move_to_another_unit_and_what_cannot_be_is_told_on_the_form()
    {
        using var anna = await Visitor.SignedIn(site, "anna");
        (string, string)[] chosen = [("Ids", Id("C00005")), ("Ids", Id("C00010"))];
        async Task<string> Send(string handler, params (string, string)[] fields)
        {
            using var answer = await anna.Post("/contracts", "/contracts/move?handler=" + handler, [.. chosen, ("Seen", "99999999"), .. fields]);
            return answer.Headers.Location?.ToString() ?? WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }

        Assert.Contains("Ange en ny enhet eller en ny kostnadskod", await Send("Preview", ("Form.Day", "2026-06-20")), StringComparison.Ordinal);
        Assert.Contains("Enheten finns inte", await Send("Apply", ("Form.Day", "2026-06-20"), ("Form.Unit", "zzz")), StringComparison.Ordinal);
        Assert.Contains("Fältet", await Send("Preview", ("Form.Day", "i går"), ("Form.Unit", "B1-1")), StringComparison.Ordinal);
        Assert.Equal("/contracts", await Send("Apply", ("Form.Day", "2026-06-20"), ("Form.Unit", "B1-1"), ("Form.Code", "12004"), ("Back", "https://elsewhere.example/")));
        Assert.Equal("2", site.Example.Scalar("select count(*) from line_segments g join organisations o on o.id = g.unit_id where g.from_on = 20260620 and o.code = 'B1-1'"));
        using var none = await anna.Post("/contracts", "/contracts/move");
        Assert.Equal("/contracts", none.Headers.Location?.ToString());
    }

    [Fact]
    public async Task What_was_changed_since_the_list_was_read_is_refused_whenever_the_form_is_opened()
    {
        using var anna = await Visitor.SignedIn(site, "anna");
        var seen = Field(await anna.Read("/contracts"), "Seen");
        _ = ChangePrice.Run(site.Example.Installation, "C00010", new FixedRent(Money.FromKronor(77m)), new DateOnly(2026, 6, 1)).Value;
        (string, string)[] chosen = [("Ids", Id("C00005")), ("Ids", Id("C00010")), ("Seen", seen)];

        using var start = await anna.Post("/contracts", "/contracts/move", chosen);
        var form = WebUtility.HtmlDecode(await start.Content.ReadAsStringAsync());
        using var preview = await anna.Post("/contracts", "/contracts/move?handler=Preview", [.. chosen[..2], ("Seen", Field(form, "Seen")), ("Form.Unit", "B1-1"), ("Form.Code", "12004"), ("Form.Day", "2026-06-20")]);
        var previewed = WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync());

        Assert.Equal(seen, Field(form, "Seen"));
        Assert.Contains("1 flyttas, 0 är redan så, 1 avvisas.", previewed, StringComparison.Ordinal);
        Assert.Contains("Avtalsraden C00010 har ändrats av någon annan.", previewed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_moves_later_is_refused_with_the_day_on_the_page_and_by_the_interface()
    {
        using var anna = await Visitor.SignedIn(site, "anna");
        using var program = Calling.By(site, "anna");
        _ = MoveLine.Run(site.Example.Installation, "C00005", "100-10-2", "12001", new DateOnly(2026, 9, 1)).Value;

        using var preview = await anna.Post("/contracts", "/contracts/move?handler=Preview", ("Ids", Id("C00005")), ("Form.Unit", "B1-1"), ("Form.Day", "2026-07-01"));
        var told = (await program.Post("contract-lines/move", $$"""{ "lines": [{{Id("C00005")}}], "unit_code": "B1-1", "on": "2026-07-01", "preview": true }""")).Json!["not_moved"]![0]!;
        var from = (await program.Post("contract-lines/move", $$"""{ "lines": [{{Id("C00005")}}], "unit_code": "B1-1", "on": "2026-09-01", "preview": true }""")).Json!["under_code_of_other"]![0]!;

        Assert.Contains("Från 2026-09-01 har avtalsraden en annan betalare", WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(("moves_later", "2026-09-01"), (told["refused_by"]!.GetValue<string>(), told["detail"]!.GetValue<string>()));
        Assert.Equal(("C00005", "12001"), (from["code"]!.GetValue<string>(), from["cost_code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_program_moves_lines_and_is_told_which_are_refused_and_why()
    {
        using var program = Calling.By(site, "anna");
        var id = Id("C00005");
        var body = new JsonObject { ["lines"] = new JsonArray(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), long.Parse(Id("C00020"), System.Globalization.CultureInfo.InvariantCulture)), ["unit_code"] = "B1-1", ["on"] = "2026-06-20", ["preview"] = true };

        var preview = await program.Post("contract-lines/move", body.ToJsonString());
        body["preview"] = false;
        body["seen_act"] = preview.Json!["seen_act"]!.GetValue<long>();
        var moved = await program.Post("contract-lines/move", body.ToJsonString());
        var late = await program.Post("contract-lines/move", body.ToJsonString());
        var where = await program.Post("contract-lines/move", """{ "where": { "unit": "B1-1", "runs": "now" }, "cost_code": "12003", "on": "2026-07-01", "preview": true }""");
        var neither = await program.Post("contract-lines/move", """{ "cost_code": "12003", "on": "2026-07-01" }""");

        Assert.Equal((1, 1), (preview.Json["moved"]!.GetValue<int>(), preview.Json["refused"]!.GetValue<int>()));
        Assert.Equal("outside_period", preview.Json["not_moved"]![0]!["refused_by"]!.GetValue<string>());
        Assert.Equal(1, moved.Json!["moved"]!.GetValue<int>());
        Assert.Equal("line_changed_meanwhile", late.Json!["not_moved"]![0]!["refused_by"]!.GetValue<string>());
        Assert.Equal((200, 18), (where.Status, where.Json!["moved"]!.GetValue<int>()));
        Assert.Equal((400, "invalid"), (neither.Status, neither.Code));
    }

    [Fact]
    public async Task Somebody_who_runs_one_administration_moves_its_lines_and_no_others()
    {
        site.Example.Person("halvar", "Halvar Halv", "sv", new Appointed(Role.Manager, "100-10"));
        using var halvar = await Visitor.SignedIn(site, "halvar");
        using var tove = await Visitor.SignedIn(site, "tove");

        using var moved = await halvar.Post("/contracts", "/contracts/move?handler=Apply", ("Ids", Id("C00005")), ("Ids", Id("C00003")), ("Seen", "99999999"), ("Form.Unit", "100-10-2"), ("Form.Code", "12001"), ("Form.Day", "2026-06-20"));
        using var away = await halvar.Post("/contracts", "/contracts/move?handler=Apply", ("Ids", Id("C00010")), ("Seen", "99999999"), ("Form.Unit", "B1-1"), ("Form.Day", "2026-06-20"));
        using var others = await halvar.Post("/contracts", "/contracts/move?handler=Preview", ("Ids", Id("C00010")), ("Seen", "99999999"), ("Form.Code", "12004"), ("Form.Day", "2026-06-20"));
        using var technician = await tove.Post("/contracts", "/contracts/move?handler=Apply", ("Ids", Id("C00010")), ("Form.Unit", "B1-1"), ("Form.Day", "2026-06-20"));

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.OK, HttpStatusCode.Forbidden), (moved.StatusCode, away.StatusCode, technician.StatusCode));
        Assert.Contains("Kostnadskoden 12004 hör till en annan enhet.", WebUtility.HtmlDecode(await others.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("C00005", site.Example.Scalar("select group_concat(l.code) from contract_lines l where l.last_from_on = 20260620"));
        Assert.DoesNotContain("/contracts/move", await tove.Read("/contracts"), StringComparison.Ordinal);
    }

    private string Id(string code) => site.Example.Scalar($"select id from contract_lines where code = '{code}'")!;

    private static string Field(string page, string name) => Regex.Match(page, $"name=\"{name}\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["value"].Value;
}

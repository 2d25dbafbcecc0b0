using System.Net;
using System.Text.RegularExpressions;
using Assets.Operations.Inventory;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Ordering;

/// <summary>IT at the bench: receiving, labels, correcting, searching, auditing, by pages and forms alone.</summary>
public sealed partial class BenchPages
{
    [Fact]
    public async Task A_delivery_is_received_without_a_script_and_leads_to_its_labels()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        var form = Field("FormKey").Match(await tove.Read("/purchases/I2026-00002/receive")).Groups["value"].Value;
        (string, string)[] fields = [("FormKey", form), ("On", "2026-06-15"), ("Site", "L1"), ("Rows", "MON0001\r\nMON0002;IT0000500\r\n")];

        using var answer = await tove.Post("/purchases/I2026-00002/receive", "/purchases/I2026-00002/receive", fields);
        using var again = await tove.Post("/purchases/I2026-00002/receive", "/purchases/I2026-00002/receive", fields);
        var address = answer.Headers.Location!.ToString();
        using var pdf = await tove.Get(address + "&handler=File&Format=a4-3x8");

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (answer.StatusCode, again.StatusCode));
        Assert.Equal(address, again.Headers.Location!.ToString());
        Assert.Contains("MON0002", await tove.Read(address), StringComparison.Ordinal);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Contains("2 / 50", await tove.Read("/purchases/I2026-00002"), StringComparison.Ordinal);
        using var found = await tove.Get("/t/it-0ooo500");
        Assert.Equal(HttpStatusCode.Found, found.StatusCode);
    }

    [Fact]
    public async Task A_refused_row_stands_in_the_field_again_and_says_why()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");

        using var answer = await tove.Post(
            "/purchases/I2026-00002/receive", "/purchases/I2026-00002/receive", ("FormKey", "one"), ("On", "2026-06-15"), ("Site", ""), ("Rows", "MON0001\nSN0001BX"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches("data-scan-rows>\\s*SN0001BX</textarea>", page);
        Assert.Contains("SN0001BX IT0000001", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MON\u00070001")] // a scanner that is set wrongly sends signs that nobody sees
    [InlineData("MON\u001d0001")]
    [InlineData("MON0002;IT\u00020500")]
    [InlineData("long")]
    public async Task A_broken_barcode_is_refused_when_it_is_received_and_nothing_is_registered(string scanned)
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        if (scanned == "long") scanned = new string('7', 101);

        using var answer = await tove.Post("/purchases/I2026-00002/receive", "/purchases/I2026-00002/receive", ("FormKey", "one"), ("On", "2026-06-15"), ("Site", ""), ("Rows", scanned));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("är för långt eller har tecken som inte går att skriva", page, StringComparison.Ordinal);
        Assert.Equal("0", site.Example.Scalar("select count(*) from received_assets"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("settle[no-number]")]
    public async Task An_audit_in_which_all_was_found_is_settled_without_a_word_for_any_asset(string? broken)
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        _ = StartAudit.Run(site.Example.Installation, "L1", "A103").Value;
        _ = ScanAudit.Run(site.Example.Installation, 2, [site.Example.Scalar("select tag from assets where room = 'A103'")!]).Value;
        (string, string)[] fields = broken is null ? [("reason", "")] : [("reason", ""), (broken, "lost")];

        using var answer = await tove.Post("/audits/2", "/audits/2?handler=Settle", fields);

        Assert.Equal((HttpStatusCode.Found, "/audits/2"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.NotEqual("", site.Example.Scalar("select settled_at from audits where id = 2"));
    }

    [Fact]
    public async Task A_large_audit_is_turned_over_page_by_page_and_settled_with_what_was_chosen_on_each()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        site.Example.Import("assets", "asset_tag,serial,model_code,purchase_date,price,supplier_code,warranty_until,site_code,room,state,note\n" + string.Concat(
            Enumerable.Range(1, 130).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"AU{i:000},SERAU{i:000},M-pc,2026-05-02,6200.00,S1,2029-05-02,L1,Aulan,in_stock,\n"))));
        _ = StartAudit.Run(site.Example.Installation, "L1", "Aulan").Value;
        _ = ScanAudit.Run(site.Example.Installation, 2, ["AU001", "IT0000004"]).Value;
        using var tove = await Visitor.SignedIn(site, "tove");

        var first = await tove.Read("/audits/2");
        using var turned = await tove.Post("/audits/2", "/audits/2?handler=Turn", ("settle[" + Id(site, "AU002") + "]", "lost"), ("reason", "borta"), ("to", Turn().Match(first).Groups["to"].Value));
        var second = await turned.Content.ReadAsStringAsync();
        var carried = Regex.Match(second, "name=\"others\" value=\"(?<others>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["others"].Value;
        using var settled = await tove.PostWith(Visitor.TokenOf(second), "/audits/2?handler=Settle", [("settle[" + Id(site, "AU060") + "]", "lost"), ("others", carried), ("reason", "borta")]);
        var after = await tove.Read("/audits/2");

        Assert.All(new[] { first, second, after }, page => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page), 1, 100_000));
        Assert.Contains(">AU051<", first, StringComparison.Ordinal);
        Assert.DoesNotContain(">AU052<", first, StringComparison.Ordinal);
        Assert.Contains(">AU052<", second, StringComparison.Ordinal);
        Assert.Contains("value=\"borta\"", second, StringComparison.Ordinal);
        Assert.Equal("2", site.Example.Scalar("select count(*) from audit_results where audit_id = 2 and settlement = 2"));
        Assert.Equal("1", site.Example.Scalar("select count(*) from audit_results where audit_id = 2 and settlement = 1")); // what is usual for what stood here
        Assert.Contains("rel=\"next\"", after, StringComparison.Ordinal);
    }

    private static string Id(ExampleSite site, string tag) => site.Example.Scalar($"select id from assets where tag = '{tag}'")!;

    [GeneratedRegex("name=\"to\" value=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Turn();

    [Fact]
    public async Task The_second_of_two_who_edit_an_asset_sees_both_versions_and_chooses()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        using var emma = await Visitor.SignedIn(site, "emma");
        var mine = Fields(await tove.Read("/assets/3/edit"));
        var hers = Fields(await emma.Read("/assets/3/edit"));
        (hers["F[room]"], hers["F[note]"]) = ("B200", "Emmas");
        (mine["F[room]"], mine["F[note]"]) = ("C300", "Toves");

        using var first = await emma.Post("/assets/3/edit", "/assets/3/edit", Pairs(hers));
        using var second = await tove.Post("/assets/3/edit", "/assets/3/edit", Pairs(mine));
        var page = await second.Content.ReadAsStringAsync();
        var chosen = Fields(page);
        using var third = await tove.Post("/assets/3/edit", "/assets/3/edit", [.. Pairs(chosen), ("Theirs", "room")]);
        var asset = await tove.Read("/assets/3");

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.OK, HttpStatusCode.Found), (first.StatusCode, second.StatusCode, third.StatusCode));
        Assert.Contains("<td>C300</td><td>B200</td>", page, StringComparison.Ordinal);
        Assert.Contains(", B200", asset, StringComparison.Ordinal);
        Assert.Contains("Toves", asset, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IT0000012", "/assets/12")]
    [InlineData("it 00000-12", "/assets/12")]
    [InlineData("ITOOOOO12", "/assets/12")]
    [InlineData("sn0012mx", "/assets/12")]
    [InlineData("C00005", "/contracts/5")]
    [InlineData("I2026-00001", "/purchases/I2026-00001")]
    [InlineData("RA-17", "/purchases/I2026-00001")]
    public async Task What_is_called_exactly_so_is_gone_to(string text, string address)
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");

        using var answer = await tove.Get("/search?q=" + Uri.EscapeDataString(text));

        Assert.Equal((HttpStatusCode.Found, address), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task What_is_like_it_is_listed_and_another_units_things_are_not()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        using var olle = await Visitor.SignedIn(site, "olle");

        Assert.Contains("/assets/12\"", await tove.Read("/search?q=SN0O12MZ"), StringComparison.Ordinal);
        Assert.Contains("/devices/3\"", await tove.Read("/search?q=10.20.0.3"), StringComparison.Ordinal);
        Assert.Contains("site=L2", await tove.Read("/search?q=storgaten"), StringComparison.Ordinal);
        Assert.DoesNotContain("/assets/3\"", await olle.Read("/search?q=IT0000003"), StringComparison.Ordinal);
        Assert.DoesNotContain("Solgården", await olle.Read("/search?q=solgården"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_computer_is_disposed_of_only_wiped_and_with_a_certificate()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        async Task<string> Step(string to, string certificate)
        {
            var seen = Fields(await tove.Read("/assets/87/steps"))["seen"];
            using var answer = await tove.Post("/assets/87/steps", "/assets/87/steps", ("to", to), ("seen", seen), ("certificate", certificate));
            return answer.Headers.Location!.ToString();
        }

        Assert.Equal("/assets/87", await Step("retired", ""));
        Assert.Equal("/assets/87/steps", await Step("disposed", "INT-1"));
        using var wipe = await tove.Post("/assets/87/steps", "/assets/87/steps?handler=Wipe", ("method", "Överskrivning"), ("wipedBy", "Tove"));
        Assert.Equal("/assets/87/steps", await Step("disposed", ""));
        Assert.Equal("/assets/87", await Step("disposed", "INT-1"));
        Assert.Contains("INT-1", await tove.Read("/assets/87"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_rented_out_is_returned_swapped_or_lost_on_its_line_and_by_no_step_audit_or_bulk_change()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        var steps = WebUtility.HtmlDecode(await tove.Read("/assets/4/steps"));
        using var forced = await tove.Post("/assets/4/steps", "/assets/4/steps", ("to", "in_stock"), ("seen", Fields(steps)["seen"]));
        var told = WebUtility.HtmlDecode(await tove.Read("/assets/4/steps"));
        (string, string)[] fields = [("Ids", "4"), ("Ids", "87"), ("Chosen", "state"), ("F[state]", "in_stock")];
        using var preview = await tove.Post("/assets", "/assets/bulk?handler=Preview", fields);
        var previewed = WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync());
        Assert.True(Operations.Inventory.StartAudit.Run(site.Example.Installation, "L1", "A103").IsDone); // where IT0000003 should be
        var audit = await tove.Read("/audits/2");
        using var settled = await tove.Post("/audits/2", "/audits/2?handler=Settle", ("settle[3]", "lost"), ("reason", "borta"));

        Assert.Contains("Hyrs på C00004", steps, StringComparison.Ordinal);
        Assert.Contains("/contracts/4/change#loss", steps, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"in_stock\"", steps, StringComparison.Ordinal);
        Assert.Contains("value=\"in_repair\"", steps, StringComparison.Ordinal);
        Assert.Contains("IT0000004 C00004", told, StringComparison.Ordinal);
        Assert.Contains("IT0000004 C00004", previewed, StringComparison.Ordinal);
        Assert.Contains("/assets/4/steps", previewed, StringComparison.Ordinal);
        Assert.Contains("/contracts/3/change#loss", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"lost\"", audit, StringComparison.Ordinal);
        Assert.Contains("IT0000003 C00003", WebUtility.HtmlDecode(await tove.Read("/audits/2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purchase_is_changed_and_closed_with_a_second_thought()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        var form = Fields(await tove.Read("/purchases/I2026-00001/edit"));
        form.Remove("Lines[0].Remove");
        form["Lines[0].Quantity"] = "7";
        form["ExpectedOn"] = "2026-07-01";

        using var saved = await tove.Post("/purchases/I2026-00001/edit", "/purchases/I2026-00001/edit", Pairs(form));
        using var late = await tove.Post("/purchases/I2026-00001/edit", "/purchases/I2026-00001/edit", Pairs(form));
        var page = await tove.Read("/purchases/I2026-00001");

        Assert.Equal("/purchases/I2026-00001", saved.Headers.Location?.ToString());
        Assert.Contains("under tiden", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("0 / 7", page, StringComparison.Ordinal);
        Assert.DoesNotContain("M-dock</div>", page[..page.IndexOf("id=\"history\"", StringComparison.Ordinal)], StringComparison.Ordinal); // its line was ticked
        Assert.Matches("type=\"checkbox\" required[^>]*/><span class=\"form-check-label\">Inget mer", page);
    }

    [Fact]
    public async Task An_audit_finds_moves_and_keeps_what_it_found()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        using var scan = await tove.Post("/audits/1", "/audits/1", ("rows", "it0000004\nSN0012MX\nhttps://it.example.se/t/IT0000013"));

        using var settle = await tove.Post("/audits/1", "/audits/1?handler=Settle", ("settle[12]", "moved"), ("settle[13]", "moved"), ("settle[4]", "moved"));
        var page = await tove.Read("/audits/1");
        using var late = await tove.Post("/audits/1", "/audits/1", ("rows", "IT0000015"));

        Assert.Equal(HttpStatusCode.Found, settle.StatusCode);
        Assert.DoesNotContain("data-audit", page, StringComparison.Ordinal);
        Assert.Contains("A102", await tove.Read("/assets/13"), StringComparison.Ordinal);
        Assert.DoesNotContain("IT0000015", await tove.Read("/audits/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_exported_as_it_is_shown_and_kept_as_a_view_that_is_shared()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        using var olle = await Visitor.SignedIn(site, "olle");

        var csv = await tove.Read("/assets?state=in_stock&cols=state,place&handler=File&format=csv");
        using var book = await tove.Get("/assets?state=in_stock&handler=File&format=xlsx");
        using var saved = await tove.Post("/assets?state=in_stock", "/views", ("list", "assets"), ("query", "state=in_stock"), ("name", "Lagret"), ("shared", "true"));
        using var foreign = await olle.Post("/assets", "/views?handler=Remove", ("list", "assets"), ("view", "1"));
        using var typed = await tove.Post("/assets", "/views", ("list", "assets"), ("query", "q=latitude&state=lost"), ("name", "Borta"));

        Assert.Equal("Inventarienummer;Serienummer;Tillstånd;Plats;Rum\r\nIT0000090;SN0090MX;I lager;Björkvägen 4;A190\r\n", csv);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book.Content.Headers.ContentType!.MediaType);
        Assert.Contains("href=\"/assets?state=in_stock\">Lagret<", await olle.Read("/assets"), StringComparison.Ordinal);
        Assert.Contains("href=\"/assets?q=latitude&amp;state=lost\">Borta<", await tove.Read("/assets"), StringComparison.Ordinal);
        Assert.DoesNotContain("IT0000003", await olle.Read("/assets?handler=File&format=csv"), StringComparison.Ordinal);
        Assert.Equal(
            "Inventarienummer;Serienummer;Inköpspris;Leverantör;Garanti till;Kostnadskod;Hör till;Anteckning\r\nIT0000003;SN0003DX;2111,00;Dataleverans Norden AB;2026-06-30;12003;;\r\n",
            await tove.Read("/assets?q=IT0000003&cols=price,supplier,warranty,costCode,parent,note&handler=File&format=csv"));
    }

    [Fact]
    public async Task Many_assets_are_changed_in_one_act_after_a_preview_that_says_what_is_refused()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        using var start = await tove.Post("/assets", "/assets/bulk", ("Ids", "3"), ("Ids", "5"), ("Ids", "90"));
        var seen = SeenOf(await start.Content.ReadAsStringAsync());
        (string, string)[] fields =
        [
            ("Ids", "3"), ("Ids", "5"), ("Ids", "90"), ("Seen", seen[0]), ("Seen", seen[1]), ("Seen", seen[2]),
            ("Chosen", "room"), ("F[room]", "Z9"), ("Chosen", "state"), ("F[state]", "in_repair"), ("F[note]", "inte vald"),
        ];

        using var preview = await tove.Post("/assets", "/assets/bulk?handler=Preview", fields);
        var page = await preview.Content.ReadAsStringAsync();
        using var apply = await tove.Post("/assets", "/assets/bulk?handler=Apply", fields);
        var after = await tove.Read("/assets");
        using var all = await tove.Post("/assets", "/assets/bulk", ("All", "/assets?state=in_repair"));

        Assert.Contains("IT0000005, Förlorad → På reparation", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, apply.StatusCode);
        Assert.Contains("2 ändrade, 0 oförändrade, 1 avvisade.", after, StringComparison.Ordinal);
        Assert.Contains(", Z9", await tove.Read("/assets/90"), StringComparison.Ordinal);
        Assert.DoesNotContain(", Z9", await tove.Read("/assets/5"), StringComparison.Ordinal);
        Assert.Contains("IT0000090", await all.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_list_is_disposed_of_with_one_certificate_and_one_word_but_for_what_was_changed_since()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        site.Example.Change("update assets set state = 1 where state = 4");
        site.Example.Change("update assets set state = 4 where id in (87, 90)");
        using var start = await tove.Post("/assets", "/assets/bulk", ("All", "/assets?state=retired"));
        var chosen = await start.Content.ReadAsStringAsync();
        (string, string)[] fields =
        [
            ("All", "/assets?state=retired"), ("SeenAct", Field("SeenAct").Match(chosen).Groups["value"].Value), ("Chosen", "state"), ("F[state]", "disposed"), ("Certificate", "INT-7"),
        ];
        using var unwiped = await tove.Post("/assets", "/assets/bulk?handler=Preview", fields);
        Assert.True(ChangeAssets.Run(site.Example.Installation, [new AssetChange("IT0000090", Note: "Spara den")], site.Example.Installation.Today).IsDone);
        fields = [.. fields, ("WipeMethod", "Överskrivning"), ("WipedBy", "Tove")];

        using var preview = await tove.Post("/assets", "/assets/bulk?handler=Preview", fields);
        var previewed = WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync());
        using var apply = await tove.Post("/assets", "/assets/bulk?handler=Apply", fields);

        Assert.DoesNotContain("name=\"Ids\"", chosen, StringComparison.Ordinal);
        Assert.Contains("är raderad", WebUtility.HtmlDecode(await unwiped.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("är raderad", previewed, StringComparison.Ordinal);
        Assert.Contains("IT0000090", previewed, StringComparison.Ordinal);
        Assert.Equal("1", site.Example.Scalar("select count(*) from assets where state = 5 and certificate = 'INT-7'"));
        Assert.Equal("4", site.Example.Scalar("select state from assets where id = 90"));
    }

    [Fact]
    public async Task Of_thousands_the_first_two_hundred_are_shown_and_the_page_stays_small()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var tove = await Visitor.SignedIn(site, "tove");
        site.Example.Import("assets", "asset_tag,serial,model_code,purchase_date,price,supplier_code,warranty_until,site_code,room,state,note\n" + string.Concat(
            Enumerable.Range(10_000, 4_000).Select(i => $"ZZ{i},SER{i},M-monitor,2026-05-02,900.00,S1,,L1,Lager,in_stock,\n")));
        using var start = await tove.Post("/assets", "/assets/bulk", ("All", "/assets?q=ZZ1"));
        var chosen = await start.Content.ReadAsStringAsync();

        using var preview = await tove.Post(
            "/assets", "/assets/bulk?handler=Preview", ("All", "/assets?q=ZZ1"), ("SeenAct", Field("SeenAct").Match(chosen).Groups["value"].Value), ("Chosen", "room"), ("F[room]", "B2"));
        var page = WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync());

        Assert.InRange(page.Length, 1, 100_000);
        Assert.Equal(200, page.Split("bg-green-lt").Length - 1);
        Assert.Contains("De första 200 visas, de avvisade först. 3 800 till", page.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    private static List<string> SeenOf(string page) => [.. Field("Seen").Matches(page).Select(m => m.Groups["value"].Value)];

    private static Dictionary<string, string> Fields(string page)
    {
        var fields = Input().Matches(page).GroupBy(m => m.Groups["name"].Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => WebUtility.HtmlDecode(g.First().Groups["value"].Value), StringComparer.Ordinal);
        foreach (Match choice in Select().Matches(page))
            fields[choice.Groups["name"].Value] = WebUtility.HtmlDecode(Selected().Match(choice.Groups["options"].Value).Groups["value"].Value);
        foreach (Match text in Textarea().Matches(page)) fields[text.Groups["name"].Value] = WebUtility.HtmlDecode(text.Groups["value"].Value).Trim();
        fields.Remove("__RequestVerificationToken");
        fields.Remove("Theirs");
        fields.Remove("q");
        return fields;
    }

    private static (string Name, string Value)[] Pairs(Dictionary<string, string> fields) => [.. fields.Select(f => (f.Key, f.Value))];

    private static Regex Field(string name) => new($"name=\"{name}\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2));

    [GeneratedRegex("<input[^>]*?name=\"(?<name>[^\"]+)\"[^>]*?value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Input();

    [GeneratedRegex("<select[^>]*?name=\"(?<name>[^\"]+)\"[^>]*>(?<options>.*?)</select>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Select();

    [GeneratedRegex("value=\"(?<value>[^\"]*)\" selected", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Selected();

    [GeneratedRegex("<textarea[^>]*?name=\"(?<name>[^\"]+)\"[^>]*>(?<value>.*?)</textarea>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Textarea();
}

using System.Net;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Standard;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Standard;

[Collection(nameof(Site))]
public sealed class StandardPages(Site site)
{
    [Fact]
    public async Task Everybody_reads_the_standard_in_force_and_a_draft_is_for_those_who_write_and_decide_it()
    {
        var (manager, orderer) = (await site.As("anna"), await site.As("olle"));

        var start = await orderer.Read("/standard");
        using var hidden = await orderer.Get("/standard/3");
        using var hiddenBook = await orderer.Get("/standard/3/rulebook");
        using var hiddenEffect = await orderer.Get("/standard/3/effect");

        Assert.Contains(">Utgåva 2<", start, StringComparison.Ordinal);
        Assert.DoesNotContain("Utgåva 3", start, StringComparison.Ordinal);
        Assert.Contains("502,50", start, StringComparison.Ordinal); // 12 000 over 48 months is 262.50, and 95, and 145
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [hidden.StatusCode, hiddenBook.StatusCode, hiddenEffect.StatusCode]);
        Assert.Contains("Utgåva 3", await manager.Read("/standard"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_shows_contents_terms_prices_rules_and_what_a_draft_changes()
    {
        var manager = await site.As("anna");

        var edition = await manager.Read("/standard/2");
        var draft = await manager.Read("/standard/3");

        Assert.Contains("502,50 kr", edition, StringComparison.Ordinal);
        Assert.Contains("2 × Bildskärm", edition, StringComparison.Ordinal);
        Assert.Contains("24&#xA0;120,00", edition, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", edition, StringComparison.Ordinal); // the minute
        Assert.Contains("<del>12000.00</del> → <ins>12900.00</ins>", draft, StringComparison.Ordinal);
        Assert.Contains("<del>30</del> → <ins>14</ins>", draft, StringComparison.Ordinal);
        Assert.Contains("text saknas: Namn en", draft, StringComparison.Ordinal);
        Assert.Contains("<button class=\"btn btn-primary\" type=\"submit\" disabled", draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_effect_shows_who_writes_or_decides_all_and_another_the_own_administrations()
    {
        var (manager, english, orderer) = (await site.As("anna"), await site.As("emma"), await site.As("olle"));

        var all = await manager.Read("/standard/3/effect");
        var own = await orderer.Read("/standard/2/effect");
        var opened = await manager.Read("/standard/3/effect?of=100-11");
        using var workbook = await english.Get("/standard/3/effect?handler=Workbook");

        Assert.DoesNotContain("indent-1", all, StringComparison.Ordinal); // products are those of the one that is opened
        Assert.Contains("indent-1", opened, StringComparison.Ordinal);
        Assert.Contains("indent-1", own, StringComparison.Ordinal);
        Assert.Contains("Lövsta Energi AB", all, StringComparison.Ordinal);
        Assert.Contains("Vård- och omsorgsförvaltningen", all, StringComparison.Ordinal);
        Assert.Contains("Barn- och utbildningsförvaltningen", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Lövsta Energi AB", own, StringComparison.Ordinal);
        Assert.Equal("effect-edition-3.xlsx", workbook.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("PK"u8.ToArray(), (await workbook.Content.ReadAsByteArrayAsync())[..2]);
    }

    [Fact]
    public async Task The_rulebook_is_written_from_the_data_as_page_and_as_PDF()
    {
        var orderer = await site.As("olle");

        var page = await orderer.Read("/standard/rulebook");
        using var pdf = await orderer.Get("/standard/2/rulebook?handler=Pdf");

        Assert.Contains("Uppsägningstiden är 30 dagar", page, StringComparison.Ordinal);
        Assert.Contains("en avgift på 500,00 kr", page, StringComparison.Ordinal);
        Assert.Contains("ses över varje år i oktober", page, StringComparison.Ordinal);
        Assert.Contains("<p>Återlämnat raderas.</p>", page, StringComparison.Ordinal);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF"u8.ToArray(), (await pdf.Content.ReadAsByteArrayAsync())[..4]);
    }

    [Theory]
    [InlineData("tove", "/standard/3?handler=Propose")]
    [InlineData("tove", "/standard/3?handler=Remove")]
    [InlineData("tove", "/standard/3?handler=TakeBack")]
    [InlineData("anna", "/standard/3?handler=Decide&decidedOn=2026-06-15&validFrom=2026-07-01&minute=x")]
    [InlineData("tove", "/standard/3/rules")]
    [InlineData("tove", "/standard/3/product?code=KONTOR")]
    [InlineData("tove", "/standard/3/product?handler=Remove&code=KONTOR")]
    [InlineData("tove", "/standard")]
    [InlineData("tove", "/prices")]
    [InlineData("rut", "/prices")]
    public async Task A_form_of_the_standard_is_refused_to_who_may_not(string account, string address)
    {
        var visitor = await site.As(account);

        using var answer = await visitor.Post("/profile", address);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_right_in_a_part_of_the_organisation_neither_changes_nor_decides_the_standard()
    {
        site.Example.Example.Person("delvis", "Del Vis", "sv", new Appointed(Role.Architect, "100-10"), new Appointed(Role.Council, "100-10"));
        var visitor = await site.As("delvis");

        using var draft = await visitor.Get("/standard/3");
        using var rules = await visitor.Get("/standard/3/rules");
        using var begin = await visitor.Post("/profile", "/standard");

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [draft.StatusCode, rules.StatusCode, begin.StatusCode]);
    }
}

/// <summary>What people do with a draft, each on an example of its own.</summary>
public sealed class DraftPages
{
    private static readonly (string, string)[] Product =
    [
        ("Form.Code", "VARD"), ("Form.Kind", "workplace"), ("Form.Icon", "device-tablet"), ("Form.NameSv", "Vård <b>"), ("Form.NameEn", "Care"), ("Form.ForSv", "Hemtjänst"), ("Form.ForEn", "Home care"),
        ("Form.Method", "A"), ("Form.PurchasePrice", "12 000,00"), ("Form.Residual", ""), ("Form.Support", "95"), ("Form.Terms", "36, 48"), ("Form.OrderedBy", "100-11"),
        ("Form.Parts[0].Kind", "equipment"), ("Form.Parts[0].NameSv", "Platta"), ("Form.Parts[0].NameEn", "Tablet"), ("Form.Parts[0].AssetKind", "pc"), ("Form.Parts[0].Models", "M-pc"), ("Form.Parts[0].Quantity", "1"),
    ];

    [Fact]
    public async Task A_product_is_written_with_rows_added_and_removed_by_buttons_and_saved()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var visitor = await Visitor.SignedIn(site, "anna");
        var (page, version) = ("/standard/3/product", Version(site));

        using var added = await visitor.Post(page, page, [.. Product, ("version", version), ("act", "add")]);
        using var removed = await visitor.Post(page, page, [.. Product, ("version", version), ("act", "remove-0")]);
        using var saved = await visitor.Post(page, page, [.. Product, ("version", version), ("act", "save")]);
        var edition = await visitor.Read("/standard/3");

        var withRow = await added.Content.ReadAsStringAsync();
        Assert.Contains("name=\"Form.Parts[1].NameSv\"", withRow, StringComparison.Ordinal);
        Assert.Contains("value=\"Vård &lt;b&gt;\"", withRow, StringComparison.Ordinal);
        Assert.Contains("357,50", withRow, StringComparison.Ordinal); // priced as it is typed, nothing saved
        Assert.DoesNotContain("Form.Parts[0].NameSv", await removed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        Assert.Contains("Vård &lt;b&gt;", edition, StringComparison.Ordinal);
        Assert.Equal(12_000m, Draft(site).Content.Find("vard")!.PurchasePrice.Kronor);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_and_what_was_typed_stays()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var visitor = await Visitor.SignedIn(site, "anna");
        var (page, before) = ("/standard/3/product", Version(site));

        using var answer = await visitor.Post(page, page, [.. Product.Where(f => f.Item1 is not ("Form.PurchasePrice" or "Form.Terms" or "Form.Code")), ("Form.PurchasePrice", "tolv tusen"), ("Form.Terms", "ett par"), ("Form.Code", "å ä"), ("version", before), ("act", "save")]);
        using var taken = await visitor.Post(page, page, [.. Product.Where(f => f.Item1 != "Form.Code"), ("Form.Code", "kontor"), ("version", before), ("act", "save")]);

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Kan inte läsas: Inköpspris", html, StringComparison.Ordinal);
        Assert.Contains("Kan inte läsas: Hyrestider, månader", html, StringComparison.Ordinal);
        Assert.Contains("value=\"tolv tusen\"", html, StringComparison.Ordinal);
        Assert.Contains("Koden används redan", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, Version(site));
    }

    [Fact]
    public async Task Who_saves_over_an_unseen_change_sees_it_and_chooses()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var anna = await Visitor.SignedIn(site, "anna");
        using var emma = await Visitor.SignedIn(site, "emma");
        var seen = Version(site);
        (string, string)[] Rules(string notice, string version) =>
        [
            ("Form.ValidFrom", "2027-01-01"), ("Form.DefaultTerm", "48"), ("Form.NoticeDays", notice), ("Form.LossFee", "500,00"), ("Form.DeviationFee", "50,00"),
            ("Form.ConfirmationDays", "5"), ("Form.RevisionMonth", "10"), ("Form.TextSv", "Text"), ("Form.TextEn", "Text"), ("version", version),
        ];

        using var first = await emma.Post("/standard/3/rules", "/standard/3/rules", Rules("7", seen));
        using var second = await anna.Post("/standard/3/rules", "/standard/3/rules", Rules("60", seen));
        var shown = await second.Content.ReadAsStringAsync();
        using var again = await anna.Post("/standard/3/rules", "/standard/3/rules", Rules("60", Version(site)));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict, HttpStatusCode.Found], [first.StatusCode, second.StatusCode, again.StatusCode]);
        Assert.Contains("emma har ändrat utkastet", shown, StringComparison.Ordinal);
        Assert.Contains("<del>14</del> → <ins>7</ins>", shown, StringComparison.Ordinal);
        Assert.Contains("name=\"Form.NoticeDays\" value=\"60\"", shown, StringComparison.Ordinal);
        Assert.Equal(60, Draft(site).Content.Rules.NoticeDays);
    }

    [Fact]
    public async Task A_draft_is_put_right_proposed_and_decided_once_with_its_minute()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        site.Example.Person("rosa", "Rosa Råd", "sv", new Appointed(Role.Council));
        using var anna = await Visitor.SignedIn(site, "anna");
        using var council = await Visitor.SignedIn(site, "rosa");

        using var tooEarly = await anna.Post("/standard/3", "/standard/3?handler=Propose", ("version", Version(site)));
        var refused = await anna.Read("/standard/3");
        using var removed = await anna.Post("/standard/3/product?code=FALT", "/standard/3/product?handler=Remove&code=FALT", ("version", Version(site)));
        using var proposed = await anna.Post("/standard/3", "/standard/3?handler=Propose", ("version", Version(site)));
        using var locked = await anna.Get("/standard/3/rules");
        (string, string)[] decision = [("version", Version(site)), ("minute", "IT-rådet § 9/2026"), ("decidedOn", "2026-06-15"), ("validFrom", "2027-01-01")];
        using var decided = await council.Post("/standard/3", "/standard/3?handler=Decide", decision);
        using var twice = await council.Post("/profile", "/standard/3?handler=Decide", decision);
        var after = await council.Read("/standard/3");

        Assert.Contains("Utgåvan kan inte läggas fram", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, locked.StatusCode);
        Assert.All([tooEarly, removed, proposed, decided, twice], answer => Assert.Equal(HttpStatusCode.Found, answer.StatusCode));
        Assert.Contains("Utgåva 3 är inte framlagd", after, StringComparison.Ordinal); // the second click
        Assert.Contains("IT-rådet § 9/2026", after, StringComparison.Ordinal);
        Assert.Contains(">Kommande<", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interest_is_set_from_a_day_and_nonsense_is_refused()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var anna = await Visitor.SignedIn(site, "anna");

        using var set = await anna.Post("/prices", "/prices", ("from", "2026-07-01"), ("percent", "2,75"), ("reason", "Budget"));
        var after = await anna.Read("/prices?on=2026-07-01");
        using var nonsense = await anna.Post("/prices", "/prices", ("from", "2026-07-01"), ("percent", "mycket"));
        var refused = await anna.Read("/prices");

        Assert.Contains("Internräntan är 2,75 % från 2026-07-01", after, StringComparison.Ordinal);
        Assert.Contains("503,75", after, StringComparison.Ordinal);
        Assert.Contains("Beloppet kan inte användas: mycket", refused, StringComparison.Ordinal);
        Assert.Contains("2,5 %", refused, StringComparison.Ordinal);
    }

    private static DatedEdition Draft(ExampleSite site) => DatedEdition.Find(site.Example.Installation.Database, 3)!;

    private static string Version(ExampleSite site) => Draft(site).Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

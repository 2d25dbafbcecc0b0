using System.IO.Compression;
using System.Net;
using System.Text;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Inventory;

/// <summary>What somebody who imports a file in the browser is told.</summary>
public sealed class ImportPages
{
    [Fact]
    public async Task What_is_wrong_in_a_file_is_said_in_the_readers_language_with_the_line_it_stands_on()
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        using var anna = await Visitor.SignedIn(site, "anna");
        // A blank line: the second data row stands on line 4.
        await Send(anna, "inventarier.csv", "assets", "asset_tag,serial,model_code,purchase_date,price,supplier_code,warranty_until,site_code,room,state,note,färg\n\nNY1,NYS1,SAKNAS,2026-13-01,\"1,50\",,,,,in_use,,röd\nNY2,NYS2,SAKNAS,2026-03-01,1.00,,,,,in_use,,blå\n");

        var page = WebUtility.HtmlDecode(await anna.ReadUntil("/import", "Det finns ingen modell med den koden"));

        Assert.Contains("<td class=\"number\">3</td><td><span class=\"badge bg-red-lt\">Avvisad</span></td><td class=\"wrap\"><code>model_code</code></td><td class=\"wrap\">Det finns ingen modell med den koden. Läs in modellerna först. Angivet: SAKNAS</td>", page, StringComparison.Ordinal);
        Assert.Contains("Angivet: 2026-13-01", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">1</td><td><span class=\"badge bg-yellow-lt\">Varning</span></td><td class=\"wrap\"><code>färg</code></td><td class=\"wrap\">Kolumnen är okänd och lästes inte.</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no", page, StringComparison.Ordinal);
        var report = await anna.Read("/import?handler=Report&id=" + TaskIn(page));
        Assert.Contains("2,4,error,unknown_model,model_code,Det finns ingen modell", report, StringComparison.Ordinal);
        Assert.Contains(",error,amount_format,price,\"Skriv ett belopp, till exempel 1250,00", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_refused_as_a_whole_says_why_in_the_readers_language()
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        using var anna = await Visitor.SignedIn(site, "anna");

        await Send(anna, "fel.csv", "suppliers", "supplier_code,name\nL9,X\n");

        Assert.Contains("Filen kan inte läsas in: Rubrikraden saknar org_number. Är det rätt sorts fil?", await anna.ReadUntil("/import", "Rubrikraden saknar"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_of_file_shows_its_columns_and_has_an_empty_file_to_fill_in()
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        using var anna = await Visitor.SignedIn(site, "anna");

        var page = await anna.Read("/import");
        var template = await anna.Read("/import?handler=Template&kind=sites");

        Assert.Contains("<code>contract_line, asset_tag, unit_code, cost_code, start_date, end_date, monthly_rate</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>connection, latitude, longitude</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>in_use</code> I bruk", page, StringComparison.Ordinal);
        Assert.Equal("site_code;name;municipality_code;postcode;connection;latitude;longitude\r\n", template);
        using var none = await anna.Get("/import?handler=Template&kind=device-types");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task What_was_broken_off_is_started_again_by_one_click_and_a_trial_stays_a_trial()
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        using var anna = await Visitor.SignedIn(site, "anna");
        await Send(anna, "modeller.csv", "models", "model_code,kind,vendor,model,list_price,life_months\nNY-1,pc,Fabrikör,Ny,1250.50,48\n");
        await anna.ReadUntil("/import", "1 rader prövade: 1 nya");
        site.Example.Change("update tasks set state = 4, result = null"); // as the start after a kill leaves it

        var broken = WebUtility.HtmlDecode(await anna.Read("/import"));
        using var again = await anna.Post("/import", "/import?handler=Apply", ("id", TaskIn(broken)));
        var tried = await anna.ReadUntil("/import", "1 rader prövade: 1 nya");

        Assert.Contains("Programmet stannade mitt i. Inget är sparat till hälften", broken, StringComparison.Ordinal);
        Assert.Contains("Starta igen", broken, StringComparison.Ordinal);
        Assert.DoesNotContain("Läs in nu", broken, StringComparison.Ordinal);
        Assert.Contains("Läs in nu", tried, StringComparison.Ordinal);
        Assert.Equal("0", site.Example.Scalar("select count(*) from models"));
    }

    [Fact]
    public async Task A_decimal_comma_is_taken_where_it_is_ticked()
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        using var anna = await Visitor.SignedIn(site, "anna");

        await Send(anna, "modeller.csv", "models", "model_code,kind,vendor,model,list_price,life_months\nKOMMA-1,pc,Fabrikör,Komma,\"1 250,50\",48\n", ("comma", "true"));

        Assert.Contains("1 rader prövade: 1 nya", await anna.ReadUntil("/import", "1 rader prövade: 1 nya"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Device_types_come_in_a_zip_of_yaml_and_are_shown_with_their_models()
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        using var anna = await Visitor.SignedIn(site, "anna");
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Entry(zip, "library/Fabrikör/vx-48.yaml", "manufacturer: Fabrikör\nmodel: VX 48\nslug: fabrikor-vx-48\npart_number: 900-48\nu_height: 1.5\nweight: 4.2\nweight_unit: kg\ninterfaces:\n  - name: ge1\n  - name: ge2\n");
            Entry(zip, "../../../utanför.yaml", "not: a device type");
            Entry(zip, "library/README.md", "# Library");
        }
        await Send(anna, "modeller.csv", "models", "model_code,kind,vendor,model,list_price,life_months\nVX-48,switch,Fabrikör,VX 48,9000.00,60\n");
        await Apply(anna, "modeller.csv", rows: 1);

        using var sent = await anna.PostFile("/import", "/import", "typer.zip", bytes.ToArray(), ("kind", "device-types"));
        Assert.Contains("2 rader prövade: 1 nya, 0 ändrade, 0 oförändrade, 1 avvisade", await anna.ReadUntil("/import", "2 rader prövade"), StringComparison.Ordinal);
        await Apply(anna, "typer.zip", rows: 2);

        var list = await anna.Read("/device-types?q=vx+48");
        Assert.Contains("1,5 U", list, StringComparison.Ordinal);
        var model = await anna.Read("/models/" + site.Example.Scalar("select id from models where code = 'VX-48'"));
        Assert.Contains("<dt>Nätportar</dt><dd>2</dd>", WebUtility.HtmlDecode(model), StringComparison.Ordinal);
        Assert.Contains("4.2 kg", model, StringComparison.Ordinal);
    }

    private static void Entry(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static async Task Send(Visitor visitor, string name, string kind, string text, params (string, string)[] more)
    {
        using var sent = await visitor.PostFile("/import", "/import", name, Encoding.UTF8.GetBytes(text), [("kind", kind), .. more]);
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
    }

    private static async Task Apply(Visitor visitor, string name, int rows)
    {
        var tried = await visitor.ReadUntil("/import", "Läs in nu");
        Assert.Contains(name, tried, StringComparison.Ordinal);
        using var applied = await visitor.Post("/import", "/import?handler=Apply", ("id", TaskIn(tried)));
        await visitor.ReadUntil("/import", $"{rows} rader inlästa");
    }

    private static string TaskIn(string page) => page.Split("id=\"task-", 2)[1].Split('"', 2)[0];
}

using System.IO.Compression;
using System.Net;
using Assets.Web.Tests.Api;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Chargeback;

/// <summary>What the cost card asks to look at, in each of the forms in which it is taken home.</summary>
public sealed class CostsToLookAt
{
    private const string Reason = "Återlämnad i februari, anmäld i april";

    [Fact]
    public async Task What_ends_what_is_silent_and_what_was_corrected_why_is_on_the_page_in_the_workbook_and_in_the_answer_to_a_program()
    {
        await using var site = await ExampleSite.Start(Ahead());
        using var anna = await Visitor.SignedIn(site, "anna");
        using var program = Calling.By(site, "anna");

        var page = WebUtility.HtmlDecode(await anna.Read("/costs?month=2026-04"));
        using var file = await anna.Get("/costs/file?month=2026-04");
        using var book = new ZipArchive(await file.Content.ReadAsStreamAsync());
        var json = (await program.Get("costs?month=2026-04")).Json!;

        Assert.All(new[] { "C00030", "IT0000040", "C00020", Reason }, said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.All(new[] { ("sheet5", "C00030"), ("sheet6", "IT0000040"), ("sheet7", "C00020") }, cell => Assert.Contains($">{cell.Item2}<", Part(book, $"worksheets/{cell.Item1}.xml"), StringComparison.Ordinal));
        Assert.All(new[] { "Hyran upphör", Reason, "Sista dag", "Svarade senast" }, said => Assert.Contains($">{said}<", Part(book, "sharedStrings.xml"), StringComparison.Ordinal));
        Assert.DoesNotContain("AVVIKER</v>", Part(book, "worksheets/sheet8.xml"), StringComparison.Ordinal);
        var end = json["ends"]!["items"]!.AsArray().Single(one => one!["code"]!.GetValue<string>() == "C00030")!;
        Assert.Equal(("2026-07-31", false), (end["last_day"]!.GetValue<string>(), end["is_term"]!.GetValue<bool>()));
        Assert.Equal("IT0000040", json["silent"]!["items"]!.AsArray().Single()!["asset_tag"]!.GetValue<string>());
        Assert.Equal(1, json["silent"]!["count"]!.GetValue<int>());
        var corrected = json["corrected"]!["items"]!.AsArray();
        Assert.Equal(Reason, corrected.Single(one => one!["line_code"]!.GetValue<string>() == "C00020")!["reason"]!.GetValue<string>());
        Assert.Equal(corrected.Count, json["corrected"]!["count"]!.GetValue<int>());
        Assert.Equal(["2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12"], json["forecast"]!.AsArray().Select(month => month!["month"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Another_part_is_told_nothing_of_it()
    {
        await using var site = await ExampleSite.Start(Ahead());
        using var program = Calling.By(site, "vera"); // of 100-11
        using var whole = Calling.By(site, "anna");
        var all = (await whole.Get("costs?month=2026-04")).Json!;
        var json = (await program.Get("costs?month=2026-04")).Json!;

        foreach (var list in new[] { "ends", "silent", "corrected" })
            Assert.True(json[list]!["count"]!.GetValue<int>() < all[list]!["count"]!.GetValue<int>(), list);
        Assert.DoesNotContain("C00020", json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_looks_like_a_formula_is_text_in_the_workbook()
    {
        var example = Ahead();
        example.Import("contracts", ExampleFiles.Contracts(10, 10, new Dictionary<int, decimal> { [10] = 241m }, new Dictionary<int, string>()), "=1+1"); // corrected in January, and changed again
        await using var site = await ExampleSite.Start(example);
        using var anna = await Visitor.SignedIn(site, "anna");

        using var file = await anna.Get("/costs/file?month=2026-01");
        using var book = new ZipArchive(await file.Content.ReadAsStreamAsync());

        Assert.Contains(">C00010<", Part(book, "worksheets/sheet7.xml"), StringComparison.Ordinal);
        Assert.Contains(">=1+1<", Part(book, "sharedStrings.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("<f>1+1</f>", Part(book, "worksheets/sheet7.xml"), StringComparison.Ordinal);
    }

    // One line ends in July, and one polled device has not answered since May.
    private static Example Ahead()
    {
        var example = Example.Full();
        example.Import("contracts", ExampleFiles.Contracts(30, 30, new Dictionary<int, decimal>(), new Dictionary<int, string> { [30] = "2026-07-31" }), "Uppsagd");
        example.Change("update devices set last_seen = last_seen - 20 * 86400 * cast(1000000 as bigint) where id = 4");
        return example;
    }

    private static string Part(ZipArchive book, string name)
    {
        using var reader = new StreamReader(book.GetEntry("xl/" + name)!.Open());
        return reader.ReadToEnd();
    }
}

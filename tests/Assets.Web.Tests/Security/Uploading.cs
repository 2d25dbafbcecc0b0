using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Assets.Operations.Imports;
using Assets.Web.Tests.Api;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Security;

/// <summary>Files that are larger than the setting allows, sent by somebody who does not say so beforehand.</summary>
public sealed class Uploading
{
    // The setting is one megabyte, and one is for what stands around a file.
    private const int TooMuch = 2_100_000;

    [Fact]
    public async Task A_body_that_does_not_say_its_length_is_cut_off_at_the_limit()
    {
        await using var site = await ExampleSite.Start(Example.Empty(("Assets:UploadMegabytes", "1")));
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Calling.Token(site, "anna"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports/sites") { Content = Unmeasured() };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("0", site.Example.Scalar("select count(*) from tasks"));
    }

    [Fact]
    public async Task So_it_is_on_the_page_and_nothing_of_it_is_kept()
    {
        await using var site = await ExampleSite.Start(Example.Empty(("Assets:UploadMegabytes", "1")));
        using var anna = await Visitor.SignedIn(site, "anna");
        using var form = new MultipartFormDataContent { { new StringContent(Visitor.TokenOf(await anna.Read("/import"))), "__RequestVerificationToken" }, { new StringContent("sites"), "kind" }, { Unmeasured(), "file", "sites.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import") { Content = form };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await anna.Send(request);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge });
        Assert.False(Directory.Exists(Uploads.Folder(site.Example.Installation)));
    }

    [Theory]
    [InlineData("/import")]
    [InlineData("/api/v1/imports/sites")]
    [InlineData("/sign-in")]
    public async Task Two_gigabytes_that_say_so_are_refused_before_one_of_them_is_sent(string address)
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        using var connection = new TcpClient();
        await connection.ConnectAsync(site.Address.Host, site.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {address} HTTP/1.1\r\nHost: {site.Address.Authority}\r\nContent-Type: text/csv\r\nContent-Length: 2000000000\r\n\r\n"), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream, Encoding.ASCII);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken); // to its end: the connection is closed, not kept for a body that nobody wants

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Uploads.Folder(site.Example.Installation)));
    }

    private static StreamContent Unmeasured() => new(new Unmeasurable(new byte[TooMuch]));

    // HttpClient says the length of what it can measure.
    private sealed class Unmeasurable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}

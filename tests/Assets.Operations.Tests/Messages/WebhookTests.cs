using System.Net;
using System.Security.Cryptography;
using System.Text;
using Assets.Core.Rentals;
using Assets.Data.Messages;
using Assets.Data.Storage;
using Assets.Operations.Messages;
using Assets.Operations.Rentals;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Messages;

public sealed class WebhookTests
{
    private static readonly (string, string?) Loopback = ("Assets:WebhookHosts", "127.0.0.1");

    [Theory]
    [OnBoth]
    public async Task What_happens_is_told_in_order_and_signed(Engine engine)
    {
        using var receiver = new Receiver();
        using var town = TestInstallation.On(engine, Loopback);
        Happen(town, 2020); // before the webhook: not its business
        var secret = Add(town, receiver.Address).Secret;
        for (var year = 2021; year <= 2025; year++) Happen(town, year);
        using var teller = new TellWebhooks(town.Installation);

        var told = await teller.Run(CancellationToken.None);
        var again = await teller.Run(CancellationToken.None);

        Assert.Equal((5, 0, 0), (told.Taken, told.Failed, again.Taken));
        var messages = receiver.Messages.ToList();
        Assert.Equal(["20210101", "20220101", "20230101", "20240101", "20250101"], messages.Select(message => message.Json["data"]!["ids"]![0]!.ToString()));
        Assert.All(messages, message =>
        {
            var mac = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{message.Id}.{message.Timestamp}.{message.Body}"));
            Assert.Equal("v1," + Convert.ToBase64String(mac), message.Signature);
            Assert.Equal("interest_rate.changed", message.Json["type"]!.GetValue<string>());
            Assert.Equal("tester", message.Json["data"]!["actor"]!.GetValue<string>());
        });
        Assert.DoesNotContain(secret, Scalar(town, "select secret from webhooks"), StringComparison.Ordinal);
    }

    [Theory]
    [OnBoth]
    public async Task A_receiver_that_fails_is_told_again_later_and_nothing_is_left_out_or_changes_its_place(Engine engine)
    {
        using var receiver = new Receiver();
        using var town = TestInstallation.On(engine, Loopback);
        Add(town, receiver.Address);
        for (var year = 2021; year <= 2023; year++) Happen(town, year);
        using var teller = new TellWebhooks(town.Installation);
        var answers = new Queue<int>([204, 500, 204, 204]);
        receiver.Answer = () => answers.Dequeue();

        Assert.Equal((1, 1), (await teller.Run(CancellationToken.None)) is var first ? (first.Taken, first.Failed) : default);
        Assert.Equal((0, 0), (await teller.Run(CancellationToken.None)) is var early ? (early.Taken, early.Failed) : default); // it waits
        Assert.NotNull(Webhooks.Read(town.Database)[0].FailingSince);
        town.Clock.Now += TimeSpan.FromSeconds(15);
        Assert.Equal((2, 0), (await teller.Run(CancellationToken.None)) is var later ? (later.Taken, later.Failed) : default);

        var ids = receiver.Messages.Select(message => message.Id).ToList();
        Assert.Equal(4, ids.Count);
        Assert.Equal(ids[1], ids[2]); // the same message, the same id
        Assert.Equal((null, 0, 0L), (Webhooks.Read(town.Database)[0].FailingSince, Webhooks.Read(town.Database)[0].Attempts, Webhooks.Read(town.Database)[0].Behind));
    }

    [Theory]
    [OnBoth]
    public async Task A_receiver_that_hangs_and_one_that_sends_elsewhere_have_not_taken_it(Engine engine)
    {
        using var receiver = new Receiver();
        using var town = TestInstallation.On(engine, Loopback);
        Add(town, receiver.Address);
        Happen(town, 2021);
        using var teller = new TellWebhooks(town.Installation, TimeSpan.FromMilliseconds(300));

        receiver.Answer = () => 0;
        Assert.Equal(1, (await teller.Run(CancellationToken.None)).Failed);
        town.Clock.Now += TimeSpan.FromMinutes(1);
        receiver.Answer = () => 302;
        Assert.Equal(1, (await teller.Run(CancellationToken.None)).Failed);

        Assert.All(receiver.Messages, message => Assert.Equal("/hook", message.Path));
        Assert.Equal([302, null], Webhooks.Deliveries(town.Database, null).Select(delivery => delivery.Status));
    }

    [Theory]
    [OnBoth]
    public async Task After_days_of_failure_it_is_given_up_and_goes_on_where_it_was_when_it_is_enabled(Engine engine)
    {
        using var receiver = new Receiver();
        using var town = TestInstallation.On(engine, Loopback);
        var id = Add(town, receiver.Address).Id;
        Happen(town, 2021);
        using var teller = new TellWebhooks(town.Installation);
        receiver.Answer = () => 500;
        var tries = 0;
        while (Webhooks.Read(town.Database)[0].DisabledAt is null && tries++ < 100)
        {
            await teller.Run(CancellationToken.None);
            town.Clock.Now += TimeSpan.FromHours(8);
        }

        Assert.InRange(tries, 10, 30);
        Assert.Equal(0, (await teller.Run(CancellationToken.None)).Failed);
        Assert.Equal("1", Scalar(town, "select count(*) from change_sets where verb = 'give up webhook'"));
        receiver.Answer = () => 200;
        Happen(town, 2022);
        Assert.True(KeepWebhook.Enable(town.Installation, id).IsDone);
        Assert.Equal(2, (await teller.Run(CancellationToken.None)).Taken);
    }

    [Theory]
    [OnBoth]
    public async Task Only_what_is_asked_for_is_told_and_one_message_can_be_told_again(Engine engine)
    {
        using var receiver = new Receiver();
        using var town = TestInstallation.On(engine, Loopback);
        var silent = AddWebhook.Run(town.Installation, new WebhookRequest("Inventarier", receiver.Address, [Subject.Asset])).Value;
        Happen(town, 2021);
        using var teller = new TellWebhooks(town.Installation);
        Assert.Equal(0, (await teller.Run(CancellationToken.None)).Taken);
        Assert.Equal(0, Webhooks.Read(town.Database)[0].Behind);

        Add(town, receiver.Address);
        Happen(town, 2022);
        await teller.Run(CancellationToken.None);
        var delivery = Assert.Single(Webhooks.Deliveries(town.Database, null));
        var again = await teller.Again(delivery.WebhookId, delivery.Message, CancellationToken.None);

        Assert.True(again.Value.IsTaken);
        Assert.Equal(2, receiver.Messages.Count);
        Assert.Single(receiver.Messages.Select(message => message.Id).Distinct());
        Assert.Equal(WebhookRefusals.UnknownMessage, (await teller.Again(silent.Id, delivery.Message, CancellationToken.None)).Refusal?.Code);
        Assert.Equal(WebhookRefusals.UnknownMessage, (await teller.Again(delivery.WebhookId, $"msg_{delivery.WebhookId}_1_999999", CancellationToken.None)).Refusal?.Code);
    }

    [Theory]
    [OnBoth("ftp://example.se/")]
    [OnBoth("file:///etc/passwd")]
    [OnBoth("http://127.0.0.1/")]
    [OnBoth("http://[::1]/")]
    [OnBoth("http://[::ffff:10.0.0.1]/")]
    [OnBoth("http://169.254.169.254/latest/meta-data/")]
    [OnBoth("http://10.1.2.3:8080/")]
    [OnBoth("http://2130706433/")]
    [OnBoth("http://0x7f.1/")]
    [OnBoth("http://user:secret@example.se/")]
    [OnBoth("/hook")]
    [OnBoth("")]
    public void An_address_inside_is_refused_where_no_setting_opens_it(Engine engine, string address)
    {
        using var town = TestInstallation.On(engine);

        Assert.Equal(WebhookRefusals.BadAddress, AddWebhook.Run(town.Installation, new WebhookRequest("Inåt", address, null)).Refusal?.Code);
    }

    [Theory]
    [OnBoth]
    public async Task A_name_that_stands_for_an_address_inside_is_refused_when_the_connection_is_made(Engine engine)
    {
        using var receiver = new Receiver();
        using var town = TestInstallation.On(engine);
        Assert.True(AddWebhook.Run(town.Installation, new WebhookRequest("Namn", $"http://localhost:{receiver.Port}/hook", null)).IsDone);
        Happen(town, 2021);
        using var teller = new TellWebhooks(town.Installation);

        Assert.Equal(1, (await teller.Run(CancellationToken.None)).Failed);
        Assert.Empty(receiver.Messages);
    }

    [Theory]
    [OnBoth]
    public void Where_hosts_are_named_others_are_closed(Engine engine)
    {
        using var town = TestInstallation.On(engine, ("Assets:WebhookHosts", "arende.kommun.se, 10.0.0.7"));

        Assert.True(AddWebhook.Run(town.Installation, new WebhookRequest("A", "https://arende.kommun.se/hook", null)).IsDone);
        Assert.True(AddWebhook.Run(town.Installation, new WebhookRequest("B", "http://10.0.0.7:8080/hook", null)).IsDone);
        Assert.Equal(WebhookRefusals.BadAddress, AddWebhook.Run(town.Installation, new WebhookRequest("C", "https://example.com/hook", null)).Refusal?.Code);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.16.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("2001:db8::1", true)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("::", false)]
    public void Addresses_for_use_inside_are_known(string address, bool isPublic) => Assert.Equal(isPublic, WebhookTargets.IsPublic(IPAddress.Parse(address)));

    private static WebhookAdded Add(TestInstallation town, string address) => AddWebhook.Run(town.Installation, new WebhookRequest("Ärendesystem", address, null)).Value;

    private static void Happen(TestInstallation town, int year) => Assert.True(SetInterest.Run(town.Installation, new InterestRow(new DateOnly(year, 1, 1), 2.5m)).IsDone);

    private static string Scalar(TestInstallation town, string sql)
    {
        using var connection = town.Database.Open();
        return Convert.ToString(connection.Scalar(sql), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}

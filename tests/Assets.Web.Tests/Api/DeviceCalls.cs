using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Api;

/// <summary>Polled devices as programs read and change them.</summary>
public sealed class DeviceCalls
{
    [Fact]
    public async Task A_device_is_changed_by_who_has_seen_it_as_it_is_and_by_nobody_else()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var program = Calling.By(site, "tove");
        static string Body(string name) => $$"""{ "name": "{{name}}", "address": "10.20.0.2", "asset_tag": "IT0000014" }""";
        Task<Answered> Put(string name, params (string, string)[] headers) => program.Send(HttpMethod.Put, "devices/2", Body(name), headers);
        var seen = (await program.Get("devices/2")).ETag!;

        var blind = await Put("sw-blind");
        var first = await Put("sw-först", ("If-Match", seen));
        var late = await Put("sw-sent", ("If-Match", seen));
        var now = await program.Get("devices/2");
        var second = await Put("sw-igen", ("If-Match", now.ETag!));
        var missing = await program.Send(HttpMethod.Put, "devices/999", Body("sw"), ("If-Match", seen));

        Assert.Equal((428, "if_match_missing"), (blind.Status, blind.Code));
        Assert.Equal((412, "device_changed_meanwhile"), (late.Status, late.Code));
        Assert.Equal((200, 200, 404), (first.Status, second.Status, missing.Status));
        Assert.Equal(first.ETag, now.ETag);
        Assert.Equal("sw-igen", site.Example.Scalar("select name from devices where id = 2"));
    }
}

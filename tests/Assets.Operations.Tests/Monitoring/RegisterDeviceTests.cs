using Assets.Data.Storage;
using Assets.Operations.Monitoring;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Monitoring;

public sealed class RegisterDeviceTests
{
    private static readonly DeviceSettings Good = new("sw-1", null, "10.0.0.1", Community: "s3cret-77");

    [Theory]
    [OnBoth]
    public void What_cannot_be_polled_is_refused(Engine engine)
    {
        using var test = TestInstallation.On(engine);
        var keys = CommunityKeys.Open(test.Installation);
        string? Code(DeviceSettings device) => RegisterDevice.Add(test.Installation, keys, device).Refusal?.Code;

        Assert.Equal(DeviceRefusals.NameMissing, Code(Good with { Name = " " }));
        Assert.Equal(DeviceRefusals.BadAddress, Code(Good with { Address = "10.0.0.1; drop" }));
        Assert.Equal(DeviceRefusals.BadAddress, Code(Good with { Address = "" }));
        Assert.Equal(DeviceRefusals.BadPort, Code(Good with { Port = 0 }));
        Assert.Equal(DeviceRefusals.BadPort, Code(Good with { Port = 65_536 }));
        Assert.Equal(DeviceRefusals.UnsupportedVersion, Code(Good with { Version = 3 }));
        Assert.Equal(DeviceRefusals.UnknownProfile, Code(Good with { Profile = "everything" }));
        Assert.Equal(DeviceRefusals.CommunityMissing, Code(Good with { Community = null }));
        Assert.Equal(DeviceRefusals.CommunityMissing, Code(Good with { Community = "" }));
        Assert.Equal(DeviceRefusals.CommunityTooLong, Code(Good with { Community = new string('å', 128) }));
        Assert.Equal(DeviceRefusals.UnknownAsset, Code(Good with { AssetTag = "IT-404" }));
        Assert.Null(Code(Good));
        Assert.Equal(DeviceRefusals.AddressTaken, Code(Good with { Name = "sw-2", Address = " 10.0.0.1 " }));
        Assert.Null(Code(Good with { Name = "sw-2", Port = 1161 }));
        Assert.Null(Code(Good with { Name = "sw-3", Address = "switch-3.example.org" }));
        Assert.Equal(DeviceRefusals.UnknownDevice, RegisterDevice.Change(test.Installation, keys, 404, Good, null).Refusal?.Code);
    }

    [Theory]
    [OnBoth]
    public void A_change_is_history_and_never_tells_the_community(Engine engine)
    {
        using var test = TestInstallation.On(engine);
        var keys = CommunityKeys.Open(test.Installation);
        var id = RegisterDevice.Add(test.Installation, keys, Good).Value.Id;

        Assert.True(RegisterDevice.Change(test.Installation, keys, id, Good with { Community = null }, null).IsDone); // nothing changes
        Assert.True(RegisterDevice.Change(test.Installation, keys, id, Good with { Community = "n3w-s3cret", Address = "10.0.0.9", Enabled = false }, "moved").IsDone);

        using var connection = test.Database.Open();
        Assert.Equal(
            ["add_device||||", """change_device|tester|moved|{"address":"10.0.0.1","enabled":true}|{"address":"10.0.0.9","enabled":false,"community_changed":true}"""],
            connection.Rows(
                "select c.verb, c.actor, c.reason, h.before, h.after from history h join change_sets c on c.id = h.change_set_id where h.subject = 9 order by h.id",
                r => r.GetString(0) == "add_device" ? $"add_device||{r.Text(2)}|{r.Text(3)}|{r.Text(4)}" : $"{r.GetString(0)}|{r.GetString(1)}|{r.Text(2)}|{r.Text(3)}|{r.Text(4)}"));
        var stored = Assert.Single(connection.Rows("select protected_community from devices", r => r.GetString(0)));
        Assert.DoesNotContain("s3cret", stored, StringComparison.Ordinal);
        Assert.True(CommunityKeys.Open(test.Installation).TryOpen(stored, out _)); // any program with the same ring can
    }

    [Theory]
    [OnBoth]
    public void The_key_ring_is_this_accounts_alone(Engine engine)
    {
        using var test = TestInstallation.On(engine);
        CommunityKeys.Open(test.Installation).Protect("x");
        Assert.NotEmpty(Directory.GetFiles(test.Installation.KeyRingFolder));
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no file modes");
        else Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(test.Installation.KeyRingFolder));
    }

    [Theory]
    [OnBoth]
    public void A_device_is_an_asset_of_the_register(Engine engine)
    {
        using var test = TestInstallation.On(engine);
        test.Furnish();
        test.Import("assets", Fleet.AssetHeader + "IT-1,SN-1,PC,2024-01-01,1.00,,,,,in_use,\n");
        var id = RegisterDevice.Add(test.Installation, CommunityKeys.Open(test.Installation), Good with { AssetTag = " it-1 " }).Value.Id;
        using var connection = test.Database.Open();
        Assert.Equal("IT-1", connection.Scalar("select a.tag from devices d join assets a on a.id = d.asset_id where d.id = @p0", id));
    }
}

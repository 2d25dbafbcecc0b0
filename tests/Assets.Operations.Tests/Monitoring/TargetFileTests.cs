using Assets.Operations.Imports;
using Assets.Operations.Monitoring;
using Assets.Snmp.Wire;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Monitoring;

public sealed class TargetFileTests : IDisposable
{
    private const string Secret = "tell-n0body";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("address,port,version,community,profile\n10.0.0.1,1161,1,x,if-basic\n", "10.0.0.1 10.0.0.1:1161 V1 if-basic")]
    [InlineData("address,community\n10.0.0.1,x\n", "10.0.0.1 10.0.0.1:161 V2c full")] // unused columns may be missing
    [InlineData("community;Profile;ADDRESS\nx;;10.0.0.1\n", "10.0.0.1 10.0.0.1:161 V2c full")]
    [InlineData("address,port,version,community,profile,user,auth,auth_password,priv,priv_password\n10.0.0.1,,2c,x,,,,,,\n", "10.0.0.1 10.0.0.1:161 V2c full")]
    [InlineData("address,community\nlocalhost,x\n", "localhost 127.0.0.1:161 V2c full")]
    [InlineData("address,community\n::1,x\n", "::1 [::1]:161 V2c full")]
    public async Task A_target_is_an_address_and_what_to_ask_there(string text, string target)
    {
        var file = await Read(text);
        Assert.Empty(file.Findings);
        var read = Assert.Single(file.Targets);
        Assert.Equal(target, $"{read.Device} {read.Agent.EndPoint} {read.Agent.Version} {read.Profile.Name}");
    }

    [Theory]
    [InlineData(",161,2c,x,full", "address is missing")]
    [InlineData("10.0.0.1 or so,161,2c,x,full", "no address")]
    [InlineData("nowhere.invalid,161,2c,x,full", "no name")]
    [InlineData("10.0.0.1,0,2c,x,full", "'0' is no port")]
    [InlineData("10.0.0.1,65536,2c,x,full", "no port")]
    [InlineData("10.0.0.1,161,2,tell-n0body,nothing", "'nothing' is no profile")]
    [InlineData("10.0.0.1,161,3,tell-n0body,full", "Version 3 is not supported yet")]
    [InlineData("10.0.0.1,161,4,tell-n0body,full", "'4' is no version")]
    [InlineData("10.0.0.1,161,2c,,full", "community is missing")]
    [InlineData("10.0.0.1,161,2c", "community is missing")]
    public async Task A_bad_row_is_told_with_its_line_and_the_others_stand(string row, string message)
    {
        var file = await Read($"address,port,version,community,profile\n10.0.0.1,161,1,{Secret},if-basic\n\n{row}\n10.0.0.2,161,2c,{Secret},full\n");
        Assert.Equal(["10.0.0.1", "10.0.0.2"], file.Targets.Select(t => t.Device));
        var finding = Assert.Single(file.Findings);
        Assert.Equal((4, true), (finding.Line, finding.IsRejected));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, finding.Message + file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_column_is_a_warning()
    {
        var file = await Read("address,community,colour\n10.0.0.1,x,red\n");
        Assert.Equal(SnmpVersion.V2c, Assert.Single(file.Targets).Agent.Version);
        Assert.False(Assert.Single(file.Findings).IsRejected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.1,161\n")]
    [InlineData("address,address\n")]
    public async Task A_file_that_is_no_list_of_targets_is_refused(string text) => await Assert.ThrowsAsync<ImportRefusedException>(() => Read(text));

    private async Task<TargetFile> Read(string text)
    {
        await File.WriteAllTextAsync(folder["targets.csv"], text);
        return await TargetFile.ReadAsync(folder["targets.csv"]);
    }
}

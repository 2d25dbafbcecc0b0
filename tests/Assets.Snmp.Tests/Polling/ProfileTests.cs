using Assets.Snmp.Profiles;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Tests.Polling;

public class ProfileTests
{
    [Fact]
    public void The_basic_profile_reads_what_its_contract_says()
    {
        Assert.True(ProfileCatalog.Embedded.TryGet("if-basic", out var profile));
        Assert.Equal(
            ["sysUpTime", "ifHCInOctets", "ifHCOutOctets", "ifInErrors", "ifOutErrors", "ifOperStatus"],
            profile.Unconditional.Select(m => m.Name));
        Assert.Equal(["ifInOctets", "ifOutOctets"], profile.Unconditional.Select(profile.FallbackOf).OfType<Metric>().Select(m => m.Name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" full ")]
    public void No_name_means_the_full_profile(string? name)
    {
        Assert.True(ProfileCatalog.Embedded.TryGet(name, out var profile));
        Assert.Equal("full", profile.Name);
    }

    [Fact]
    public void An_unknown_profile_is_not_found() => Assert.False(ProfileCatalog.Embedded.TryGet("everything", out _));

    [Theory]
    [InlineData("sysDescr", "1.3.6.1.2.1.1.1.0")]
    [InlineData("sysObjectID", "1.3.6.1.2.1.1.2.0")]
    [InlineData("ifName", "1.3.6.1.2.1.31.1.1.1.1")]
    [InlineData("ifAlias", "1.3.6.1.2.1.31.1.1.1.18")]
    [InlineData("ifHighSpeed", "1.3.6.1.2.1.31.1.1.1.15")]
    [InlineData("entPhysicalSerialNum", "1.3.6.1.2.1.47.1.1.1.1.11")]
    [InlineData("entPhysicalModelName", "1.3.6.1.2.1.47.1.1.1.1.13")]
    [InlineData("prtMarkerLifeCount", "1.3.6.1.2.1.43.10.2.1.4")]
    [InlineData("prtMarkerSuppliesLevel", "1.3.6.1.2.1.43.11.1.1.9")]
    [InlineData("prtGeneralSerialNumber", "1.3.6.1.2.1.43.5.1.1.17")]
    [InlineData("hrProcessorLoad", "1.3.6.1.2.1.25.3.3.1.2")]
    [InlineData("upsEstimatedChargeRemaining", "1.3.6.1.2.1.33.1.2.4.0")]
    public void The_full_profile_knows_the_standard_objects_under_their_own_names(string name, string oid)
    {
        Assert.True(ProfileCatalog.Embedded.TryGet("full", out var profile));
        Assert.Equal(ObjectId.Parse(oid), profile.Unconditional.Single(m => m.Name == name).Oid);
    }

    [Theory]
    [InlineData("1.3.6.1.4.1.318.1.3.27", "upsAdvIdentSerialNumber", true)]
    [InlineData("1.3.6.1.4.1.3180.1", "upsAdvIdentSerialNumber", false)]
    [InlineData("1.3.6.1.4.1.12356.101.1.644", "fnSysSerial", true)]
    public void A_makers_family_is_read_from_its_own_devices_only(string sysObjectId, string metric, bool expected)
    {
        Assert.True(ProfileCatalog.Embedded.TryGet("full", out var profile));
        Assert.Equal(expected, profile.Special(ObjectId.Parse(sysObjectId)).Any(m => m.Name == metric));
    }

    [Theory]
    [InlineData("""{ "family": "x" }""")]
    [InlineData("""{ "family": "x", "source": "y", "profiles": [], "metrics": [ { "name": "a", "oid": "1.3.6", "kind": "scalar", "type": "text" } ] }""")]
    [InlineData("""{ "family": "x", "source": "y", "profiles": [], "metrics": [ { "name": "a", "oid": "1.3.6", "kind": "row", "type": "text" } ] }""")]
    [InlineData("""{ "family": "x", "source": "y", "profiles": [], "metrics": [ { "name": "a", "oid": "1.x", "kind": "column", "type": "text" } ] }""")]
    [InlineData("""{ "family": "x", "source": "y", "profiles": [], "metrics": [ { "name": "a", "oid": "1.3", "kind": "column", "type": "text", "fallbackOf": "b" } ] }""")]
    [InlineData("""{ "family": "x", "source": "y", "profiles": [], "metrics": [ { "name": "a", "oid": "1.3", "kind": "column", "type": "text" }, { "name": "a", "oid": "1.3", "kind": "column", "type": "text" } ] }""")]
    [InlineData("not json")]
    public void A_family_that_makes_no_sense_is_refused(string json) => Assert.Throws<FormatException>(() => Family.Parse(json));

    [Fact]
    public void One_name_for_two_objects_is_refused()
    {
        static Family With(string oid) => Family.Parse(
            $$"""{ "family": "x", "source": "y", "profiles": ["p"], "metrics": [ { "name": "a", "oid": "{{oid}}", "kind": "column", "type": "text" } ] }""");
        Assert.Throws<FormatException>(() => new ProfileCatalog([With("1.3.6"), With("1.3.7")]));
    }
}

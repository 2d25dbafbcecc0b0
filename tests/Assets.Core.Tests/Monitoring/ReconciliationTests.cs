using Assets.Core.Monitoring;

namespace Assets.Core.Tests.Monitoring;

public sealed class ReconciliationTests
{
    private static readonly RegisteredAsset[] Register = [new("it-3", "IT-3", "S1"), new("IT-7", "IT-7", "S7"), new("IT-8", "IT-8", null)];

    [Theory]
    [InlineData("S1", "IT-7", "it-3", Certainty.Certain)] // the serial decides, whatever the name says
    [InlineData(null, "IT-7", "IT-7", Certainty.Likely)]
    [InlineData(null, "IT-8.EXAMPLE.ORG", "IT-8", Certainty.Likely)]
    [InlineData("S8", "IT-8", "IT-8", Certainty.Likely)] // the register knows no serial to contradict
    [InlineData("S9", "IT-7", "IT-7", Certainty.Doubtful)] // swapped, and the name kept
    [InlineData("S9", "SWITCH", null, Certainty.None)]
    [InlineData(null, null, null, Certainty.None)]
    public void A_found_device_is_proposed_to_be(string? serial, string? name, string? tag, Certainty certainty)
    {
        var proposal = Assert.Single(Reconciliation.Propose([new("10.0.0.1", serial, name)], Register));
        Assert.Equal((tag, certainty), (proposal.AssetTag, proposal.Certainty));
    }

    [Fact]
    public void Two_devices_that_claim_one_asset_are_both_in_doubt()
    {
        var proposals = Reconciliation.Propose([new("10.0.0.1", "S1", null), new("10.0.0.2", "S1", null), new("10.0.0.3", "S7", null)], Register);
        Assert.Equal([Certainty.Doubtful, Certainty.Doubtful, Certainty.Certain], proposals.Select(p => p.Certainty));
    }
}

using Assets.Core.Inventory;

namespace Assets.Core.Tests.Inventory;

public sealed class AssetKindTests
{
    [Fact]
    public void Communication_equipment_is_what_carries_the_network() => Assert.Equal(
        ["router", "switch", "modem", "firewall", "access_point"],
        Words(AssetKinds.IsCommunication));

    [Fact]
    public void What_is_attached_to_a_computer_is_no_computer() => Assert.Equal(["monitor", "dock", "peripheral"], Words(AssetKinds.IsAttachable));

    [Fact]
    public void Assets_in_stock_retired_disposed_and_lost_are_nobodys_to_use() => Assert.Equal(
        [AssetState.InStock, AssetState.Retired, AssetState.Disposed, AssetState.Lost],
        Enum.GetValues<AssetState>().Where(AssetStates.IsIdle));

    private static IEnumerable<string> Words(Func<AssetKind, bool> which) => Enum.GetValues<AssetKind>().Where(which).Select(AssetKinds.Vocabulary.Word);
}

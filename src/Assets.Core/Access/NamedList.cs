using Assets.Core.Values;

namespace Assets.Core.Access;

/// <summary>A list that views are saved of.</summary>
public enum NamedList
{
    Assets = 0,
    Contracts = 1,
    Devices = 2,
    Orders = 3,
    Queue = 4,
    Purchases = 5,
}

public static class NamedLists
{
    /// <summary>The words are the lists' addresses too: <c>/contracts</c>.</summary>
    public static Vocabulary<NamedList> Vocabulary { get; } = new(
        (NamedList.Assets, "assets"),
        (NamedList.Contracts, "contracts"),
        (NamedList.Devices, "devices"),
        (NamedList.Orders, "orders"),
        (NamedList.Queue, "queue"),
        (NamedList.Purchases, "purchases"));

    /// <summary>What opens the list, and with it the views of it.</summary>
    public static Permission Needs(NamedList list) => list switch
    {
        NamedList.Assets => Permission.ViewRegister,
        NamedList.Contracts => Permission.ViewContracts,
        NamedList.Devices => Permission.ViewNetwork,
        NamedList.Orders => Permission.ViewOrders,
        NamedList.Queue => Permission.ViewQueue,
        NamedList.Purchases => Permission.ViewPurchases,
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };
}

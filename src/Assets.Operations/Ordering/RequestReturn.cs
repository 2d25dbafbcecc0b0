using Assets.Core.Ordering;
using Assets.Core.Values;

namespace Assets.Operations.Ordering;

/// <summary>A department gives something back (<c>återlämning</c>). Nobody has to approve that; IT fetches it, and the rent ends.</summary>
public static class RequestReturn
{
    public static Outcome<OrderTaken> Run(Installation installation, long lineId, DateOnly wantedOn, string? note = null) =>
        RentedOrder.Place(installation, "request return", lineId, wantedOn, note, (_, rented, _) => new RentedAsk(
            rented.UnitId!.Value, null, RentedOrder.Line(rented, OrderLineKind.Return)));
}

using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;

namespace Assets.Operations.Ordering;

/// <param name="UnitCode">Who pays from now on; the same unit where only the place or the user is another.</param>
/// <param name="Site">A site as people write it, by code or name; none: it stays where it is.</param>
public sealed record MoveRequest(
    long LineId, string UnitCode, string CostCode, DateOnly WantedOn, string? RecipientName = null, string? RecipientAccount = null, string? Site = null, string? Room = null, string? Note = null);

/// <summary>A department hands something on (<c>flytt</c>). The one who is to pay approves it: the order is the receiving unit's.</summary>
public static class RequestMove
{
    public static Outcome<OrderTaken> Run(Installation installation, MoveRequest request) =>
        RentedOrder.Place(installation, "request move", request.LineId, request.WantedOn, request.Note, (act, rented, _) =>
        {
            if (AddToBasket.FindUnit(act, request.UnitCode) is not { } unit) return new Refusal(OrderRefusals.UnknownUnit, request.UnitCode);
            var connection = act.Writing.Connection;
            var code = (int)connection.Number("select id from cost_codes where code_key = @p0", Keys.Fold(request.CostCode));
            if (code == 0) return new Refusal(OrderRefusals.UnknownCostCode, request.CostCode);
            int? site = string.IsNullOrWhiteSpace(request.Site) ? null : ChangeBasket.FindSite(act, request.Site);
            if (site is null && !string.IsNullOrWhiteSpace(request.Site)) return new Refusal(OrderRefusals.UnknownSite, request.Site);
            return new RentedAsk(unit.Id, code, RentedOrder.Line(rented, OrderLineKind.Move) with
            {
                ToUnitId = unit.Id,
                ToCostCodeId = code,
                RecipientName = BasketLines.Text(request.RecipientName),
                RecipientAccount = BasketLines.Text(request.RecipientAccount),
                SiteId = site,
                Room = BasketLines.Text(request.Room),
            });
        });
}

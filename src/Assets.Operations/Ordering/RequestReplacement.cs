using System.Globalization;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>
/// A department wants another asset (<c>byte</c>): either in the place of one that is broken, on the same terms to the end of the same
/// term, or a new one on a new term, which ends the old line and begins another.
/// </summary>
/// <param name="ProductCode">Of the edition in force, for a new term; none: the same terms go on.</param>
public sealed record ReplacementRequest(long LineId, DateOnly WantedOn, string? ProductCode = null, int TermMonths = 0, string? Note = null);

public static class RequestReplacement
{
    public static Outcome<OrderTaken> Run(Installation installation, ReplacementRequest request) =>
        RentedOrder.Place(installation, "request replacement", request.LineId, request.WantedOn, request.Note, (act, rented, today) =>
        {
            var code = (int)act.Writing.Connection.Number("select cost_code_id from line_segments where line_id = @p0 and from_on = @p1", rented.Id, Conventions.ToNumber(rented.Today!.Period.From));
            var ask = new RentedAsk(rented.UnitId!.Value, code == 0 ? null : code, RentedOrder.Line(rented, OrderLineKind.Replace));
            if (request.ProductCode is not { } wanted)
                return ask with { Line = ask.Line with { ProductCode = rented.Today.Service is { Length: > 0 } service ? service : null } };
            var edition = DatedEdition.InForce(act.Writing.Connection, today)!.Content;
            if (edition.Find(wanted) is not { } product || product.Kind == ProductKind.AddOn) return new Refusal(OrderRefusals.UnknownProduct, wanted);
            if (!product.TermMonths.Any<Term>(term => term.Months == request.TermMonths)) return new Refusal(OrderFaults.NoSuchTerm, request.TermMonths.ToString(CultureInfo.InvariantCulture));
            return ask with { Line = ask.Line with { ProductCode = product.Code, TermMonths = request.TermMonths } };
        });
}

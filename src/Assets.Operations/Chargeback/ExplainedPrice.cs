using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Operations.Chargeback;

/// <summary>Where the price behind a charge comes from.</summary>
/// <param name="Product">What stands on the line: the code of a product of the standard, or the name of a service; empty where the line names none.</param>
/// <param name="Name">Of the product, as the edition calls it.</param>
/// <param name="Edition">The edition whose price it is, to the öre; none where it was imported, given by hand or calculated for the line alone.</param>
public sealed record ExplainedPrice(string Product, Bilingual? Name, int? Edition, DateOnly? EditionFrom)
{
    private const string OrderedEditions = """
        select o.edition_id from order_lines y join orders o on o.id = y.order_id
        where y.line_id = @p0 and y.product_code is not null and o.edition_id is not null and y.delivered_on is not null order by y.delivered_on desc, o.id desc
        """;

    /// <param name="charge">Of the month it is about.</param>
    internal static ExplainedPrice Of(Reading reading, long lineId, LineSnapshot line, Charge charge)
    {
        var place = line.Segments.AsSpan().ToArray().ToList().FindLastIndex(segment => segment.Period.From <= charge.From);
        if (place < 0) return new ExplainedPrice("", null, null, null);
        var segment = line.Segments[place];
        // An order's price is that of the edition it was submitted under; any other price of an edition that of the day on which it began.
        var began = segment.Period.From;
        for (; place > 0 && line.Segments[place - 1].Price == segment.Price; place--) began = line.Segments[place - 1].Period.From;
        var ordered = reading.Connection.Rows(OrderedEditions, r => r.GetInt32(0), lineId).Distinct().Select(id => DatedEdition.WithId(reading.Connection, id));
        DateOnly[] days = EditionPrice.CapitalOf(segment.Price) is { } capital ? [began, capital.Start] : [began];
        foreach (var edition in ordered.Concat(days.Select(day => DatedEdition.InForce(reading.Connection, day))))
        {
            if (edition?.Content.Find(segment.Service) is { } product && EditionPrice.IsOf(segment.Price, product, edition.Content.Rules))
                return new ExplainedPrice(product.Code, product.Name, edition.Number, edition.ValidFrom);
        }
        return new ExplainedPrice(segment.Service, DatedEdition.InForce(reading.Connection, charge.From)?.Content.Find(segment.Service)?.Name, null, null);
    }
}

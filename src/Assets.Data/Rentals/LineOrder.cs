using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>The orders of the list, each of them unique by the line's number and kept by an index; that of the payers unit by unit.</summary>
internal sealed record LineOrder(LineSort Sort)
{
    private string Column => Sort switch
    {
        LineSort.Start => "l.last_from_on",
        LineSort.End => "l.last_until_on",
        LineSort.Rent => "l.last_rent",
        _ => throw new InvalidOperationException($"{Sort} is no column of numbers."),
    };

    public string By(bool ascending)
    {
        var direction = ascending ? "" : " desc";
        return Sort switch
        {
            LineSort.Line => $" order by l.code_key{direction}",
            LineSort.Payer => $" order by o.name{direction}, o.id{direction}, l.id{direction}",
            _ => $" order by {Column}{direction}, l.id{direction}",
        };
    }

    /// <summary>Only rows beyond a place.</summary>
    public void Beyond(Query query, bool ascending, LineCursor from)
    {
        var sign = ascending ? ">" : "<";
        switch (Sort)
        {
            case LineSort.Line:
                query.Raw($" and l.code_key {sign} ").Add($"{from.Value}");
                break;
            case LineSort.Payer:
                query.Raw($" and (o.name, o.id, l.id) {sign} (").Add($"(select f.name from organisations f where f.id = {from.Number}), {from.Number}, {from.LineId})");
                break;
            default:
                query.Raw($" and ({Column}, l.id) {sign} (").Add($"{from.Number}, {from.LineId})");
                break;
        }
    }
}

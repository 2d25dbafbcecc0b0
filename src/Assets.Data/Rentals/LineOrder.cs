using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>The orders of the list, each of them unique by the line's number and kept by an index; that of the payers unit by unit.</summary>
/// <param name="OfOneUnit">The lines of one unit, in the order of the payers.</param>
/// <param name="IsSorted">The rows that match are few beside the table: they are found first, then sorted, and no index is walked for the order's sake.</param>
internal sealed record LineOrder(LineSort Sort, bool OfOneUnit = false, bool IsSorted = false)
{
    // What is an expression is in no index.
    private string Column => Sort switch
    {
        LineSort.Line => IsSorted ? "(l.code_key || '')" : "l.code_key",
        LineSort.Start => "l.last_from_on" + (IsSorted ? " + 0" : ""),
        LineSort.End => "l.last_until_on" + (IsSorted ? " + 0" : ""),
        LineSort.Rent => "l.last_rent" + (IsSorted ? " + 0" : ""),
        _ => throw new InvalidOperationException($"{Sort} is no column."),
    };

    /// <summary>What the lines are joined with for it.</summary>
    public string Joined => Sort == LineSort.Payer && !OfOneUnit ? " left join organisations o on o.id = l.last_unit_id" : "";

    public string By(bool ascending)
    {
        var direction = ascending ? "" : " desc";
        if (OfOneUnit) return $" order by l.id{direction}";
        return Sort switch
        {
            LineSort.Line => $" order by {Column}{direction}",
            LineSort.Payer => $" order by coalesce(o.name, ''){direction}, coalesce(o.id, 0){direction}, l.id{direction}",
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
                query.Raw($" and {Column} {sign} ").Add($"{from.Value}");
                break;
            case LineSort.Payer when OfOneUnit:
                query.Raw($" and l.id {sign} ").Add($"{from.LineId}");
                break;
            case LineSort.Payer:
                query.Raw($" and (coalesce(o.name, ''), coalesce(o.id, 0), l.id) {sign} (").Add($"coalesce((select f.name from organisations f where f.id = {from.Number}), ''), {from.Number}, {from.LineId})");
                break;
            default:
                query.Raw($" and ({Column}, l.id) {sign} (").Add($"{from.Number}, {from.LineId})");
                break;
        }
    }
}

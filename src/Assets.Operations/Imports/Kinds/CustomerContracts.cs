using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Organisations;

namespace Assets.Operations.Imports.Kinds;

/// <summary>The one rental contract of each customer, which imported lines join; made when its first line comes.</summary>
internal sealed class CustomerContracts(Writing writing, long changeSet, string? hostOrganisation)
{
    private readonly Customers customers = Customers.Load(writing.Connection, hostOrganisation);
    private readonly Dictionary<long, int> ofUnit = [];

    public int Of(long unitId)
    {
        if (ofUnit.TryGetValue(unitId, out var known)) return known;
        var (customerId, code) = customers.Of((int)unitId);
        var id = (int)writing.Connection.Number("select id from contracts where number_key = @p0", Keys.Fold(code));
        if (id == 0)
        {
            id = (int)writing.Connection.Number("select coalesce(max(id), 0) + 1 from contracts");
            writing.Connection.Execute(
                "insert into contracts (id, number, number_key, customer_id, change_set_id) values (@p0, @p1, @p2, @p3, @p4)",
                id, code, Keys.Fold(code), customerId, changeSet);
            Identities.Advance(writing, "contracts");
        }
        return ofUnit[unitId] = id;
    }
}

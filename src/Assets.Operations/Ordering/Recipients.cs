using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;

namespace Assets.Operations.Ordering;

/// <summary>Recipients who have an account here and can be written to; the others have the link on the delivery note.</summary>
internal static class Recipients
{
    /// <summary>Each once, and not the orderer, who is told anyway.</summary>
    public static List<int> Of(OrderAct act, StoredOrder order, IEnumerable<StoredOrderLine> lines) => [.. lines
        .Select(line => line.RecipientAccount)
        .OfType<string>()
        .Select(account => (int)act.Writing.Connection.Number("select id from users where normalized_user_name = @p0", Keys.Fold(account)))
        .Where(person => person != 0 && person != order.OrdererId)
        .Distinct()];
}

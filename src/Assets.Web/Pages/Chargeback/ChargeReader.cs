using Assets.Core.Access;
using Assets.Data.Access;

namespace Assets.Web.Pages.Chargeback;

/// <summary>Who sees a charge, and where it is explained.</summary>
public static class ChargeReader
{
    /// <summary>Whoever sees the line that it is of, the costs of the unit that pays it, or that unit's month.</summary>
    public static bool SeesChargesOf(this Viewer viewer, int unitId) =>
        viewer.Reach(Permission.ViewContracts).Covers(unitId) || viewer.Reach(Permission.ViewOwnCosts).Covers(unitId) || viewer.Reach(Permission.ViewMonths).Covers(unitId);

    /// <summary>The page that explains a charge. A slash in a line's code stays one: written as a sign it would not be read back.</summary>
    public static string Address(string chargeId) => "/charges/" + string.Join('/', chargeId.Split('/').Select(Uri.EscapeDataString));
}

using Assets.Core.Inventory;
using Assets.Data.Inventory;
using Assets.Data.Storage;
using Assets.Operations.Organisations;

namespace Assets.Operations.Inventory;

/// <summary>A stretch of the register as of a day.</summary>
/// <param name="Next">The number to go on after; none at the end.</param>
public sealed record RegisterPage(IReadOnlyList<AssetThen> Assets, long? Next);

/// <summary>The whole register as it was believed to be on a day: at any size read in one pass, from one view of the database.</summary>
public static class RegisterAsOf
{
    /// <summary>All of it, in the order of registration; the view of the database lasts as long as it is read.</summary>
    public static IEnumerable<AssetThen> Rows(Installation installation, Belief belief, RegisterSight sight)
    {
        using var reading = Reading.Begin(installation.Database);
        using var register = Open(installation, reading, belief, sight);
        foreach (var asset in register.All()) yield return asset;
    }

    /// <param name="after">The number of the last asset that was looked at; 0 at the beginning.</param>
    public static RegisterPage Page(Installation installation, Belief belief, RegisterSight sight, long after, int size)
    {
        using var reading = Reading.Begin(installation.Database);
        using var register = Open(installation, reading, belief, sight);
        var (assets, next) = register.Page(after, size);
        return new RegisterPage(assets, next);
    }

    public static RegisterTally Sums(Installation installation, Belief belief, RegisterSight sight, CancellationToken cancel = default)
    {
        var tally = new RegisterTally(sight.Told);
        foreach (var asset in Rows(installation, belief, sight))
        {
            cancel.ThrowIfCancellationRequested();
            tally.Add(asset);
        }
        return tally;
    }

    // Who was charged for a unit is asked when the first one pays: a register without organisations has no customers, and no fault.
    private static RegisterThen Open(Installation installation, Reading reading, Belief belief, RegisterSight sight)
    {
        var found = new Dictionary<int, (string Code, string Name)>();
        Customers? customers = null;
        Dictionary<int, string>? names = null;
        return new RegisterThen(reading, belief, sight, installation.Today, unit =>
        {
            if (found.TryGetValue(unit, out var known)) return known;
            customers ??= Customers.Load(reading.Connection, installation.HostOrganisation, belief.Until);
            names ??= reading.Connection.Rows("select id, name from organisations", r => (Id: r.GetInt32(0), Name: r.GetString(1))).ToDictionary(o => o.Id, o => o.Name);
            var (id, code) = customers.Of(unit);
            return found[unit] = (code, names[id]);
        });
    }
}

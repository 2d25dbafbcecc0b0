using Assets.Core.Chargeback;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Rentals;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>Who sees what of a register: its assets by those who use and those who pay, and what is paid.</summary>
/// <param name="Costs">Where the reader may see what is paid.</param>
public sealed record RegisterSight(Reach Register, Reach Costs)
{
    public static RegisterSight Everything { get; } = new(Reach.Everywhere, Reach.Everywhere);

    public RentTold Told => !Register.IsEverywhere ? RentTold.Part : Costs.IsEverywhere ? RentTold.Everything : RentTold.Payers;
}

/// <summary>
/// The whole register as it was believed to be on a day, in the order of registration. Assets, their histories and their lines are read
/// beside each other, a block at a time, from one view of the database: a million assets take no more memory than one block, and the numbers
/// of the lines that have had another asset since (<see cref="GoneLines"/>).
/// </summary>
/// <param name="customerOf">Code and name of who is charged for a unit.</param>
internal sealed class RegisterThen(Reading reading, Belief belief, RegisterSight sight, DateOnly today, Func<int, (string Code, string Name)> customerOf) : IDisposable
{
    private const int BlockSize = 2_000;

    /// <summary>A page is short, or empty, rather than that a reader of few assets waits for all of them to be looked at.</summary>
    private const int WalkedAtMost = 20_000;

    private readonly NamesThen names = new(reading, belief.Until);
    private readonly BulkRead assets = AssetFields.Select(reading);
    private readonly AssetHistories histories = new(reading);
    private readonly LinesThen lines = new(reading, belief.Until);

    public IEnumerable<AssetThen> All() => Walk(0, BlockSize).Where(step => step.Asset is not null).Select(step => step.Asset!);

    /// <param name="after">The number of the last asset that was looked at.</param>
    /// <returns>The next ones, and where to go on; none at the end.</returns>
    public (IReadOnlyList<AssetThen> Assets, long? Next) Page(long after, int size)
    {
        var page = new List<AssetThen>(size);
        var (walked, last) = (0, after);
        foreach (var (id, asset) in Walk(after, sight.Register.IsEverywhere ? size + 1 : BlockSize))
        {
            if (page.Count == size || walked++ == WalkedAtMost) return (page, last);
            if (asset is not null) page.Add(asset);
            last = id;
        }
        return (page, null);
    }

    public void Dispose()
    {
        lines.Dispose();
        histories.Dispose();
        assets.Dispose();
    }

    private IEnumerable<(long Id, AssetThen? Asset)> Walk(long after, int blockSize)
    {
        var block = new List<AssetFields>(blockSize);
        do
        {
            block.Clear();
            assets.Run(after, blockSize);
            while (assets.Next()) block.Add(AssetFields.Read(assets, names));
            if (block.Count == 0) yield break;
            histories.Run(after, block[^1].Id);
            lines.Run(after, block[^1].Id, block.Select(asset => asset.Tag));
            var then = block.ConvertAll(now => (now.Id, Asset: Then(now)));
            HideParents(then);
            foreach (var step in then) yield return step;
            after = block[^1].Id;
        }
        while (block.Count == blockSize);
    }

    private AssetThen? Then(AssetFields now)
    {
        var its = lines.Of(now.Id, now.Tag);
        if (now.AsOf(histories.Of(now.Id), belief) is not { } then) return null;
        var user = names.Unit(then.UserUnitCode);
        var rented = AssetThen.RentedOn(its, now.Tag, belief.About);
        var payer = names.Unit(rented?.Segment.UnitCode);
        var pays = payer is not null && sight.Register.Covers(payer.Id);
        if (!sight.Register.IsEverywhere && !pays && !(user is not null && sight.Register.Covers(user.Id))) return null;
        var model = names.Model(then.ModelCode);
        RentedThen? by = null;
        if (pays && rented is { } stretch)
        {
            var customer = customerOf(payer!.Id);
            var isToldOf = sight.Costs.Covers(payer.Id);
            by = new RentedThen(
                isToldOf ? stretch.Line.LineCode : null, payer.Code, payer.Name, customer.Code, customer.Name, stretch.Segment.CostCode is { Length: > 0 } code ? code : null,
                isToldOf ? MonthlyRent.On(stretch.Segment, belief.About) : null);
        }
        return new AssetThen(
            now.Id, now.Tag, then.Serial, then.ModelCode, $"{model.Vendor} {model.Name}".Trim(), model.Kind, then.State, then.SiteCode, names.Site(then.SiteCode), then.Room,
            then.UserUnitCode, user?.Name, then.UserAccount, then.PurchasedOn, then.Price, then.ParentTag,
            AssetThen.Worth(now.Tag, then.Price, then.PurchasedOn, model.LifeMonths, its, belief.About), by);
    }

    // As in the list: a computer that the reader could not open today is not told of by what stood beside it.
    private void HideParents(List<(long Id, AssetThen? Asset)> block)
    {
        if (sight.Register.IsEverywhere) return;
        var tags = block.Select(step => step.Asset?.ParentTag).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (tags.Count == 0) return;
        var connection = reading.Connection;
        var units = new Query().Numbers(sight.Register.Units).Sql;
        var seen = connection.Rows(
            $"select a.tag from assets a where {AmongKeys.Condition(connection, "a.tag_key", 0)} and (a.user_unit_id in {units} or exists "
            + $"(select 1 from line_segments g where g.asset_id = a.id and g.from_on <= @p1 and (g.until_on is null or g.until_on > @p1) and g.unit_id in {units}))",
            r => r.GetString(0), AmongKeys.Value(connection, tags.ConvertAll(tag => Keys.Fold(tag))), Conventions.ToNumber(today)).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < block.Count; i++)
        {
            if (block[i].Asset is { ParentTag: { } tag } asset && !seen.Contains(tag)) block[i] = (block[i].Id, asset with { ParentTag = null });
        }
    }
}

using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Rentals;

namespace Assets.Operations.Ordering;

internal sealed partial class LineDelivery
{
    private const int LongestService = 60;

    // The rent begins on the day of delivery, priced as it was ordered: by the edition and the interest of the order and not by what came since.
    private Outcome<LineChanged> Begin(StoredOrderLine line)
    {
        if (hand.Product(line) is not { } product || hand.Edition is not { } edition) return new Refusal(OrderRefusals.UnknownProduct, line.ProductCode ?? line.Wish ?? "");
        var pieces = hand.PickedFor(line.Number);
        var fee = line.Wish is null ? Money.Zero : edition.Rules.DeviationFee;
        var terms = Agreed(ProductPrice.Request(product, line.TermMonths, day, fee));
        var lead = pieces.Count > 0 ? pieces[0].Asset : null;
        var started = rentals.Start(new LineRequest(null, hand.Order.UnitCode, hand.Order.CostCode ?? "", lead?.Tag, Service(line, product), 1, day, null, terms));
        if (!started.TryGet(out var rented, out var refusal)) return refusal;
        return GiveOut(line, pieces, Computer(line, pieces)) is { } refused ? refused : rented;
    }

    private CalculatedRent Agreed(PriceRequest request) => new(request) { InterestPercent = act.AgreedInterest(hand.Order) };

    // What was owed has come: it joins the workplace, and stands on the contract line where nothing did.
    private Outcome<LineChanged> Complete(StoredOrderLine line)
    {
        if (line.LineId is not { } id || RentedLine.Find(writing.Connection, id, day) is not { } rented) return new Refusal(FulfilRefusals.NotRunning, $"{line.Number}");
        var pieces = hand.PickedFor(line.Number);
        var unchanged = new LineChanged(rented.Code, 0, store.ChangeSet, rented.Snapshot);
        if (rented.Today is null) return new Refusal(FulfilRefusals.NotRunning, rented.Code);
        if (rented.Asset is null)
        {
            var lead = pieces[0].Asset.Tag;
            if (!rentals.Change(rented.Code, day, (known, _) => LineTimeline.Swap(known.Snapshot, lead, day)).TryGet(out unchanged, out var refusal)) return refusal;
        }
        return GiveOut(line, pieces, rented.Asset is { IsComputer: true } computer ? computer : Computer(line, pieces)) is { } refused ? refused : unchanged;
    }

    private Refusal? GiveOut(StoredOrderLine line, List<PickedPiece> pieces, StockedAsset? computer)
    {
        var changes = new Dictionary<string, AssetChange>(StringComparer.Ordinal);
        foreach (var piece in pieces)
        {
            // A kit that was kept together in stock goes out together.
            foreach (var asset in StockedAsset.AttachedTo(writing.Connection, piece.Asset.Id).FindAll(attached => attached.State == AssetState.InStock && !IsPicked(attached)))
                changes[asset.Tag] = InUse(line, asset, parent: null);
            var parent = !AssetKinds.IsAttachable(piece.Asset.Kind) ? null : computer?.Tag ?? "";
            changes[piece.Asset.Tag] = InUse(line, piece.Asset, parent);
        }
        return Place(changes.Values);
    }

    private bool IsPicked(StockedAsset asset) => writing.Connection.Number("select count(*) from picked_assets where asset_id = @p0", asset.Id) > 0;

    private AssetChange InUse(StoredOrderLine line, StockedAsset asset, string? parent)
    {
        // An add-on goes where its workplace goes.
        var home = line.PartOf is { } workplace ? hand.Lines.Find(one => one.Number == workplace) ?? line : line;
        return new AssetChange(asset.Tag, AssetState.InUse, SiteCode(home), home.Room ?? "", hand.Order.UnitCode, home.RecipientAccount ?? "", parent);
    }

    // Of the line itself or, for an add-on, of the workplace that it belongs to.
    private StockedAsset? Computer(StoredOrderLine line, List<PickedPiece> pieces) =>
        pieces.Find(piece => piece.Asset.IsComputer)?.Asset
        ?? hand.Delivered.Find(piece => piece.Line == (line.PartOf ?? line.Number) && piece.Asset.IsComputer)?.Asset;

    private static string Service(StoredOrderLine line, Product product)
    {
        if (product.Code.Length > 0) return product.Code;
        var wish = new string([.. (line.Wish ?? "").Where(letter => !char.IsControl(letter))]).Trim();
        return wish.Length > LongestService ? wish[..LongestService].TrimEnd() : wish;
    }
}

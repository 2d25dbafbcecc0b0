using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Rentals;

namespace Assets.Operations.Ordering;

// What is rented already: another asset for it, another holder, or its end.
internal sealed partial class LineDelivery
{
    private Outcome<LineChanged> Replace(StoredOrderLine line)
    {
        if (!Running(line).TryGet(out var rented, out var refusal)) return refusal;
        var asset = hand.PickedFor(line.Number)[0].Asset;
        var facts = Facts(line);
        if (rented.Asset is { } old && Unwiped(old, facts) is { } unwiped) return unwiped;
        // Read before the old asset goes: where nothing else was said, the new one stands where it stood.
        var changes = new List<AssetChange> { Follows(line, asset, rented) };
        var outcome = line.TermMonths == 0
            ? rentals.Change(rented.Code, day, SwapAsset.For(asset.Tag, day), Released(facts))
            : Renew(line, rented, asset, facts);
        if (!outcome.TryGet(out var changed, out refusal)) return refusal;
        if (rented.Asset is { } back)
        {
            // The screens stay on the desk, with the new computer.
            foreach (var attached in StockedAsset.AttachedTo(writing.Connection, back.Id)) changes.Add(new AssetChange(attached.Tag, ParentTag: asset.IsComputer ? asset.Tag : ""));
            changes.Add(new AssetChange(back.Tag, UserUnitCode: "", UserAccount: "", Room: "", ParentTag: AssetKinds.IsAttachable(back.Kind) ? "" : null));
        }
        if (Place(changes) is { } refusedPlace) return refusedPlace;
        Wiped(rented.Asset, facts);
        return changed;
    }

    // A new term is a new line: the old one ends as at any return, and what it was is not written over.
    private Outcome<LineChanged> Renew(StoredOrderLine line, RentedLine rented, StockedAsset asset, HandedIn facts)
    {
        if (hand.Product(line) is not { } product || hand.Edition is not { } edition) return new Refusal(OrderRefusals.UnknownProduct, line.ProductCode ?? "");
        var waived = facts.Reused && edition.Rules.WaivesUnpaidOnReuse;
        if (!rentals.Change(rented.Code, day, ReturnAsset.On(day, waived), Released(facts)).TryGet(out _, out var refusal)) return refusal;
        var fee = line.Wish is null ? Money.Zero : edition.Rules.DeviationFee;
        return rentals.Start(new LineRequest(
            null, rented.Today!.UnitCode, hand.Order.CostCode ?? rented.Today.CostCode, asset.Tag, Service(line, product), 1, day, null,
            Agreed(ProductPrice.Request(product, line.TermMonths, day, fee))));
    }

    private Outcome<LineChanged> Move(StoredOrderLine line)
    {
        if (!Running(line).TryGet(out var rented, out var refusal)) return refusal;
        var unit = line.ToUnitId is { } to ? (string)writing.Connection.Scalar("select code from organisations where id = @p0", to)! : hand.Order.UnitCode;
        var code = line.ToCostCodeId is { } toCode ? (string)writing.Connection.Scalar("select code from cost_codes where id = @p0", toCode)! : hand.Order.CostCode ?? "";
        if (!rentals.Change(rented.Code, day, MoveLine.To(unit, code, day)).TryGet(out var moved, out refusal)) return refusal;
        if (rented.Asset is not { } asset) return moved;
        var changes = new List<AssetChange>();
        foreach (var one in StockedAsset.AttachedTo(writing.Connection, asset.Id).Where(attached => !OnLineOfItsOwn(attached)).Prepend(asset))
            changes.Add(new AssetChange(one.Tag, SiteCode: line.SiteId is null ? null : SiteCode(line), Room: line.Room ?? (line.SiteId is null ? null : ""), UserUnitCode: unit, UserAccount: line.RecipientAccount ?? ""));
        return Place(changes) is { } refused ? refused : moved;
    }

    // The rent ends when the notice has run out, or before where it was to; the thing itself is back today, even where it ended since.
    private Outcome<LineChanged> TakeBack(StoredOrderLine line)
    {
        if (line.LineId is not { } id || RentedLine.FindLast(writing.Connection, id, day) is not { Today: { } last } rented) return new Refusal(FulfilRefusals.NotRunning, $"{line.Number}");
        var runs = last.Period.Contains(day);
        if (!runs && rented.Asset is { } gone && OnLineOfItsOwn(gone)) rented = rented with { Asset = null }; // somebody else has it by now
        var rules = hand.Edition?.Rules;
        var facts = Facts(line);
        if (rented.Asset is { } asset && Unwiped(asset, facts) is { } unwiped) return unwiped;
        var end = ReturnDay.Of(act.SentOn(hand.Order), rules?.NoticeDays ?? 0, day);
        var waived = facts.Reused && rules?.WaivesUnpaidOnReuse != false;
        var released = Released(facts);
        var ended = new LineChanged(rented.Code, 0, store.ChangeSet, rented.Snapshot);
        var changes = runs && (rented.Asset is not null || !(LineEnd.On(rented.Snapshot, day) <= end));
        if (changes && !rentals.Change(rented.Code, rented.Asset is null ? end : day, ReturnAsset.HandIn(day, end, waived), released).TryGet(out ended, out var refusal)) return refusal;
        if (rented.Asset is not { } back) return ended;

        var places = new List<AssetChange> { Back(back, released, detach: AssetKinds.IsAttachable(back.Kind)) };
        foreach (var attached in StockedAsset.AttachedTo(writing.Connection, back.Id))
        {
            // What is rented for itself stays where it is, beside another computer one day.
            if (OnLineOfItsOwn(attached)) places.Add(new AssetChange(attached.Tag, ParentTag: ""));
            else places.Add(Back(attached, AssetState.InStock, detach: !facts.KeepsAttached || !facts.Reused));
        }
        if (Place(places) is { } refused) return refused;
        Wiped(back, facts);
        return ended;
    }

    // The technician's word, with the order as its reference: whoever gets the machine next, or scraps it, needs no other.
    private void Wiped(StockedAsset? asset, HandedIn facts)
    {
        if (asset is not null && AssetKinds.StoresData(asset.Kind) && facts.Wiped) WipeAsset.Record(writing, store.ChangeSet, asset.Id, hand.Order.Number, installation.Actor, day);
    }

    private Outcome<RentedLine> Running(StoredOrderLine line) =>
        line.LineId is { } id && RentedLine.Find(writing.Connection, id, day) is { Today: not null } rented ? rented : new Refusal(FulfilRefusals.NotRunning, $"{line.Number}");

    private HandedIn Facts(StoredOrderLine line) => request.HandedIn?.GetValueOrDefault(line.Number) ?? new HandedIn(Wiped: false);

    private static Refusal? Unwiped(StockedAsset asset, HandedIn facts) => AssetKinds.StoresData(asset.Kind) && !facts.Wiped ? new Refusal(FulfilRefusals.WipeMissing, asset.Tag) : null;

    private static AssetState Released(HandedIn facts) => facts.Reused ? AssetState.InStock : AssetState.Retired;

    private AssetChange Follows(StoredOrderLine line, StockedAsset asset, RentedLine rented)
    {
        var old = rented.Asset is { } gone ? AssetFacts.Find(writing.Connection, gone.Tag) : null;
        var site = line.SiteId is not null ? SiteCode(line) : old?.SiteId is { } stood ? (string)writing.Connection.Scalar("select code from sites where id = @p0", stood)! : null;
        return new AssetChange(asset.Tag, AssetState.InUse, site, line.Room ?? old?.Room, rented.Today!.UnitCode, line.RecipientAccount ?? old?.UserAccount);
    }

    // One that was reported lost stays so here: that it was found is a step of its own, with a reason.
    private static AssetChange Back(StockedAsset asset, AssetState state, bool detach) => new(
        asset.Tag, Lifecycle.May(asset.State, state) && !Lifecycle.NeedsReason(asset.State, state) ? state : null, Room: "", UserUnitCode: "", UserAccount: "", ParentTag: detach && AssetKinds.IsAttachable(asset.Kind) ? "" : null);

    private bool OnLineOfItsOwn(StockedAsset asset) => rentals.Register.IsRented(asset.Id, day);
}

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
        var renewed = line.TermMonths > 0 ? Renewal(line) : null; // none: the same terms go on
        if (line.TermMonths > 0 && renewed is null) return new Refusal(OrderRefusals.UnknownProduct, line.ProductCode ?? "");
        var facts = Facts(line);
        if (rented.Asset is { } old && Unwiped(old, facts) is { } unwiped) return unwiped;
        var released = facts.Reused ? AssetState.InStock : AssetState.Retired;
        if (!rentals.Change(rented.Code, day, (known, register) => Exchanged(known.Snapshot, asset.Tag, renewed, register), released).TryGet(out var changed, out refusal)) return refusal;

        var place = rented.Asset is { } gone ? AssetFacts.Find(writing.Connection, gone.Tag) : null;
        var changes = new List<AssetChange> { Follows(line, asset, rented.Today!.UnitCode, place) };
        if (rented.Asset is { } back)
        {
            // The screens stay on the desk, with the new computer.
            foreach (var attached in StockedAsset.AttachedTo(writing.Connection, back.Id)) changes.Add(new AssetChange(attached.Tag, ParentTag: asset.IsComputer ? asset.Tag : ""));
            changes.Add(new AssetChange(back.Tag, UserUnitCode: "", UserAccount: "", Room: "", ParentTag: AssetKinds.IsAttachable(back.Kind) ? "" : null));
        }
        return Place(changes) is { } refusedPlace ? refusedPlace : changed;
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

    // The rent ends when the notice has run out; the thing itself is back today.
    private Outcome<LineChanged> TakeBack(StoredOrderLine line)
    {
        if (line.LineId is not { } id || RentedLine.Find(writing.Connection, id, day) is not { Today: not null } rented) return new Refusal(FulfilRefusals.NotRunning, $"{line.Number}");
        var rules = hand.Edition?.Rules;
        var facts = Facts(line);
        if (rented.Asset is { } asset && Unwiped(asset, facts) is { } unwiped) return unwiped;
        var announced = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(hand.Order.SubmittedAt ?? installation.Clock.GetUtcNow(), installation.Clock.LocalTimeZone).DateTime);
        var end = ReturnDay.Of(announced, rules?.NoticeDays ?? 0, day);
        var waived = facts.Reused && rules?.WaivesUnpaidOnReuse != false;
        var released = facts.Reused ? AssetState.InStock : AssetState.Retired;
        if (!rentals.Change(rented.Code, end, ReturnAsset.On(end, waived), released).TryGet(out var ended, out var refusal)) return refusal;
        if (rented.Asset is not { } back) return ended;

        var changes = new List<AssetChange> { Back(back, released, detach: AssetKinds.IsAttachable(back.Kind)) };
        foreach (var attached in StockedAsset.AttachedTo(writing.Connection, back.Id))
        {
            // What is rented for itself stays where it is, beside another computer one day.
            if (OnLineOfItsOwn(attached)) changes.Add(new AssetChange(attached.Tag, ParentTag: ""));
            else changes.Add(Back(attached, AssetState.InStock, detach: !facts.KeepsAttached || !facts.Reused));
        }
        return Place(changes) is { } refused ? refused : ended;
    }

    private Outcome<RentedLine> Running(StoredOrderLine line) =>
        line.LineId is { } id && RentedLine.Find(writing.Connection, id, day) is { Today: not null } rented ? rented : new Refusal(FulfilRefusals.NotRunning, $"{line.Number}");

    private HandedIn Facts(StoredOrderLine line) => request.HandedIn?.GetValueOrDefault(line.Number) ?? new HandedIn(Wiped: false);

    private static Refusal? Unwiped(StockedAsset asset, HandedIn facts) => asset.IsComputer && !facts.Wiped ? new Refusal(FulfilRefusals.WipeMissing, asset.Tag) : null;

    private Outcome<LineSnapshot> Exchanged(LineSnapshot line, string tag, CalculatedRent? renewed, RentalRegister register)
    {
        if (!LineTimeline.Swap(line, tag, day).TryGet(out var swapped, out var refusal)) return refusal;
        if (renewed is null) return swapped;
        return renewed.MakePrice(register).TryGet(out var price, out refusal) ? LineTimeline.ChangePrice(swapped, price, day) : refusal;
    }

    private CalculatedRent? Renewal(StoredOrderLine line) => hand.Product(line) is { } product && hand.Edition is { } edition
        ? new CalculatedRent(ProductPrice.Request(product, line.TermMonths, day, line.Wish is null ? Money.Zero : edition.Rules.DeviationFee))
        : null;

    // Where nothing else was said, a new asset stands where the old one stood.
    private AssetChange Follows(StoredOrderLine line, StockedAsset asset, string unit, AssetFacts? old) => new(
        asset.Tag, AssetState.InUse,
        line.SiteId is not null ? SiteCode(line) : old?.SiteId is { } site ? (string)writing.Connection.Scalar("select code from sites where id = @p0", site)! : null,
        line.Room ?? old?.Room, unit, line.RecipientAccount ?? old?.UserAccount);

    private static AssetChange Back(StockedAsset asset, AssetState state, bool detach) => new(
        asset.Tag, Lifecycle.May(asset.State, state) ? state : null, Room: "", UserUnitCode: "", UserAccount: "", ParentTag: detach && AssetKinds.IsAttachable(asset.Kind) ? "" : null);

    private bool OnLineOfItsOwn(StockedAsset asset) => rentals.Register.IsRented(asset.Id, day);
}

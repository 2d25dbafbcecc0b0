using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Operations;
using Assets.Operations.Rentals;
using Assets.Seed.Fleet;
using Assets.Seed.Town;

namespace Assets.Seed.Story;

/// <summary>The rental verbs as acts of the story.</summary>
internal static class Rental
{
    private static readonly Money HandlingFee = Money.FromKronor(500m);

    public static Action<Installation> Start(RentalLine line, PriceRequest price)
    {
        var request = new LineRequest(line.Code, line.Unit.Code, line.CostCode, line.Asset!.Tag, "", 1, line.Start, null, new CalculatedRent(price), "Leverans");
        return installation => StartLine.Run(installation, request).Demand();
    }

    public static Action<Installation> StartService(RentalLine line, string service, int quantity, Money monthly)
    {
        var price = new PriceRequest(Method.A, Money.Zero, Money.Zero, 36, monthly, [], line.Start);
        var request = new LineRequest(line.Code, line.Unit.Code, line.CostCode, null, service, quantity, line.Start, null, new CalculatedRent(price));
        return installation => StartLine.Run(installation, request).Demand();
    }

    public static Action<Installation> Move(RentalLine line, Unit unit, DateOnly day, string? reason = null)
    {
        var costCode = unit.CostCode;
        return installation => MoveLine.Run(installation, line.Code, unit.Code, costCode, day, reason).Demand();
    }

    /// <summary>By another cost code of the same unit.</summary>
    public static Action<Installation> Pay(RentalLine line, string costCode, DateOnly day)
    {
        var unit = line.Unit.Code;
        return installation => MoveLine.Run(installation, line.Code, unit, costCode, day).Demand();
    }

    public static Action<Installation> Swap(RentalLine line, FleetAsset fresh, DateOnly day, string? reason = null) =>
        installation => SwapAsset.Run(installation, line.Code, fresh.Tag, day, reason).Demand();

    public static Action<Installation> ChangeRent(RentalLine line, decimal rent, DateOnly day, string reason) =>
        installation => ChangePrice.Run(installation, line.Code, new FixedRent(Money.FromKronor(rent)), day, reason).Demand();

    public static Action<Installation> ChangeNumber(RentalLine line, int quantity, DateOnly day, string? reason = null) =>
        installation => ChangeQuantity.Run(installation, line.Code, quantity, day, reason).Demand();

    public static Action<Installation> Return(RentalLine line, DateOnly day, bool reused, string? reason = null) =>
        installation => ReturnAsset.Run(installation, line.Code, day, reused, reason).Demand();

    /// <summary>An imported line has no calculation to take the book value from: by the model's life then.</summary>
    public static Action<Installation> Lose(RentalLine line, DateOnly day, string reason)
    {
        var asset = line.Asset!;
        Money? bookValue = line.Rent is null ? null : BookValue(asset, day);
        return installation => LoseAsset.Run(installation, line.Code, day, HandlingFee, bookValue, reason).Demand();
    }

    public static PriceRequest PriceOf(FleetAsset asset, Method method, decimal residual, IEnumerable<Surcharge> surcharges, DateOnly day) => new(
        method, Money.FromKronor(asset.Price), Money.FromKronor(residual), asset.Model.LifeMonths, Money.FromKronor(RentalTariff.Support(asset.Kind)), [.. surcharges], day);

    private static Money BookValue(FleetAsset asset, DateOnly day)
    {
        var months = ((day.Year - asset.PurchasedOn.Year) * 12) + day.Month - asset.PurchasedOn.Month;
        return Rounding.ToOre(asset.Price * Math.Max(0, asset.Model.LifeMonths - months) / asset.Model.LifeMonths);
    }
}

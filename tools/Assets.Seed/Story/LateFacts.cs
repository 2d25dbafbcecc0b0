using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Operations.Inventory;

namespace Assets.Seed.Story;

/// <summary>
/// What became known only when its month was closed: each kind of fact once at least. From it comes a correction in the month that is
/// open when it is recorded.
/// </summary>
internal sealed class LateFacts
{
    private const string Late = "Anmäldes för sent";
    private readonly Plot plot;
    private readonly Dice dice;
    private readonly Dictionary<AssetKind, Queue<RentalLine>> reserved;
    private readonly RentalLine service;

    public LateFacts(Plot plot)
    {
        this.plot = plot;
        dice = new Dice(plot.Settings.Seed, "late facts");
        (AssetKind Kind, int Count)[] needed = [(AssetKind.Pc, 4), (AssetKind.Mfp, 2), (AssetKind.Monitor, 1), (AssetKind.Server, 1), (AssetKind.Printer, 3)];
        reserved = needed.ToDictionary(need => need.Kind, need => Reserve(need.Kind, need.Count));
        service = plot.Touch(dice, line => line.Asset is null) ?? throw new InvalidOperationException("The story has no service.");
    }

    /// <param name="number">Which month of the story it is, from 0; 12 is the one that stays open.</param>
    public void Tell(int number, BillingMonth month)
    {
        var recorded = month.Workday(14).At(dice);
        if (number == DemoSettings.ClosedMonths && recorded.Date >= plot.Settings.Today.ToDateTime(TimeOnly.MinValue)) recorded = plot.Settings.Today.At(0, 7);
        var before = month.Previous;
        switch (number)
        {
            case 2: Return(before.Previous.First.AddDays(16), recorded); break;
            case 3: Move(before.First.AddDays(9), recorded); break;
            case 4: Swap(before.First.AddDays(20), recorded); break;
            case 5: Reprice(before.Previous.First, recorded); break;
            case 6: Deliver(before.Previous.First.AddDays(11), recorded); break;
            case 7: Lose(before.First.AddDays(5), recorded); break;
            case 8: Renumber(before.First, recorded); break;
            case 9: Reimport(recorded); break;
            case 10: Move(before.Previous.Previous.First.AddDays(2), recorded); break;
            case 11: Return(before.First.AddDays(24), recorded); break;
            case DemoSettings.ClosedMonths: Return(before.First.AddDays(13), recorded); break;
        }
    }

    private void Return(DateOnly day, DateTimeOffset recorded) => Returning.Of(plot, Next(AssetKind.Pc), day, recorded, keep: true, Late);

    private void Move(DateOnly day, DateTimeOffset recorded)
    {
        var line = Next(AssetKind.Mfp);
        Moving.To(plot, line, dice.Pick([.. plot.Chart.Units.Where(unit => unit.CustomerCode != line.Unit.CustomerCode)]), day, recorded, Late);
    }

    private void Swap(DateOnly day, DateTimeOffset recorded)
    {
        var fresh = plot.TakeFromStore(AssetKind.Monitor) ?? throw new InvalidOperationException("No screen is in store.");
        Swapping.For(plot, Next(AssetKind.Monitor), fresh, day, recorded, Late);
    }

    private void Reprice(DateOnly day, DateTimeOffset recorded)
    {
        var line = Next(AssetKind.Server);
        plot.Add(recorded, Staff.Manager, Rental.ChangeRent(line, line.Rent!.Value - 150m, day, "Avtalad rabatt som inte lagts in"));
    }

    private void Deliver(DateOnly day, DateTimeOffset recorded)
    {
        var asset = plot.TakeFromStore(AssetKind.Pc) ?? throw new InvalidOperationException("No computer is in store.");
        var unit = dice.Pick(plot.Chart.Units);
        (asset.State, asset.Unit, asset.Account) = (AssetState.InUse, unit, plot.NextAccount());
        var line = plot.AddLine(asset, unit, unit.CostCode, day);
        line.IsTouched = true;
        AssetChange[] use = [Opening.UseOf(asset) with { State = AssetState.InUse, SiteCode = unit.SiteCode }];
        plot.Add(recorded, Staff.Technician, installation => ChangeAssets.Run(installation, use, day, Late).Demand());
        plot.Add(recorded.AddMinutes(1), Staff.Technician, Rental.Start(line, Rental.PriceOf(asset, Method.A, 0m, [], day)));
    }

    private void Lose(DateOnly day, DateTimeOffset recorded) => Losing.Of(plot, Next(AssetKind.Pc), day, recorded, "Borttappad på tåg, anmäld i efterhand");

    private void Renumber(DateOnly day, DateTimeOffset recorded) =>
        plot.Add(recorded, Staff.Manager, Rental.ChangeNumber(service, service.Quantity + 5, day, Late));

    // The old system's file had three rents wrong: the same lines once more, as they always should have been.
    private void Reimport(DateTimeOffset recorded)
    {
        var file = Opening.ContractFile("rattade-hyror");
        for (var i = 0; i < 3; i++)
        {
            var line = Next(AssetKind.Printer);
            file.Add(Opening.Row(line, line.Rent!.Value + 12.50m));
        }
        plot.Add(recorded, Staff.Manager, Import.Of("contracts", file, "Rättade hyror från det gamla systemet"));
    }

    private RentalLine Next(AssetKind kind) => reserved[kind].Dequeue();

    // Imported lines to which nothing else will happen: they have run since before the story begins.
    private Queue<RentalLine> Reserve(AssetKind kind, int count)
    {
        var queue = new Queue<RentalLine>();
        while (queue.Count < count)
        {
            queue.Enqueue(plot.Touch(dice, line => line.Rent > 0 && line.Asset is { State: AssetState.InUse } asset && asset.Kind == kind)
                ?? throw new InvalidOperationException($"No rented {kind} is left to which nothing has happened: the fleet is too small for the story."));
        }
        return queue;
    }
}

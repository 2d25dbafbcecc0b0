using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Operations.Rentals;

namespace Assets.Seed.Story;

/// <summary>The internal interest of each year, and the price list that changes with the year.</summary>
internal static class Prices
{
    private static readonly (int Year, decimal Percent)[] Interest = [(2020, 1.25m), (2022, 1.00m), (2023, 1.25m), (2024, 2.50m)];

    public static void Tell(Plot plot)
    {
        var day = plot.Settings.Opening.At(8, 50);
        foreach (var (year, percent) in Interest)
        {
            var row = new InterestRow(new DateOnly(year, 1, 1), percent);
            plot.Add(day, Staff.Manager, installation => SetInterest.Run(installation, row, "Beslut i budgeten").Demand());
        }
        RaiseWithTheYear(plot);
    }

    // Decided in December, in force from the first of January: printing costs more, in every unit.
    private static void RaiseWithTheYear(Plot plot)
    {
        var january = plot.Settings.Months.Append(plot.Settings.OpenMonth).First(month => month.Month == 1);
        var decided = january.Previous.Workday(15);
        var recorded = (decided > plot.Settings.Opening ? decided : plot.Settings.Opening.AddDays(1)).At(9);
        var minute = 0;
        foreach (var line in plot.Lines.Where(line => line is { Rent: not null, IsTouched: false, Asset.Kind: AssetKind.Mfp }).ToList())
        {
            if (++minute % 2 == 0) continue; // the others have a price that is locked
            line.IsTouched = true;
            var rent = decimal.Round(line.Rent!.Value * 1.03m, 2);
            plot.Add(recorded.AddSeconds(minute * 20), Staff.Manager, Rental.ChangeRent(line, rent, january.First, "Ny prislista från årsskiftet"));
        }
    }
}

using Assets.Core.Values;
using Assets.Seed.Town;

namespace Assets.Seed.Story;

/// <summary>What is rented by number and not by machine: the workplace service, network ports, storage.</summary>
internal static class Services
{
    private static readonly (string Name, decimal Price, int Least, int Most)[] Catalogue =
    [
        ("Arbetsplatstjänst", 145.00m, 4, 120),
        ("Nätanslutning", 62.50m, 6, 80),
        ("Lagring per 100 GB", 38.00m, 1, 40),
    ];

    public static void Tell(Plot plot)
    {
        var dice = new Dice(plot.Settings.Seed, "services");
        var (start, minute) = (plot.Settings.FirstClosed.First, 0);
        var customers = plot.Chart.Units.GroupBy(unit => unit.CustomerCode).Select(group => group.First()).ToList();
        foreach (var unit in customers)
        {
            var services = dice.Percent(25) ? Catalogue : Catalogue[..2];
            foreach (var (name, price, least, most) in services)
            {
                var line = plot.AddLine(null, unit, unit.CostCode, start);
                line.Quantity = dice.Between(least, most);
                plot.Add(
                    plot.Settings.Opening.At(13).AddMinutes(minute++), Staff.Manager,
                    Rental.StartService(line, name, line.Quantity, Money.FromKronor(price)));
            }
        }
    }
}

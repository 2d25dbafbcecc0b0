using Assets.Core.Inventory;
using Assets.Operations;
using Assets.Operations.Ordering;
using Assets.Seed.Fleet;
using Assets.Seed.Loading;
using Assets.Seed.Town;

namespace Assets.Seed.Story;

/// <summary>What the schools have ordered in the last weeks: ten orders, from a basket that is being filled to what is delivered, confirmed and on its way back.</summary>
internal static class Orders
{
    public static void Tell(Plot plot)
    {
        var dice = new Dice(plot.Settings.Seed, "orders");
        var units = plot.Chart.Units.Where(unit => unit.CustomerCode == DemoAccount.Schools).ToList();
        var turn = dice.Below(units.Count); // one unit after the other: what two order on one day would lie in one basket
        Order Next(int daysBack, string product, int term, int count, params string[] addOns) => new(plot, units[turn++ % units.Count], plot.Settings.Today.AddDays(-daysBack).Workday(), product, term, count, addOns);

        Next(24, "PEDAGOG", 48, 2).Sent().Approved().TakenOn(7).Bought("PC-01", "PC-01", "TIL-02", "TIL-02").Picked(5).Delivered(7).Confirmed(8).ThenReturned(18, "Vikariatet är slut.");
        Next(19, "ELEV", 36, 12).Sent().Approved(Staff.ChiefBudgetHolder);
        Next(16, "KONTOR", 48, 1, "SKARM").Sent("Ny rektor börjar den första.").Approved().TakenOn(10).Bought("PC-02", "DOC-01", "MON-02").Picked(5);
        Next(13, "LEDNING", 48, 1).Sent().Rejected("Vänta till nästa års budget, tack.");
        Next(11, "PEDAGOG", 36, 1).Sent().Cancelled("Tjänsten tillsätts inte.");
        Next(9, "PEDAGOG", 48, 3).Wished("Lärplattor i stället för bärbara datorer, till specialpedagogerna.").Sent().Approved();
        Next(7, "KONTOR", 36, 1).Sent();
        Next(4, "ELEV", 36, 24).Sent("Ny klass i januari.");
        Next(2, "PEDAGOG", 48, 2).Sent().Commented("Går det att få dem före lovet?");
        Next(1, "KONTOR", 48, 1);
    }

    /// <summary>One order as it goes on: each step is an act of the story, half an hour or a day after the one before.</summary>
    private sealed class Order
    {
        private readonly Plot plot;
        private readonly Unit unit;
        private readonly DateOnly day;
        private readonly string product;
        private readonly int term;
        private readonly int count;
        private readonly string[] addOns;
        private readonly List<string> accounts;
        private readonly List<FleetAsset> bought = [];
        private string? wish;

        // What the acts that follow go on from; set when the story is told, not when it is made up.
        private OrderTaken? last;
        private OrderDelivered? delivered;

        public Order(Plot plot, Unit unit, DateOnly day, string product, int term, int count, string[] addOns)
        {
            (this.plot, this.unit, this.day, this.product, this.term, this.count, this.addOns) = (plot, unit, day, product, term, count, addOns);
            accounts = [.. Enumerable.Range(0, count).Select(_ => plot.NextAccount())];
            plot.Add(day.At(9, 20), Staff.Orderer, Fill);
        }

        public Order Wished(string text)
        {
            wish = text;
            return this;
        }

        public Order Sent(string note = "") => Then(day.At(9, 50), Staff.Orderer, at =>
        {
            var basket = ChangeBasket.Run(at, last!.Number, last.Version, Fields(note)).Demand();
            return SubmitOrder.Run(at, basket.Number, basket.Version).Demand();
        });

        public Order Approved(string by = Staff.BudgetHolder) => Then(day.At(15, 10), by, at => ApproveOrder.Run(at, last!.Number, last.Version).Demand());

        public Order Rejected(string why) => Then(day.At(15, 20), Staff.BudgetHolder, at => RejectOrder.Run(at, last!.Number, last.Version, why).Demand());

        public Order Cancelled(string why) => Then(day.At(11), Staff.Orderer, at => CancelOrder.Run(at, last!.Number, last.Version, why).Demand());

        public Order Commented(string text) => Then(day.At(13), Staff.Orderer, at => CommentOrder.Run(at, last!.Number, text).Demand());

        /// <summary>IT takes it on the day after, and promises a day.</summary>
        public Order TakenOn(int promisedAfter) => Then(After(1).At(8, 15), Staff.Technician, at => AcceptOrder.Run(at, last!.Number, After(promisedAfter)).Demand());

        /// <summary>What the store lacks comes two days after the order.</summary>
        public Order Bought(params string[] models)
        {
            bought.AddRange(models.Select(model => plot.Purchasing.Buy(model, After(2), plot.Chart.ItUnit, AssetState.InStock)));
            foreach (var asset in bought) plot.Add(asset);
            plot.Add(After(2).At(13, 40), Staff.SecondTechnician, Import.Of("assets", Purchasing.FileOf($"leverans-bestallning-{day:yyyyMMdd}", bought)));
            return this;
        }

        public Order Picked(int daysAfter)
        {
            for (var i = 0; i < bought.Count; i++)
            {
                var tag = bought[i].Tag;
                plot.Add(After(daysAfter).At(8, 30).AddMinutes(i), Staff.Technician, at => PickAsset.Run(at, last!.Number, tag).Demand());
            }
            return this;
        }

        public Order Delivered(int daysAfter)
        {
            plot.Add(After(daysAfter).At(10, 5), Staff.Technician, at => delivered = DeliverOrder.Run(at, new DeliveryRequest(last!.Number)).Demand());
            foreach (var asset in bought) (asset.State, asset.Unit) = (AssetState.InUse, unit);
            return this;
        }

        public Order Confirmed(int daysAfter)
        {
            plot.Add(After(daysAfter).At(9), Staff.Orderer, at => ConfirmDelivery.Run(at, last!.Number).Demand());
            return this;
        }

        /// <summary>The last of what was delivered is given back again; IT has not fetched it yet.</summary>
        public void ThenReturned(int daysAfter, string note) => plot.Add(After(daysAfter).At(13, 30), Staff.Orderer, at =>
            RequestReturn.Run(at, delivered!.Lines[^1].LineId, After(daysAfter).AddDays(5), note).Demand());

        // Not before the day itself, as the Friday before a Saturday may be.
        private DateOnly After(int days) => day.AddDays(days) is var then && then.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? then.Workday().AddDays(3) : then;

        private Order Then(DateTimeOffset at, string actor, Func<Installation, OrderTaken> step)
        {
            plot.Add(at, actor, installation => last = step(installation));
            return this;
        }

        private void Fill(Installation installation) => last = AddToBasket.Run(installation, new BasketItem(unit.Code, product, wish, term, addOns, count)).Demand();

        // A new basket numbers its lines from 1, each workplace followed by its add-ons. It is not looked up: a page's reading keeps its
        // connection, and the demo's file is moved when it is whole.
        private BasketFields Fields(string note) => new(null, unit.CostCode, day.AddDays(21), note, [.. accounts.Select((account, i) => new BasketLineFields(
            1 + (i * (1 + addOns.Length)), NameOf(account), account, unit.SiteCode, "", term, wish))]);

        private static string NameOf(string account) => string.Join(' ', account.Split('.').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}

using System.Globalization;
using Assets.Core.Standard;
using Assets.Core.Values;

namespace Assets.Core.Ordering;

/// <summary>What an order needs before it is submitted, held against the edition in force. All that is wrong is said at once.</summary>
public static class OrderFaults
{
    public const string Empty = "order_empty";
    public const string NoCostCode = "cost_code_missing";

    /// <summary>The cost code does not hold on the day the things are wanted. Detail: the code.</summary>
    public const string CostCodeClosed = "cost_code_closed";

    /// <summary>The cost code is another unit's. Detail: the code.</summary>
    public const string CostCodeOfOther = "cost_code_of_other";

    public const string NoWantedDay = "wanted_day_missing";
    public const string WantedInPast = "wanted_day_past";

    /// <summary>The edition in force does not have the product. Detail: its code.</summary>
    public const string ProductGone = "product_gone";

    /// <summary>The rulebook lets others order it. Detail: its code.</summary>
    public const string ProductNotForUnit = "product_not_for_unit";

    /// <summary>The product has no such term. Detail: the months.</summary>
    public const string NoSuchTerm = "no_such_term";

    /// <summary>An add-on without the workplace it belongs to.</summary>
    public const string AddOnAlone = "add_on_alone";
    public const string NoRecipient = "recipient_missing";
    public const string NoAccount = "recipient_account_missing";
    public const string NoPlace = "place_missing";
    public const string NoContractLine = "contract_line_missing";

    /// <summary>A personal identity number, which an order must not hold.</summary>
    public const string PersonalNumberGiven = "personal_number";

    /// <summary>A line names neither a product nor a wish.</summary>
    public const string NothingAskedFor = "nothing_asked_for";

    public static IReadOnlyList<string> All { get; } =
    [
        Empty, NoCostCode, CostCodeClosed, CostCodeOfOther, NoWantedDay, WantedInPast, ProductGone, ProductNotForUnit, NoSuchTerm, AddOnAlone, NoRecipient, NoAccount, NoPlace,
        NoContractLine, PersonalNumberGiven, NothingAskedFor,
    ];

    public static IReadOnlyList<OrderFault> Of(OrderDraft order, Edition edition, DateOnly today)
    {
        var faults = new List<OrderFault>();
        if (order.Lines.IsEmpty) faults.Add(new OrderFault(Empty, null, ""));
        if (order.WantedOn is not { } wanted) faults.Add(new OrderFault(NoWantedDay, null, ""));
        else if (wanted < today) faults.Add(new OrderFault(WantedInPast, null, Day(wanted)));
        if (OfPayer(order, today) is { } unpaid) faults.Add(unpaid);
        if (PersonalNumber.IsIn(order.Note)) faults.Add(new OrderFault(PersonalNumberGiven, null, ""));
        foreach (var line in order.Lines) Line(order, line, edition, faults);
        return faults;
    }

    /// <summary>What is wrong with who pays, on the day the things are wanted or, where that has passed, today: an order may wait for its approval.</summary>
    public static OrderFault? OfPayer(OrderDraft order, DateOnly today)
    {
        // A return alone ends what is paid already.
        if (order.CostCode is null) return order.Lines.IsEmpty || order.Lines.Any<DraftLine>(line => line.Kind != OrderLineKind.Return) ? new OrderFault(NoCostCode, null, "") : null;
        return OfCostCode(order, order.WantedOn is { } wanted && wanted > today ? wanted : today);
    }

    /// <summary>What stands against the order's cost code on a day; none where it holds, or where there is none.</summary>
    public static OrderFault? OfCostCode(OrderDraft order, DateOnly day) => order.CostCode switch
    {
        null => null,
        { } code when !order.UnitCodes.Contains(code.UnitCode, StringComparer.OrdinalIgnoreCase) => new OrderFault(CostCodeOfOther, null, code.Code),
        { } code when code.ValidFrom > day || code.ValidUntil < day => new OrderFault(CostCodeClosed, null, code.Code),
        _ => null,
    };

    /// <summary>True where the product's list of those who may order it is empty, or names the unit or one above it.</summary>
    public static bool MayOrder(Product product, IEnumerable<string> unitCodes) =>
        product.OrderedBy.IsEmpty || unitCodes.Any(unit => product.OrderedBy.Contains(unit, StringComparer.OrdinalIgnoreCase));

    private static void Line(OrderDraft order, DraftLine line, Edition edition, List<OrderFault> faults)
    {
        void Add(string code, string detail = "") => faults.Add(new OrderFault(code, line.Number, detail));
        foreach (var text in new[] { line.RecipientName, line.RecipientAccount, line.Room, line.Wish })
        {
            if (!PersonalNumber.IsIn(text)) continue;
            Add(PersonalNumberGiven);
            break;
        }
        if (line.Kind != OrderLineKind.New)
        {
            if (!line.HasContractLine) Add(NoContractLine);
            if (line is { Kind: OrderLineKind.Replace, TermMonths: not 0 }) Asked(order, line, edition, Add); // the same terms are held against no edition
            return;
        }
        Asked(order, line, edition, Add);
        if (line.PartOf is not null) return; // an add-on goes where its workplace goes
        if (string.IsNullOrWhiteSpace(line.RecipientName)) Add(NoRecipient);
        if (string.IsNullOrWhiteSpace(line.RecipientAccount)) Add(NoAccount);
        if (!line.HasSite) Add(NoPlace);
    }

    private static void Asked(OrderDraft order, DraftLine line, Edition edition, Action<string, string> add)
    {
        if (line.ProductCode is not { } code)
        {
            if (string.IsNullOrWhiteSpace(line.Wish)) add(NothingAskedFor, "");
            return;
        }
        if (edition.Find(code) is not { } product)
        {
            add(ProductGone, code);
            return;
        }
        if (!MayOrder(product, order.UnitCodes)) add(ProductNotForUnit, code);
        if (!product.TermMonths.Any<Term>(term => term.Months == line.TermMonths)) add(NoSuchTerm, line.TermMonths.ToString(CultureInfo.InvariantCulture));
        if (product.Kind == ProductKind.AddOn && !BelongsToWorkplace(order, line, edition)) add(AddOnAlone, code);
    }

    private static bool BelongsToWorkplace(OrderDraft order, DraftLine line, Edition edition) =>
        line.PartOf is { } number
        && order.Lines.FirstOrDefault<DraftLine>(other => other.Number == number) is { Kind: OrderLineKind.New, ProductCode: { } code }
        && edition.Find(code) is { Kind: ProductKind.Workplace };

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

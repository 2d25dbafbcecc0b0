using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>A customer's part of a month: its rows stand together in the statement.</summary>
internal sealed record CustomerPart(int CustomerId, string Code, string Name, long Rows, Money Net, long First, long Last);

/// <summary>
/// A month's charges in the order people read them: customer, unit, contract line. They are sorted once, into a table that only this
/// connection has; each customer's rows are then a stretch of it, instead of a walk through the whole month for each customer.
/// </summary>
internal sealed class MonthStatement : IDisposable
{
    private readonly Reading reading;
    private readonly BillingMonth month;
    private readonly Dictionary<int, (string Code, string Name)> organisations;
    private readonly Dictionary<int, (string Code, string Name)> costCodes;
    private readonly Dictionary<int, string> models;

    public MonthStatement(Reading reading, BillingMonth month)
    {
        this.reading = reading;
        this.month = month;
        organisations = reading.Connection.Rows("select id, code, name from organisations", r => (r.GetInt32(0), (r.GetString(1), r.GetString(2)))).ToDictionary();
        costCodes = reading.Connection.Rows("select id, code, name from cost_codes", r => (r.GetInt32(0), (r.GetString(1), r.GetString(2)))).ToDictionary();
        models = reading.Connection.Rows(
            "select id, kind, vendor, name from models",
            r => (r.GetInt32(0), $"{AssetKinds.Vocabulary.Word((AssetKind)r.GetInt32(1))} {r.GetString(2)} {r.GetString(3)}")).ToDictionary();
        reading.Connection.Execute("drop table if exists statement_rows");
        reading.Connection.Execute(
            """
            create temporary table statement_rows as
            select row_number() over (order by p.code, u.code, l.code, c.corrected_month, c.turn, c.component, c.from_on) as position,
              l.code as line, c.corrected_month, c.turn, c.component, c.from_on, c.until_on, c.asset_id, c.unit_id, c.cost_code_id, c.customer_id, c.quantity, c.amount
            from charges c
            join contract_lines l on l.id = c.line_id
            join organisations u on u.id = c.unit_id
            join organisations p on p.id = c.customer_id
            where c.month = @p0
            """,
            month.Number);
        reading.Connection.Execute("create unique index ix_statement_rows on statement_rows (position)");
        var stored = reading.Connection.Rows(
            "select customer_id, count(*), sum(amount) from charges where month = @p0 group by customer_id",
            r => (r.GetInt32(0), (Count: r.GetInt64(1), Net: Money.FromOre(Convert.ToInt64(r.GetValue(2), CultureInfo.InvariantCulture)))),
            month.Number).ToDictionary();
        Customers = reading.Connection.Rows(
            "select customer_id, min(position), max(position) from statement_rows group by customer_id order by 2",
            r => Part(r.GetInt32(0), stored[r.GetInt32(0)].Count, stored[r.GetInt32(0)].Net, r.GetInt64(1), r.GetInt64(2)));
    }

    /// <summary>By code. Rows and sums are counted in the charges themselves, so that what is read can be held against them.</summary>
    public IReadOnlyList<CustomerPart> Customers { get; }

    public IEnumerable<StatementRow> All() => Rows(0, long.MaxValue);

    public IEnumerable<StatementRow> Of(CustomerPart customer) => Rows(customer.First, customer.Last);

    /// <summary>What the month has found; what stops first, then by code and record.</summary>
    /// <param name="day">As <see cref="MonthHead.JudgedOn"/> says.</param>
    public IEnumerable<StatementFinding> Findings(DateOnly day)
    {
        using var rows = BulkRead.On(reading.Connection, """
            select f.code, f.severity, f.record, f.detail, a.accepted_by, a.accepted_at, a.until_on, a.reason
            from findings f left join finding_acceptances a on a.month = f.month and a.code = f.code and a.record = f.record and (a.until_on is null or a.until_on > @p1)
            where f.month = @p0
            order by f.severity desc, f.code, f.record
            """);
        rows.Run(month.Number, Conventions.ToNumber(day));
        while (rows.Next())
        {
            yield return new StatementFinding(
                new Finding(rows.Text(0), (Severity)rows.Int(1), rows.Text(2), rows.Text(3)),
                rows.TextOrNone(4), rows.LongOrNone(5) is { } at ? Conventions.ToInstant(at) : null, rows.DayOrNone(6)?.AddDays(-1), rows.TextOrNone(7));
        }
    }

    public void Dispose() => reading.Connection.Execute("drop table statement_rows");

    private CustomerPart Part(int id, long rows, Money net, long first, long last) =>
        new(id, organisations[id].Code, organisations[id].Name, rows, net, first, last);

    private IEnumerable<StatementRow> Rows(long first, long last)
    {
        using var rows = BulkRead.On(reading.Connection, """
            select s.line, s.corrected_month, s.turn, s.component, s.from_on, s.until_on, s.unit_id, s.cost_code_id, s.customer_id, s.quantity, s.amount, a.tag, a.model_id
            from statement_rows s left join assets a on a.id = s.asset_id
            where s.position between @p0 and @p1
            order by s.position
            """);
        rows.Run(first, last);
        while (rows.Next())
        {
            var corrected = rows.Int(1);
            var unit = organisations[rows.Int(6)];
            var costCode = rows.IntOrNone(7) is { } id ? costCodes[id] : ("", "");
            var customer = organisations[rows.Int(8)];
            yield return new StatementRow(
                new Charge(
                    month,
                    rows.Text(0),
                    rows.TextOrNone(11),
                    unit.Code,
                    costCode.Item1,
                    rows.Text(3),
                    rows.Day(4),
                    rows.Day(5),
                    rows.Int(9),
                    Money.FromOre(rows.Long(10)),
                    corrected == 0 ? null : BillingMonth.FromNumber(corrected),
                    corrected != 0 && rows.Int(2) == 0),
                customer.Code,
                customer.Name,
                unit.Name,
                costCode.Item2,
                rows.IntOrNone(12) is { } model ? models[model] : "");
        }
    }
}

using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Support;

namespace Assets.Data.Tests.Rentals;

/// <summary>Made-up contract lines, the same in memory and in a database of its own. Two administrations (2, 3) of a municipality with units 4, 5 and 6, a company (7) with unit 8; the day is 15 June 2026.</summary>
internal sealed class Rents : IDisposable
{
    public static readonly DateOnly Today = new(2026, 6, 15);

    private static readonly (int Id, string Code, string Name, int Kind, int? Parent, string Lineage)[] Units =
    [
        (1, "100", "Kommun", 0, null, "/1/"), (2, "A", "Adm ett", 1, 1, "/1/2/"), (3, "B", "Adm två", 1, 1, "/1/3/"), (4, "A1", "Skolan", 4, 2, "/1/2/4/"), (5, "A2", "Biblioteket", 4, 2, "/1/2/5/"),
        (6, "B1", "Hemtjänsten", 4, 3, "/1/3/6/"), (7, "C", "Bolaget", 2, null, "/7/"), (8, "C1", "Driften", 4, 7, "/7/8/"),
    ];

    private static readonly int[] Payers = [4, 5, 6, 8];
    private readonly TemporaryFolder folder = new();

    public Rents(Engine engine, int size)
    {
        Database = Database.At(engine == Engine.Sqlite ? "Data Source=rents.db" : PostgresServer.NewDatabase(), folder.Path);
        Schema.Ensure(Database, _ => { });
        Lines = [.. Enumerable.Range(1, size).Select(Make)];
        using var writing = Writing.Begin(Database);
        var changeSet = writing.AddChangeSet(DateTimeOffset.UnixEpoch, "test", "import contracts", null, null);
        Frame(writing, changeSet);
        WriteAssets(writing, changeSet);
        Write(writing, changeSet);
        writing.Commit();
    }

    public Database Database { get; }

    public TimeProvider Clock { get; } = new NoonClock();

    public IReadOnlyList<Line> Lines { get; }

    public static string NameOf(int unit) => Units.Single(known => known.Id == unit).Name;

    public void Execute(string sql)
    {
        using var connection = Database.Open();
        connection.Execute(sql);
    }

    public void Dispose()
    {
        Database.CloseIdle();
        folder.Dispose();
    }

    // Codes fall while numbers rise, so that the order of registration is not the order of codes. Each seventh has moved, each ninth of those moves next year, each fiftieth was given back at once, half of those before a first day that is yet to come.
    private static Line Make(int number)
    {
        var unit = Payers[number % 4];
        var from = new DateOnly(2025, 1 + (number % 12), 1).AddDays(number % 3);
        DateOnly? until = (number % 5) switch { 0 => new DateOnly(2026, 1 + (number % 6), 1), 1 => new DateOnly(2027, 3, 1).AddDays(number % 40), _ => null };
        if (number % 30 == 3) (from, until) = (new DateOnly(2026, 9, 1), null);
        var rate = 100 + (number % 17 * 10);
        if (number % 100 == 0) from = new DateOnly(2026, 10, 1);
        if (number % 50 == 0) return new Line(number, [new Stretch(from, from, unit, number % 3, rate)]);
        if (number % 7 != 0 || until <= new DateOnly(2026, 3, 1) || from > Today) return new Line(number, [new Stretch(from, until, unit, number % 3, rate)]);
        var moved = number % 9 == 0 && !(until < new DateOnly(2027, 1, 2)) ? new DateOnly(2027, 1, 1) : new DateOnly(2026, 2, 1).AddDays(number % 10);
        return new Line(number, [new Stretch(from, moved, unit, number % 3, rate), new Stretch(moved, until, Payers[(number + 1) % 4], (number + 1) % 3, rate)]);
    }

    private static void Frame(Writing writing, long changeSet)
    {
        var connection = writing.Connection;
        foreach (var (id, code, name, kind, parent, lineage) in Units)
            connection.Execute("insert into organisations (id, code, code_key, name, kind, parent_id, lineage, change_set_id) values (@p0, @p1, @p1, @p2, @p3, @p4, @p5, @p6)", id, code, name, kind, parent, lineage, changeSet);
        foreach (var code in new[] { 1, 2 }) connection.Execute("insert into cost_codes (id, code, code_key, unit_id, name, change_set_id) values (@p0, @p1, @p1, 4, 'Drift', @p2)", code, $"K{code}", changeSet);
        connection.Execute("insert into models (id, code, code_key, kind, vendor, name, list_price, life_months, change_set_id) values (1, 'M1', 'M1', 0, 'Dell', 'Latitude', 0, 48, @p0)", changeSet);
        connection.Execute("insert into contracts (id, number, number_key, customer_id, change_set_id) values (1, 'A', 'A', 2, @p0)", changeSet);
    }

    private void WriteAssets(Writing writing, long changeSet)
    {
        using var rows = BulkInsert.Into(writing, "assets", "id", "tag", "tag_key", "kind", "model_id", "state", "price", "user_unit_id", "user_account", "search", "change_set_id");
        foreach (var line in Lines)
        {
            rows.Write((long)line.Number);
            rows.Write(line.Tag);
            rows.Write(line.Tag);
            rows.Write(0);
            rows.Write(1);
            rows.Write(2);
            rows.Write(0L);
            rows.Write(6);
            rows.Write("anna.berg");
            rows.Write(line.Tag);
            rows.Write(changeSet);
            rows.EndRow();
        }
        rows.Complete();
    }

    private void Write(Writing writing, long changeSet)
    {
        using (var rows = BulkInsert.Into(
            writing, "contract_lines", "id", "code", "code_key", "contract_id", "version", "change_set_id", "last_from_on", "last_until_on", "last_unit_id", "last_cost_code_id", "last_asset_id", "last_rent"))
        {
            foreach (var line in Lines)
            {
                var last = line.Stretches[^1];
                rows.Write((long)line.Number);
                rows.Write(line.Code);
                rows.Write(line.Code);
                rows.Write(1);
                rows.Write(1);
                rows.Write(changeSet);
                rows.Write(last.From);
                rows.Write(last.Until ?? DateOnly.MaxValue);
                rows.Write(last.Unit);
                rows.Write(last.Code == 0 ? (int?)null : last.Code);
                rows.Write((long)line.Number);
                rows.Write(last.Rate * 100L);
                rows.EndRow();
            }
            rows.Complete();
        }
        using (var rows = BulkInsert.Into(writing, "line_versions", "line_id", "version", "change_set_id", "body"))
        {
            foreach (var line in Lines)
            {
                rows.Write((long)line.Number);
                rows.Write(1);
                rows.Write(changeSet);
                rows.Write(LineText.ToText(line.Snapshot));
                rows.EndRow();
            }
            rows.Complete();
        }
        using var segments = BulkInsert.Into(writing, "line_segments", "line_id", "from_on", "until_on", "unit_id", "cost_code_id", "asset_id", "quantity", "monthly_rent");
        foreach (var line in Lines)
        {
            foreach (var stretch in line.Stretches.Where(stretch => stretch.Until != stretch.From))
            {
                segments.Write((long)line.Number);
                segments.Write(stretch.From);
                segments.Write(stretch.Until);
                segments.Write(stretch.Unit);
                segments.Write(stretch.Code == 0 ? (int?)null : stretch.Code);
                segments.Write((long)line.Number);
                segments.Write(1);
                segments.Write(stretch.Rate * 100L);
                segments.EndRow();
            }
        }
        segments.Complete();
    }

    /// <param name="Code">The cost code K1 or K2; 0 for none.</param>
    internal sealed record Stretch(DateOnly From, DateOnly? Until, int Unit, int Code, int Rate);

    internal sealed record Line(int Number, IReadOnlyList<Stretch> Stretches)
    {
        public string Code => $"C{9_000 - Number:00000}";

        public string Tag => $"IT{Number:00000}";

        public LineSnapshot Snapshot => new(
            Code,
            [.. Stretches.Where(stretch => stretch.Until != stretch.From).Select(stretch => new Segment(
                new Period(stretch.From, stretch.Until), Units.Single(unit => unit.Id == stretch.Unit).Code, stretch.Code == 0 ? "" : $"K{stretch.Code}", Tag, "", 1, new Price([new FlatComponent(Components.Rent, Money.FromKronor(stretch.Rate))])))],
            []);

        /// <summary>The line as it is seen within a reach; none where nothing of it is.</summary>
        public Line? Within(Reach reach) => Stretches.Where(stretch => reach.Covers(stretch.Unit)).ToList() is { Count: > 0 } seen ? this with { Stretches = seen } : null;

        public Stretch Last => Stretches[^1];

        public bool Runs => Stretches.Any(stretch => stretch.From <= Today && (stretch.Until is null || stretch.Until > Today));

        public bool IsLater => Stretches.All(stretch => stretch.From > Today && stretch.Until != stretch.From);
    }

    private sealed class NoonClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    }
}

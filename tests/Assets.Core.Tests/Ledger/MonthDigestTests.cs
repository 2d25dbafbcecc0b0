using System.Security.Cryptography;
using System.Text;
using Assets.Core.Chargeback;
using Assets.Core.Ledger;
using Assets.Core.Rentals;
using Assets.Core.Tests.Chargeback;
using Assets.Core.Values;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Ledger;

public sealed class MonthDigestTests
{
    // Written out by hand from the description of the form, so that the description is tested and not only the code.
    private const string GoldenBytes =
        "month\t1\t2026-05\te3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\t17\n" +
        "line\t1\tC1\nseg\t2026-01-01\t\tU1\t1000\tIT1\t\t1\nflat\trent\t110.00\n" +
        "line\t1\tC2\nseg\t2026-05-10\t\tU2\t\t\tE-post\t3\nflat\trent\t33.33\n" +
        "charge\tC1\t\trow\trent\t2026-05-01\t2026-06-01\tIT1\tU1\t1000\t1\t110.00\n" +
        "charge\tC1\t2026-04\treversal\trent\t2026-04-01\t2026-05-01\tIT1\tU1\t1000\t1\t-100.00\n" +
        "charge\tC1\t2026-04\trow\trent\t2026-04-01\t2026-05-01\tIT1\tU1\t1000\t1\t110.00\n" +
        "charge\tC2\t\trow\trent\t2026-05-10\t2026-06-01\t\tU2\t\t3\t70.96\n" +
        "end\t2\t4\t190.96\n";

    private const string NewestBytes =
        "month\t2\t2026-05\te3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\t17\t12\t1\t=%0A%C3%85sa%20decided%09%3D%20100%25\n" +
        "version\tC1\t1\t3\nline\t1\tC1\nseg\t2026-01-01\t\tU1\t1000\tIT1\t\t1\nflat\trent\t110.00\n" +
        "version\tC1\t2\t8\nline\t1\tC1\nseg\t2026-01-01\t\tU1\t1000\tIT1\t\t1\nflat\trent\t110.00\n" +
        "version\tC2\t1\t8\nline\t1\tC2\nseg\t2026-05-10\t\tU2\t\t\tE-post\t3\nflat\trent\t33.33\n" +
        "charge\tC1\t\trow\trent\t2026-05-01\t2026-06-01\tIT1\tU1\t1000\t1\t110.00\tK\n" +
        "charge\tC1\t2026-04\treversal\trent\t2026-04-01\t2026-05-01\tIT1\tU1\t1000\t1\t-100.00\tK\n" +
        "charge\tC1\t2026-04\trow\trent\t2026-04-01\t2026-05-01\tIT1\tU1\t1000\t1\t110.00\tK\n" +
        "charge\tC2\t\trow\trent\t2026-05-10\t2026-06-01\t\tU2\t\t3\t70.96\tK\n" +
        "end\t3\t4\t190.96\n";

    private static readonly ClosingAct Act = new(May, MonthChain.Genesis, 17, 12, 1, "\nÅsa decided\t= 100%");

    private const string GoldenHead = "fa7b0ca65c7ca0334ad8d442953f7ee512f2c2e2b2565cfbcec97483142a95b3";

    private static readonly LineSnapshot C1 = Rent(110m, "2026-01-01");

    private static readonly LineSnapshot C2 =
        new("C2", [new Segment(new Period(Day("2026-05-10"), null), "U2", "", null, "E-post", 3, Flat(33.33m))], []);

    [Fact]
    public void The_head_is_the_SHA_256_of_the_documented_bytes()
    {
        var head = Head(MonthChain.Genesis, [C1, C2], Charges());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(GoldenBytes))), head);
        Assert.Equal(GoldenHead, head);
    }

    [Fact]
    public void The_newest_form_covers_every_version_each_customer_and_what_was_accepted()
    {
        (string Line, int Number, long ChangeSet, LineSnapshot Text)[] versions = [("C1", 1, 3, C1), ("C1", 2, 8, C1), ("C2", 1, 8, C2)];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(NewestBytes))), Newest(Act, versions));

        var heads = new HashSet<string>
        {
            Newest(Act, versions),
            Newest(Act with { SettledWatermark = 11 }, versions),
            Newest(Act with { RulesVersion = 2 }, versions),
            Newest(Act with { AcceptReason = null }, versions),
            Newest(Act with { AcceptReason = "" }, versions),
            Newest(Act, versions, "L"),
            Newest(Act, [versions[0] with { Number = 0 }, .. versions[1..]]),
            Newest(Act, [versions[0] with { ChangeSet = 4 }, .. versions[1..]]),
            Newest(Act, [versions[0] with { Text = Rent(1m, "2026-01-01") }, .. versions[1..]]),
        };
        Assert.Equal(9, heads.Count);
        Assert.Throws<InvalidOperationException>(() => Newest(Act, [versions[1], versions[0]]));
        Assert.Throws<InvalidOperationException>(() => Newest(Act, [versions[0], versions[0]]));
        Assert.Throws<InvalidOperationException>(() => Newest(Act, [versions[0] with { Line = "C0" }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonthDigest(Act, 3));
    }

    [Fact]
    public void The_genesis_is_the_SHA_256_of_nothing()
    {
        Assert.Equal(MonthChain.Genesis, Convert.ToHexStringLower(SHA256.HashData([])));
        Assert.True(MonthChain.IsHead(MonthChain.Genesis));
    }

    [Theory]
    [InlineData("")]
    [InlineData("e3b0")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void Only_64_small_hexadecimal_digits_are_a_head(string text)
    {
        Assert.False(MonthChain.IsHead(text));
        Assert.Throws<ArgumentException>(() => First(text, 1));
    }

    [Fact]
    public void One_altered_ore_or_anything_else_makes_another_head()
    {
        var charges = Charges();
        var heads = new HashSet<string>
        {
            Head(MonthChain.Genesis, [C1, C2], charges),
            Head(GoldenBytesHead(), [C1, C2], charges),
            Head(MonthChain.Genesis, [C1, C2], charges, watermark: 18),
            Head(MonthChain.Genesis, [C1], charges),
            Head(MonthChain.Genesis, [Rent(110.01m, "2026-01-01"), C2], charges),
            Head(MonthChain.Genesis, [C1, C2], charges.SkipLast(1)),
        };
        foreach (var altered in Altered(charges[0])) heads.Add(Head(MonthChain.Genesis, [C1, C2], [altered, .. charges.Skip(1)]));
        Assert.Equal(6 + Altered(charges[0]).Count, heads.Count);
    }

    [Fact]
    public void What_is_out_of_order_or_twice_is_refused()
    {
        var charges = Charges();
        Assert.Throws<InvalidOperationException>(() => Head(MonthChain.Genesis, [C2, C1], charges));
        Assert.Throws<InvalidOperationException>(() => Head(MonthChain.Genesis, [C1, C1], charges));
        Assert.Throws<InvalidOperationException>(() => Head(MonthChain.Genesis, [C1, C2], Enumerable.Reverse(charges)));
        Assert.Throws<InvalidOperationException>(() => Head(MonthChain.Genesis, [C1, C2], [charges[0], charges[0]]));
        Assert.Throws<InvalidOperationException>(() => Head(MonthChain.Genesis, [C1, C2], [charges[0] with { Month = June }]));
    }

    [Fact]
    public void Lines_come_before_charges_and_nothing_after_the_end()
    {
        using var digest = First(MonthChain.Genesis, 1);
        digest.Charge(Charges()[0], "");
        Assert.Throws<InvalidOperationException>(() => digest.Version("C1"u8, 1, 1, LineText.ToBytes(C1)));
        digest.Finish();
        Assert.Throws<InvalidOperationException>(() => digest.Charge(Charges()[1], ""));
        Assert.Throws<InvalidOperationException>(() => digest.Finish());
    }

    [Theory]
    [InlineData("seg\t2026-05-10\n")]
    [InlineData("line\t1\tC1")]
    [InlineData("")]
    public void What_is_no_line_is_not_taken_for_one(string text)
    {
        using var digest = First(MonthChain.Genesis, 1);
        Assert.Throws<ArgumentException>(() => digest.Version("C1"u8, 1, 1, Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void An_empty_month_has_a_head_too_and_a_month_larger_than_the_buffer_has_the_head_of_its_bytes()
    {
        Assert.True(MonthChain.IsHead(Head(MonthChain.Genesis, [], [])));
        var lines = Enumerable.Range(0, 3000).Select(i => C1 with { LineCode = $"C{i:0000}" }).ToList();
        var bytes = new StringBuilder($"month\t1\t2026-05\t{MonthChain.Genesis}\t17\n");
        foreach (var line in lines) bytes.Append(LineText.ToText(line));
        bytes.Append("end\t3000\t0\t0.00\n");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bytes.ToString()))), Head(MonthChain.Genesis, lines, []));
    }

    private static string GoldenBytesHead() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(GoldenBytes)));

    private static List<Charge> Altered(Charge charge) =>
    [
        charge with { Amount = charge.Amount + Money.FromOre(1) },
        charge with { Quantity = 2 },
        charge with { UnitCode = "U9" },
        charge with { CostCode = "9" },
        charge with { AssetTag = null },
        charge with { Component = "rend" },
        charge with { From = charge.From.AddDays(1) },
        charge with { Until = charge.Until.AddDays(-1) },
        charge with { LineCode = "C0" },
    ];

    private static List<Charge> Charges()
    {
        var charges = new List<Charge>();
        Rating.Rate(C1, May, charges);
        Correction.Between(May, April, Rated.Month(Rent(100m, "2026-01-01"), April), Rated.Month(C1, April), charges);
        Rating.Rate(C2, May, charges);
        charges.Sort(ChargeOrder.Instance);
        return charges;
    }

    private static string Head(string previous, IEnumerable<LineSnapshot> lines, IEnumerable<Charge> charges, long watermark = 17)
    {
        using var digest = First(previous, watermark);
        foreach (var line in lines) digest.Version(Encoding.UTF8.GetBytes(line.LineCode), 1, 1, LineText.ToBytes(line));
        foreach (var charge in charges) digest.Charge(charge, "K");
        return digest.Finish();
    }

    private static MonthDigest First(string previous, long watermark) =>
        new(Act with { PreviousHead = previous, Watermark = watermark }, MonthDigest.FirstForm);

    private static string Newest(ClosingAct act, IEnumerable<(string Line, int Number, long ChangeSet, LineSnapshot Text)> versions, string customer = "K")
    {
        using var digest = new MonthDigest(act);
        foreach (var (line, number, changeSet, text) in versions) digest.Version(Encoding.UTF8.GetBytes(line), number, changeSet, LineText.ToBytes(text));
        foreach (var charge in Charges()) digest.Charge(charge, customer);
        return digest.Finish();
    }
}

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
        Assert.Throws<ArgumentException>(() => new MonthDigest(text, May, 1));
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
        using var digest = new MonthDigest(MonthChain.Genesis, May, 1);
        digest.Charge(Charges()[0]);
        Assert.Throws<InvalidOperationException>(() => digest.Line(LineText.ToBytes(C1)));
        digest.Finish();
        Assert.Throws<InvalidOperationException>(() => digest.Charge(Charges()[1]));
        Assert.Throws<InvalidOperationException>(() => digest.Finish());
    }

    [Theory]
    [InlineData("seg\t2026-05-10\n")]
    [InlineData("line\t1\tC1")]
    [InlineData("")]
    public void What_is_no_line_is_not_taken_for_one(string text)
    {
        using var digest = new MonthDigest(MonthChain.Genesis, May, 1);
        Assert.Throws<ArgumentException>(() => digest.Line(Encoding.UTF8.GetBytes(text)));
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
        using var digest = new MonthDigest(previous, May, watermark);
        foreach (var line in lines) digest.Line(LineText.ToBytes(line));
        foreach (var charge in charges) digest.Charge(charge);
        return digest.Finish();
    }
}

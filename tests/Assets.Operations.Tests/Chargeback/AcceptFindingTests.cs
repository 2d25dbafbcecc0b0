using System.IO.Compression;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Export.Workbooks;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Chargeback;

public sealed class AcceptFindingTests
{
    private static readonly BillingMonth March = new(2026, 3);

    [Theory]
    [OnBoth]
    public void An_accepted_finding_lets_the_month_close_until_its_day(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "201", new DateOnly(2026, 1, 1), null, 0m);
        ChargeMonth.Run(town.Installation, March);
        var today = town.Installation.Today;

        Assert.Equal(MonthRefusals.UnknownFinding, AcceptFinding.Run(town.Installation, March, "unpriced_line", "L2", "why not").Refusal!.Code);
        Assert.True(AcceptFinding.Run(town.Installation, March, "unpriced_line", "L1", "lent", today).IsDone);
        Assert.Equal(MonthRefusals.OpenFindings, CloseMonth.Run(town.Installation, March).Refusal!.Code);
        Assert.True(AcceptFinding.Run(town.Installation, March, "unpriced_line", "L1", "lent", today.AddDays(2)).IsDone);
        Assert.True(CloseMonth.Run(town.Installation, March).IsDone);
        Assert.Equal(MonthRefusals.AlreadyClosed, AcceptFinding.Run(town.Installation, March, "unpriced_line", "L1", "late").Refusal!.Code);
    }

    [Theory]
    [OnBoth]
    public void What_was_accepted_can_be_taken_back_until_the_month_is_closed(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "201", new DateOnly(2026, 1, 1), null, 0m);
        ChargeMonth.Run(town.Installation, March);
        AcceptFinding.Run(town.Installation, March, "unpriced_line", "L1", "lent");

        Assert.Equal(MonthRefusals.UnknownFinding, ReopenFinding.Run(town.Installation, March, "unpriced_line", "L2").Refusal!.Code);
        Assert.True(ReopenFinding.Run(town.Installation, March, "unpriced_line", "L1").IsDone);
        Assert.True(ReopenFinding.Run(town.Installation, March, "unpriced_line", "L1").IsDone);
        Assert.Equal(MonthRefusals.OpenFindings, CloseMonth.Run(town.Installation, March).Refusal!.Code);
        Assert.True(CloseMonth.Run(town.Installation, March, "lent after all").IsDone);
        Assert.Equal(MonthRefusals.AlreadyClosed, ReopenFinding.Run(town.Installation, March, "unpriced_line", "L1").Refusal!.Code);
    }

    [Theory]
    [OnBoth]
    public void An_acceptance_that_was_taken_back_or_replaced_stays_to_be_read_with_who_ended_it(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "201", new DateOnly(2026, 1, 1), null, 0m);
        town.AddLine("L2", "PC2", "201", new DateOnly(2026, 1, 1), null, 0m);
        ChargeMonth.Run(town.Installation, March);
        var today = town.Installation.Today;
        AcceptFinding.Run(town.As("fia"), March, "unpriced_line", "L1", "lent");
        ReopenFinding.Run(town.As("kim"), March, "unpriced_line", "L1");
        ReopenFinding.Run(town.As("kim"), March, "unpriced_line", "L1"); // open already
        AcceptFinding.Run(town.As("fia"), March, "unpriced_line", "L1", "for a day", today); // has run out at once
        AcceptFindings.Run(town.As("lo"), March, "unpriced_line", "both lent", today);
        Assert.True(CloseMonth.Run(town.As("max"), March, "so be it").IsDone);

        var ended = EndedAcceptance.Read(town.Database, March, "unpriced_line", ["L1", "L2"]);

        Assert.Equal(
            ["fia|lent||kim", $"fia|for a day|{today:O}|lo", $"lo|both lent|{today:O}|max"],
            ended["L1"].Select(one => $"{one.AcceptedBy}|{one.Reason}|{one.Until:O}|{one.EndedBy}"));
        Assert.Equal([$"lo|both lent|{today:O}|max"], ended["L2"].Select(one => $"{one.AcceptedBy}|{one.Reason}|{one.Until:O}|{one.EndedBy}"));
        Assert.All(ended["L1"], one => Assert.True(one.AcceptedAt <= one.EndedAt));
        Assert.Empty(EndedAcceptance.Read(town.Database, March, "missing_code", ["L1", "L2"]));
        Assert.Equal(["L2"], EndedAcceptance.Read(town.Database, March, "unpriced_line", ["L2"]).Select(records => records.Key)); // a page asks for its own findings
        Assert.Empty(EndedAcceptance.Read(town.Database, March, "unpriced_line", []));
        Assert.Equal(["so be it|max"], town.Rows("select distinct reason, accepted_by from finding_acceptances"));
        Assert.True(VerifyMonths.Run(town.Installation).Holds);
    }

    [Theory]
    [OnBoth]
    public void The_control_file_of_a_closed_month_tells_who_accepted_what_and_why_however_late_it_is_taken(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "201", new DateOnly(2026, 1, 1), null, 0m);
        town.AddLine("L2", "PC2", "201", new DateOnly(2026, 1, 1), null, 1m);
        town.AddAsset("PC9");
        ChargeMonth.Run(town.Installation, March);
        Assert.True(AcceptFinding.Run(town.As("fia"), March, "unpriced_line", "L1", "a gift, not charged", town.Installation.Today.AddDays(1)).IsDone);
        Assert.True(CloseMonth.Run(town.Installation, March).IsDone);

        var atOnce = Control(town, "a", TimeProvider.System);
        var later = Control(town, "b", new Later(TimeSpan.FromDays(40)));

        Assert.Equal(atOnce, later);
        foreach (var text in new[] { "Line without a price", "Asset in use without a contract", "PC9", "fia", "a gift, not charged" }) Assert.Contains(text, atOnce, StringComparison.Ordinal);
    }

    private static string Control(Town town, string folder, TimeProvider clock)
    {
        Assert.True(ExportMonth.Run(town.Installation with { Clock = clock }, March, MonthFormats.Csv, town.Folder[folder], Language.English).IsDone);
        using var file = ZipFile.OpenRead(Path.Combine(town.Folder[folder], "2026-03-control.xlsx"));
        return string.Concat(file.Entries.Where(e => e.FullName is "xl/sharedStrings.xml" or "xl/worksheets/sheet2.xml").Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}

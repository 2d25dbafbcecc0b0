using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Xunit;

namespace Assets.Operations.Tests.Chargeback;

public sealed class AcceptFindingTests
{
    private static readonly BillingMonth March = new(2026, 3);

    [Fact]
    public void An_accepted_finding_lets_the_month_close_until_its_day()
    {
        using var town = new Town(Engine.Sqlite);
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
}

using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Rentals;
using Assets.Data.Storage;

namespace Assets.Operations.Chargeback;

/// <summary>What somebody should look at in a month: what the lines show themselves, and what only the register tells.</summary>
internal sealed class MonthFindings(CodeBook codes, MonthScope scope)
{
    /// <summary>Filled by the rating too.</summary>
    public List<Finding> All { get; } = [];

    public void LookAt(MonthCalculation calculation)
    {
        foreach (var charge in calculation.Charges)
        {
            if (charge.Reversal || codes.CostCodeId(charge.CostCode) is not { } code || codes.IsValid(code, charge.From, charge.Until)) continue;
            All.Add(FindingCodes.Find(FindingCodes.ExpiredCode, charge.LineCode, charge.CostCode));
            break; // one finding a line
        }
        if (calculation.Corrections > 0)
            All.Add(FindingCodes.Find(FindingCodes.ChangedLine, calculation.Line.LineCode, calculation.Corrections.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>After the last line.</summary>
    public void LookAtRegister(Reading reading, RentedAssets rented)
    {
        foreach (var (line, tag, state) in IdleAssets.ChargedIn(reading, scope.Month))
            All.Add(FindingCodes.Find(FindingCodes.ContractOnRetiredAsset, line, FindingDetail.Of(tag, state)));
        foreach (var tag in rented.InUseWithoutContract())
            All.Add(FindingCodes.Find(FindingCodes.AssetWithoutContract, tag, ""));
        if (scope.AfterGap)
            All.Add(FindingCodes.Find(FindingCodes.MonthGap, scope.Month.ToString(), scope.Last!.Month.ToString()));
    }

    public void Store(Writing writing)
    {
        using (var rows = BulkInsert.Into(writing, "findings", "month", "code", "record", "severity", "detail"))
        {
            foreach (var finding in All)
            {
                rows.Write(scope.Month.Number);
                rows.Write(finding.Code);
                rows.Write(finding.Record);
                rows.Write((int)finding.Severity);
                rows.Write(finding.Detail);
                rows.EndRow();
            }
            rows.Complete();
        }
        foreach (var one in All.GroupBy(finding => (finding.Code, finding.Severity)))
            writing.Connection.Execute("insert into finding_counts (month, code, severity, found) values (@p0, @p1, @p2, @p3)", scope.Month.Number, one.Key.Code, (int)one.Key.Severity, one.Count());
    }
}

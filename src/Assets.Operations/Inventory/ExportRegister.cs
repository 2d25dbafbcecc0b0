using System.Reflection;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Inventory;
using Assets.Export;
using Assets.Export.Accounting;
using Assets.Export.Workbooks;

namespace Assets.Operations.Inventory;

/// <param name="AsOf">The day that the register is about.</param>
/// <param name="Believed">The day at whose end it was believed.</param>
public sealed record RegisterExported(string File, DateOnly AsOf, DateOnly Believed, long Assets, Money Price, Money BookValue, Money MonthlyRent);

/// <summary>The register as of a day as a workbook with sums by kind, state and customer, or its rows as CSV.</summary>
public static class ExportRegister
{
    /// <summary>Writes the file under its name when it is whole.</summary>
    public static RegisterExported ToFile(Installation installation, Belief belief, bool asWorkbook, string path, Language language)
    {
        var sums = FinishedFile.Write(path, stream => Write(stream, installation, belief, RegisterSight.Everything, asWorkbook, language == Language.Swedish)).Whole;
        return new RegisterExported(Path.GetFullPath(path), belief.About, belief.On, sums.Assets, sums.Price, sums.BookValue, sums.MonthlyRent!.Value);
    }

    /// <returns>The sums of what was written.</returns>
    public static RegisterTally Write(Stream target, Installation installation, Belief belief, RegisterSight sight, bool asWorkbook, bool swedish, CancellationToken cancel = default)
    {
        var language = swedish ? Language.Swedish : Language.English;
        var tally = new RegisterTally(sight.Told);
        var rows = tally.Counting(Cancelled(RegisterAsOf.Rows(installation, belief, sight), cancel));
        if (asWorkbook) RegisterWorkbook.Write(target, new RegisterSource(belief.About, belief.On, installation.Clock.GetLocalNow(), Version, rows, tally), language);
        else TableCsv.Write(target, RegisterColumns.Of(language), rows, language);
        return tally;
    }

    private static string Version =>
        typeof(ExportRegister).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private static IEnumerable<AssetThen> Cancelled(IEnumerable<AssetThen> rows, CancellationToken cancel)
    {
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}

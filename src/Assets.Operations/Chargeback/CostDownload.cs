using System.Reflection;
using Assets.Core.Chargeback;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Export;
using Assets.Export.Workbooks;

namespace Assets.Operations.Chargeback;

/// <summary>What a cost card shows, as it is to be written to a file; the words are the reader's.</summary>
public sealed record CostContent(
    CostSelection Selection, string Place, MonthHead Month, Money Total, Money? Before,
    IReadOnlyList<(BillingMonth Month, Money Amount, bool IsForecast)> Months, IReadOnlyList<CostSum> Sums, IReadOnlyList<LineChange> Changes, IReadOnlyList<EndingLine> Ends,
    Func<AssetKind?, string> KindName, Func<string, string> CauseName);

/// <summary>The cost card as a workbook, in a file that is gone when it has been read. Lines are streamed, however many they are.</summary>
public sealed class CostDownload : IDisposable
{
    private const int RowsAtATime = 2_000;
    private readonly DirectoryInfo folder;

    private CostDownload(DirectoryInfo folder, string path)
    {
        this.folder = folder;
        Path = path;
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public static CostDownload Make(Installation installation, CostContent content, bool swedish, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("assets-costs-");
        try
        {
            var path = System.IO.Path.Combine(folder.FullName, MonthFile.Customer(content.Month.Month, content.Selection.Chosen?.Code ?? (swedish ? "kostnader" : "costs"), "xlsx"));
            var source = new CostSource(
                content.Place, content.Month.Month, content.Month.IsClosed, installation.Clock.GetLocalNow(),
                typeof(CostDownload).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "",
                content.Total, content.Before,
                [.. content.Months.Select(m => new CostMonth(m.Month, m.Amount, m.IsForecast))],
                [.. Parts(content)], [.. Changes(installation, content)], Lines(installation, content, cancel), ToLookAt(installation, content, cancel));
            FinishedFile.Write(path, stream =>
            {
                CostWorkbook.Write(stream, source, swedish ? Language.Swedish : Language.English);
                return true;
            });
            return new CostDownload(folder, path);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        if (folder.Exists) folder.Delete(recursive: true);
    }

    private static IEnumerable<CostPart> Parts(CostContent content) => content.Sums
        .GroupBy(sum => (sum.UnitId, sum.CostCode, sum.Kind))
        .Select(group => new CostPart(
            content.Selection.Places[group.Key.UnitId].Code, content.Selection.Places[group.Key.UnitId].Name, group.Key.CostCode ?? "", content.KindName(group.Key.Kind),
            group.Where(sum => !sum.IsCorrection).Sum(sum => sum.Lines), CostSums.Total(group.Where(sum => !sum.IsCorrection)), CostSums.Total(group.Where(sum => sum.IsCorrection))))
        .OrderBy(part => part.UnitCode, CodePointOrder.Instance).ThenBy(part => part.CostCode, CodePointOrder.Instance);

    private static IEnumerable<CostChange> Changes(Installation installation, CostContent content) => content.Changes
        .Chunk(RowsAtATime)
        .SelectMany(some => CostLines.Of(installation.Database, content.Month.Month, content.Selection, some)
            .Zip(some, (line, change) => new CostChange(line.Code, line.AssetTag, line.Unit, content.CauseName(ChangeWords.Vocabulary.Word(change.Cause)), change.Amount)));

    private static CostsToLookAt ToLookAt(Installation installation, CostContent content, CancellationToken cancel)
    {
        var (silent, watched) = CostNotes.Silent(installation.Database, content.Selection, installation.Today, installation.Clock.GetUtcNow());
        return new CostsToLookAt(
            [.. content.Ends.Select(end => new CostEnd(end.Code, end.AssetTag, end.Service, end.LastDay, end.IsTerm))],
            [.. silent.Select(asset => new CostSilence(asset.LineCode, asset.AssetTag, content.KindName(asset.Kind), asset.Unit, asset.LastSeen, asset.MonthlyRent))],
            watched, Corrected(installation, content, cancel));
    }

    private static IEnumerable<CostCorrection> Corrected(Installation installation, CostContent content, CancellationToken cancel)
    {
        for (var after = 0L; ;)
        {
            cancel.ThrowIfCancellationRequested();
            var lines = CostNotes.Corrected(installation.Database, content.Month.Month, content.Selection, after, RowsAtATime);
            foreach (var line in lines) yield return new CostCorrection(line.LineCode, line.First, line.Last, line.Reason, line.By, line.At, line.Amount);
            if (lines.Count < RowsAtATime) yield break;
            after = lines[^1].LineId;
        }
    }

    private static IEnumerable<CostLineRow> Lines(Installation installation, CostContent content, CancellationToken cancel)
    {
        for (var after = 0L; ;)
        {
            cancel.ThrowIfCancellationRequested();
            var lines = CostLines.Read(installation.Database, content.Month.Month, content.Selection, new CostLineFilter(), after, RowsAtATime);
            foreach (var line in lines) yield return new CostLineRow(line.Code, line.AssetTag, line.Model, line.User, line.Unit, line.CostCode, line.Amount);
            if (lines.Count < RowsAtATime) yield break;
            after = lines[^1].LineId;
        }
    }
}

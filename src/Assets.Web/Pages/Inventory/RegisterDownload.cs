using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Operations;
using Assets.Operations.Inventory;
using Assets.Web.Resources;

namespace Assets.Web.Pages.Inventory;

/// <summary>The register as of a day for a reader: what he may see of it, and as a file to take home; the same for pages and programs.</summary>
internal static class RegisterDownload
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Csv = "text/csv; charset=utf-8";

    /// <summary>Where the reader may see what is paid, by the widest right that lets him see costs.</summary>
    public static Reach Costs(Viewer viewer) =>
        viewer.Reach(viewer.May(Permission.ViewMonths) ? Permission.ViewMonths : viewer.May(Permission.ViewOwnCosts) ? Permission.ViewOwnCosts : Permission.ViewContracts);

    public static RegisterSight Sight(Viewer viewer) => new(viewer.Reach(Permission.ViewRegister), Costs(viewer));

    /// <summary>What an asset was before belongs to who sees the whole register, or checks: another day or belief than today's is given to nobody else.</summary>
    public static bool SeesHistory(Viewer viewer) => viewer.Reach(Permission.ViewRegister).IsEverywhere || viewer.Reach(Permission.ViewAudit).IsEverywhere;

    public static bool IsGiven(Viewer viewer, Belief belief, DateOnly today) => SeesHistory(viewer) || (belief.About == today && belief.On == today);

    /// <summary>Written to a file that is gone when it has been read.</summary>
    public static Stream Open(Installation installation, Belief belief, RegisterSight sight, bool asWorkbook, CancellationToken cancel)
    {
        var stream = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose);
        try
        {
            ExportRegister.Write(stream, installation, belief, sight, asWorkbook, Languages.IsSwedish, cancel);
            stream.Position = 0;
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Both days, where they are two: <c>register-2026-02-28-2026-03-31.xlsx</c>.</summary>
    public static string Name(Belief belief, bool asWorkbook) =>
        $"register-{belief.About:yyyy-MM-dd}{(belief.On == belief.About ? "" : $"-{belief.On:yyyy-MM-dd}")}.{(asWorkbook ? "xlsx" : "csv")}";
}

using Assets.Data.Inventory;
using Assets.Export.Labels;

namespace Assets.Operations.Inventory;

/// <summary>How labels are to look.</summary>
/// <param name="Format">One of <see cref="PrintLabels.Formats"/>.</param>
/// <param name="Codes">One of <see cref="PrintLabels.Codes"/>.</param>
/// <param name="Start">The first free place on a used sheet, from 1.</param>
/// <param name="Owner">Stands last on each label; none: left out.</param>
public sealed record LabelChoice(string? Format, string? Codes, int Start, string? Owner);

/// <summary>Makes the labels of assets as a PDF. Nothing is recorded: a label can always be printed again.</summary>
public static class PrintLabels
{
    public static IReadOnlyList<string> Formats { get; } = [.. LabelFormat.All.Select(format => format.Code)];

    public static IReadOnlyList<string> Codes { get; } = ["both", "qr", "bars"];

    /// <summary>None where the format or the codes are unknown.</summary>
    public static byte[]? Run(Installation installation, IReadOnlyList<LabelledAsset> assets, LabelChoice choice)
    {
        if (LabelFormat.Find(choice.Format) is not { } format || CodesOf(choice.Codes) is not { } codes) return null;
        return LabelSheet.Draw([.. assets.Select(asset => Of(installation, asset, choice.Owner))], format, codes, choice.Start);
    }

    private static LabelCodes? CodesOf(string? word) => word switch { "both" => LabelCodes.Both, "qr" => LabelCodes.Qr, "bars" => LabelCodes.Bars, _ => null };

    private static Label Of(Installation installation, LabelledAsset asset, string? owner)
    {
        var lines = new List<string> { asset.Model };
        if (asset.Serial is { } serial) lines.Add("S/N " + serial);
        if (!string.IsNullOrWhiteSpace(owner)) lines.Add(owner);
        return new Label(asset.Tag, Link(installation, asset.Tag), lines);
    }

    /// <summary>The asset's address where the installation knows its own (<c>Assets:PublicAddress</c>), which a phone opens at once; else the tag.</summary>
    private static string Link(Installation installation, string tag) =>
        installation.Settings["Assets:PublicAddress"] is { Length: > 0 } address ? $"{address.TrimEnd('/')}/t/{Uri.EscapeDataString(tag)}" : tag;
}

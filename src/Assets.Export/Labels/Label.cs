namespace Assets.Export.Labels;

/// <summary>What stands on one label.</summary>
/// <param name="Tag">In large letters, and in the bar code.</param>
/// <param name="Link">What the QR code says: the asset's address, or its tag.</param>
/// <param name="Lines">Small lines below: model, serial, owner.</param>
public sealed record Label(string Tag, string Link, IReadOnlyList<string> Lines);

/// <summary>Which codes are drawn.</summary>
public enum LabelCodes
{
    Qr = 0,
    Bars = 1,
    Both = 2,
}

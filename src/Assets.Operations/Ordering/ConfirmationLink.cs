using Assets.Export.Labels;

namespace Assets.Operations.Ordering;

/// <summary>The address by which a recipient confirms, and its drawing for the delivery note.</summary>
public sealed record ConfirmationLink(string Address, int Size, string Path)
{
    /// <param name="root">Where people reach the installation: <c>https://assets.example.se</c>.</param>
    public static ConfirmationLink Of(string root, string token)
    {
        var address = $"{root.TrimEnd('/')}/confirm/{token}";
        var drawing = QrDrawing.Of(address);
        return new ConfirmationLink(address, drawing.Size, drawing.Path);
    }

    /// <summary>The setting <c>Assets:PublicAddress</c>; without it the address that the reader's own browser uses.</summary>
    public static string Root(Installation installation, string seen) => installation.Settings["Assets:PublicAddress"] is { Length: > 0 } set ? set : seen;
}

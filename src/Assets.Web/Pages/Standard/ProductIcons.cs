namespace Assets.Web.Pages.Standard;

/// <summary>The drawings of the sprite that a product can have.</summary>
public static class ProductIcons
{
    public static IReadOnlyList<string> All { get; } =
    [
        "package", "device-laptop", "device-desktop", "device-imac", "device-tablet", "device-mobile", "device-tv", "devices", "briefcase", "school", "heart-handshake", "star",
        "users", "presentation", "plug-connected", "keyboard", "headset", "microphone", "video", "antenna-bars-5", "printer", "network", "router", "wifi", "server", "stack-2", "tool",
    ];

    /// <summary>A name that no drawing has shows a package.</summary>
    public static string Known(string name) => All.Contains(name) ? name : All[0];
}
